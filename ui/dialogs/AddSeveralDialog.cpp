#include "ui/dialogs/AddSeveralDialog.h"

#include "core/fleet/EntryText.h"
#include "core/fleet/ListBytes.h"
#include "core/fleet/ListColumns.h"
#include "ui/dialogs/RememberBox.h"
#include "ui/theme/Icons.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using fleet::ListProblem;

namespace {

constexpr int characters = 72;
constexpr int textLines = 9;
constexpr int problemLines = 4;
constexpr qint64 largestFile = 4 * 1024 * 1024;

void openFileDialog(QWidget* parent, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(parent, AddSeveralDialog::tr("Open a list of servers"), {},
                                   AddSeveralDialog::tr("Lists (*.txt *.csv *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

QString words(const ListProblem& problem)
{
    switch (problem.kind) {
    case ListProblem::Kind::NotAnAddress:
        return AddSeveralDialog::tr("\"%1\" is not a host name or an IP address.").arg(problem.value);
    case ListProblem::Kind::PasswordInLine:
        return AddSeveralDialog::tr("Passwords do not belong into a list; enter one below.");
    case ListProblem::Kind::OpenQuote:
        return AddSeveralDialog::tr("A quotation mark is not closed.");
    case ListProblem::Kind::SurplusFields:
        return AddSeveralDialog::tr("There are more fields than the first line names columns.");
    case ListProblem::Kind::SeveralValues:
        return AddSeveralDialog::tr("There are several values, but no first line names the columns.");
    case ListProblem::Kind::NoNameColumn:
        return AddSeveralDialog::tr("No column is for the servers: name, ComputerName or DNSHostName.");
    case ListProblem::Kind::UnknownColumn:
        return AddSeveralDialog::tr("The column \"%1\" is not known and not used.").arg(problem.value);
    case ListProblem::Kind::BadValue:
        return AddSeveralDialog::tr("This value cannot be used: %1").arg(problem.value);
    case ListProblem::Kind::Repeated:
        return AddSeveralDialog::tr("%1 is in the list already.").arg(problem.value);
    case ListProblem::Kind::NoServers:
        break;
    }
    return {};
}

} // namespace

AddSeveralDialog::AddSeveralDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, QWidget* parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_keeper(keeper)
    , m_chooser(openFileDialog)
    , m_text(new QPlainTextEdit(this))
    , m_summary(new QLabel(this))
    , m_problems(new QListWidget(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_remember(new RememberBox(keeper, this))
{
    setObjectName(u"addSeveralDialog"_s);
    setWindowTitle(tr("Add several servers"));
    m_text->setObjectName(u"list"_s);
    m_text->setPlaceholderText(
        u"hv01.example.com\nhttps://hv02.example.com\ncluster: gpu-cluster\n[2001:db8::7]:5985"_s);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * characters,
                           fontMetrics().lineSpacing() * textLines);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_problems->setObjectName(u"problems"_s);
    m_problems->setAccessibleName(tr("Lines that cannot be used"));
    m_problems->setFixedHeight(fontMetrics().lineSpacing() * problemLines + 2 * m_problems->frameWidth() + 4);
    m_user->setObjectName(u"user"_s);
    m_user->setPlaceholderText(tr("as the current user, with the ticket at hand"));
    m_user->setMinimumWidth(fontMetrics().horizontalAdvance(m_user->placeholderText()) +
                            fontMetrics().height());
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    layOut();
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddSeveralDialog::check);
    connect(m_user, &QLineEdit::textChanged, this, &AddSeveralDialog::check);
    check();
}

void AddSeveralDialog::layOut()
{
    auto* open = new QPushButton(tr("&Open list…"), this);
    open->setObjectName(u"open"_s);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this,
            [this] { m_chooser(this, [this](const QString& path) { openFile(path); }); });
    auto* label = new QLabel(
        tr("&Servers, one per line, or values separated by commas, semicolons or tabs below a line of column "
           "names:"),
        this);
    label->setToolTip(tr("Columns: %1. The names that PowerShell exports are understood: ComputerName, "
                         "DNSHostName …")
                          .arg(fleet::listColumnNames().join(u", "_s)));
    m_text->setToolTip(label->toolTip());
    label->setWordWrap(true);
    label->setBuddy(m_text);
    auto* top = new QHBoxLayout;
    top->addWidget(label, 1);
    top->addWidget(open);
    auto* form = new QFormLayout;
    form->addRow(tr("&User name, where none is given:"), m_user);
    form->addRow(tr("Pass&word:"), m_password);
    form->addRow(QString(), m_remember);
    auto* buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("A&dd"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"add"_s);
    auto* cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddSeveralDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_problems);
    layout->addLayout(form);
    layout->addWidget(buttons);
    QWidget* before = open;
    for (QWidget* next :
         std::initializer_list<QWidget*>{m_text, m_problems, m_user, m_password, m_remember, m_add, cancel}) {
        setTabOrder(before, next);
        before = next;
    }
    m_text->setFocus();
}

void AddSeveralDialog::openFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        m_summary->setText(file.isOpen() ? tr("%1 is too large for a list.").arg(path)
                                         : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    m_text->setPlainText(fleet::listTextOf(file.readAll()));
}

void AddSeveralDialog::check()
{
    fleet::ServerListText list = fleet::serverListFromText(m_text->toPlainText());
    const std::vector<fleet::ServerEntry> known = m_fleet.servers();
    std::erase_if(list.entries, [&](fleet::ServerEntry& entry) {
        entry.id = fleet::freeIdFor(entry, known);
        const bool there = fleet::isListed(entry, known);
        if (there)
            list.problems.push_back({0, ListProblem::Kind::Repeated, entry.name});
        return there;
    });
    m_problems->clear();
    for (const ListProblem& problem : list.problems) {
        if (problem.kind == ListProblem::Kind::NoServers)
            continue;
        const QString text = words(problem);
        m_problems->addItem(problem.line > 0 ? tr("Line %1: %2").arg(problem.line).arg(text) : text);
    }
    m_problems->setVisible(m_problems->count() > 0);
    m_entries = std::move(list.entries);
    const int count = static_cast<int>(m_entries.size());
    QString summary = tr("%n server(s) or cluster(s) will be added.", nullptr, count);
    const auto others = std::ranges::count_if(m_entries, [this](const fleet::ServerEntry& entry) {
        return !entry.user.isEmpty() && !isTypedUser(entry);
    });
    if (others > 0) {
        summary += u' ' + tr("For %n of them the list names another user: sign in to these one by one.",
                             nullptr, static_cast<int>(others));
    }
    if (m_problems->count() > 0)
        summary += u' ' + tr("%n line(s) cannot be used:", nullptr, m_problems->count());
    m_summary->setText(summary);
    m_add->setEnabled(count > 0);
    m_add->setToolTip(count > 0 ? QString() : tr("Enter the name of a server first."));
    const bool user = !m_user->text().trimmed().isEmpty();
    m_password->setEnabled(user);
    m_password->setToolTip(user ? tr("For this user only: a server that the list gives another user is "
                                     "signed in to on its own.")
                                : tr("Only used with a user name above."));
    m_remember->setPasswordWanted(user);
}

bool AddSeveralDialog::isTypedUser(const fleet::ServerEntry& entry) const
{
    return entry.user.compare(m_user->text().trimmed(), Qt::CaseInsensitive) == 0;
}

void AddSeveralDialog::complete(fleet::ServerEntry& entry) const
{
    if (entry.user.isEmpty())
        entry.user = m_user->text().trimmed();
}

void AddSeveralDialog::accept()
{
    const base::Secret password =
        m_password->isEnabled() ? base::Secret(m_password->text().toUtf8()) : base::Secret();
    for (fleet::ServerEntry entry : m_entries) {
        complete(entry);
        const base::Secret own =
            isTypedUser(entry) && fleet::takesPassword(entry) ? password : base::Secret();
        if (m_keeper != nullptr)
            m_keeper->signIn(entry, own, m_remember->isWanted());
        else
            m_fleet.addServer(entry, own);
    }
    m_password->clear();
    Q_EMIT added(static_cast<int>(m_entries.size()));
    QDialog::accept();
}

} // namespace hvgpu::ui
