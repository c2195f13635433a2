#include "ui/dialogs/TrustDialog.h"

#include "core/text/TrustText.h"
#include "ui/dialogs/FitHeight.h"
#include "ui/theme/Icons.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 32;
constexpr int characters = 72;

QLabel* plain(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

TrustDialog::TrustDialog(Subject subject, const QDateTime& now, QWidget* parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
{
    setObjectName(u"trustDialog"_s);
    setWindowTitle(isAlarm() ? tr("Certificate has changed") : tr("Certificate is not trusted"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeHeading());
    layout->addWidget(makeReasons(now));
    layout->addWidget(makeFacts());
    auto* advice =
        plain(tr("Compare the fingerprint with the one on the server, over a way that nobody else can "
                 "change. If it "
                 "is the same, you can trust this certificate; any other one will be refused from then on."),
              this);
    layout->addWidget(advice);
    m_text += advice->text() + u'\n';
    if (isAlarm()) {
        m_compared = new QCheckBox(tr("I know &why the certificate changed"), this);
        m_compared->setObjectName(u"compared"_s);
        layout->addWidget(m_compared);
    }
    makeButtons();
    setMinimumWidth(fontMetrics().averageCharWidth() * characters);
    fitHeight(*this);
}

QWidget* TrustDialog::makeHeading()
{
    auto* row = new QWidget(this);
    auto* box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    auto* picture = new QLabel(row);
    picture->setPixmap(
        icon(isAlarm() ? u"error" : u"warning").pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    auto* heading = plain(
        isAlarm() ? tr("%1 shows another certificate than the one you trusted. Either it was renewed, or "
                       "another computer answers in its place and would see what is sent. Nothing was sent.")
                        .arg(m_subject.server)
                  : tr("The certificate of %1 is not trusted. Nothing was sent.").arg(m_subject.server),
        row);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    box->addWidget(picture, 0, Qt::AlignTop);
    box->addWidget(heading, 1);
    m_text += heading->text() + u'\n';
    return row;
}

QWidget* TrustDialog::makeReasons(const QDateTime& now)
{
    QStringList lines;
    for (const base::TrustProblem problem : base::trustProblems(m_subject.certificate, m_subject.host, now))
        lines << u"• "_s + text::trustProblem(problem, m_subject.certificate, m_subject.host);
    m_text += lines.join(u'\n') + u'\n';
    return plain(lines.join(u'\n'), this);
}

QWidget* TrustDialog::makeFacts()
{
    auto* facts = new QWidget(this);
    auto* form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, facts, form](const QString& name, const QString& value, bool fixed = false) {
        const QString shown = value.isEmpty() ? tr("not stated") : value;
        auto* label = plain(shown, facts);
        if (fixed) {
            label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
            label->setWordWrap(false); // has lines of its own
        }
        form->addRow(name, label);
        m_text += name + u' ' + shown + u'\n';
    };
    const base::CertificateSummary& certificate = m_subject.certificate;
    const auto time = [](const QDateTime& when) {
        return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
    };
    add(tr("Issued to:"), certificate.subject);
    add(tr("Issued by:"), certificate.issuer);
    add(tr("Valid:"),
        certificate.validUntil.isValid()
            ? tr("%1 to %2", "dates").arg(time(certificate.validFrom), time(certificate.validUntil))
            : QString());
    add(tr("For:"), certificate.names.join(u", "_s));
    add(tr("Fingerprint (SHA-256):"), text::fingerprintLines(certificate.fingerprint), true);
    if (isAlarm())
        add(tr("Trusted until now:"), text::fingerprintLines(m_subject.trustedBefore), true);
    return facts;
}

void TrustDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    m_trust = buttons->addButton(tr("&Trust this certificate"), QDialogButtonBox::AcceptRole);
    m_trust->setObjectName(u"trust"_s);
    m_trust->setAutoDefault(false);
    auto* cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &TrustDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto check = [this] {
        const bool ready = m_compared == nullptr || m_compared->isChecked();
        m_trust->setEnabled(ready);
        m_trust->setToolTip(ready ? QString() : tr("Find out first why the certificate is another one."));
    };
    if (m_compared != nullptr)
        connect(m_compared, &QCheckBox::toggled, this, check);
    check();
    layout()->addWidget(buttons);
    cancel->setFocus();
}

void TrustDialog::accept()
{
    Q_EMIT trusted(m_subject.certificate.fingerprint);
    QDialog::accept();
}

} // namespace hvgpu::ui
