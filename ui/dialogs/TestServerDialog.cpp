#include "ui/dialogs/TestServerDialog.h"

#include "ui/dialogs/TestResults.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int characters = 80;
constexpr int lines = 24;
} // namespace

TestServerDialog::TestServerDialog(fleet::Fleet& fleet, fleet::ServerEntry entry, QWidget* parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_entry(std::move(entry))
    , m_results(new TestResults(this))
{
    setObjectName(u"testServerDialog"_s);
    setWindowTitle(tr("Test connection"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_again = buttons->addButton(tr("&Test again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(u"testAgain"_s);
    m_copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyResults"_s);
    // The box stands for its first button, and after others: Tab would lead back from it.
    buttons->setFocusProxy(nullptr);
    connect(m_again, &QPushButton::clicked, this, &TestServerDialog::run);
    connect(m_copy, &QPushButton::clicked, this, &TestServerDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_results, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * characters, fontMetrics().lineSpacing() * lines);
    run();
}

void TestServerDialog::run()
{
    const auto setRunning = [this](bool running) {
        m_again->setEnabled(!running);
        m_again->setToolTip(running ? tr("The test is running.") : QString());
        m_copy->setEnabled(!running);
        m_copy->setToolTip(m_again->toolTip());
    };
    setRunning(true);
    m_results->showRunning(m_entry.display.isEmpty() ? m_entry.name : m_entry.display);
    m_fleet.testConnection(m_entry, {}, this, [this, setRunning](const fleet::ConnectionTestReport& report) {
        setRunning(false);
        m_results->showReport(report, m_entry);
    });
}

void TestServerDialog::copy() const
{
    QApplication::clipboard()->setText(m_results->text());
}

} // namespace hvgpu::ui
