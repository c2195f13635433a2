#include "ui/dialogs/AboutDialog.h"

#include "ui/theme/Icons.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 64;
constexpr int textLines = 9;

/// English on purpose: it goes into bug reports.
QString collect(const QWidget& window, const QStringList& more)
{
    QStringList lines;
    lines << u"hvgpu-console %1"_s.arg(QStringLiteral(HVGPU_VERSION));
    lines << u"Qt: %1 (built with %2)"_s.arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR));
    lines << u"System: %1, %2"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    lines << u"Platform: %1, style %2"_s.arg(QGuiApplication::platformName(), QApplication::style()->name());
    lines << u"Locale: %1"_s.arg(QLocale().name());
    const QScreen* screen = window.screen();
    if (screen != nullptr)
        lines << u"Screen: %1×%2, scale %3"_s.arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio());
    return (lines + more).join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(const QStringList& more, QWidget* parent)
    : QDialog(parent)
    , m_diagnostics(collect(*this, more))
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About GPU Console for Hyper-V"));
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    auto* words =
        new QLabel(tr("<b>GPU Console for Hyper-V</b><br>Version %1<br>Licence: MIT. Made with Qt, which is "
                      "used under the LGPL.")
                       .arg(QStringLiteral(HVGPU_VERSION)),
                   this);
    words->setWordWrap(true);
    auto* diagnostics = new QPlainTextEdit(m_diagnostics, this);
    diagnostics->setObjectName(u"diagnostics"_s);
    diagnostics->setReadOnly(true);
    diagnostics->setTabChangesFocus(true);
    diagnostics->setMinimumHeight(fontMetrics().lineSpacing() * textLines);
    auto* label = new QLabel(tr("&Diagnostics for a bug report:"), this);
    label->setBuddy(diagnostics);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy diagnostics"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyDiagnostics"_s);
    copy->setIcon(icon(u"copy"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_diagnostics); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* top = new QHBoxLayout;
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addWidget(words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(label);
    layout->addWidget(diagnostics, 1);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

} // namespace hvgpu::ui
