#include "ui/window/HostBanner.h"

#include "core/text/HostErrorText.h"
#include "ui/models/HostCondition.h"
#include "ui/theme/Icons.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
using Hosts = std::vector<std::shared_ptr<const fleet::HostRecord>>;
constexpr int namesShown = 4;
constexpr QRgb lightGround = 0xfffff3d6;
constexpr QRgb darkGround = 0xff3d3216;
/// "A, B, C, D and 3 more".
QString firstOf(const QStringList& names)
{
    const QString list = QStringList(names.mid(0, namesShown)).join(u", "_s);
    return names.size() > namesShown
               ? HostBanner::tr("%1 and %n more", nullptr, static_cast<int>(names.size()) - namesShown)
                     .arg(list)
               : list;
}

QString alsoPartly(const Hosts& hosts)
{
    QStringList names;
    for (const auto& host : hosts)
        names << host->displayName;
    if (names.isEmpty())
        return {};
    return u' ' + HostBanner::tr("Of %n other server(s) some lists could not be read: %1.", nullptr,
                                 static_cast<int>(names.size()))
                      .arg(firstOf(names));
}

} // namespace

HostBanner::HostBanner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_details(new QPushButton(tr("Sho&w details"), this))
    , m_retry(new QPushButton(tr("Retr&y"), this))
{
    setObjectName(u"hostBanner"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"hostBannerText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(u"hostBannerDetails"_s);
    m_retry->setObjectName(u"hostBannerRetry"_s);
    m_retry->setToolTip(tr("Read these servers again"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_failed); });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (!m_failed.empty())
            Q_EMIT detailsRequested(m_failed.front());
    });
    applyColours();
    hide();
}

void HostBanner::showState(const fleet::FleetSnapshot& fleet, const Scope& scope, const QDateTime& now)
{
    m_failed.clear();
    std::shared_ptr<const fleet::HostRecord> first;
    QStringList names;
    std::vector<std::shared_ptr<const fleet::HostRecord>> partly;
    int inScope = 0;
    for (const auto& host : fleet.hosts) {
        if (!scope.contains(host->entry, host->id))
            continue;
        ++inScope;
        if (host->phase != fleet::HostPhase::Failed) {
            if (isPartlyRead(*host))
                partly.push_back(host);
            continue;
        }
        m_failed.push_back(host->id);
        names.append(host->displayName);
        if (!first)
            first = host;
    }
    std::shared_ptr<const fleet::EntryRecord> unlisted;
    for (const auto& entry : fleet.entries) {
        if (entry->expansionError && entry->hosts.empty() && scope.contains(entry->id, {}))
            unlisted = entry;
    }
    if (!first && !unlisted && partly.empty()) {
        hide();
        return;
    }
    if (!first && !unlisted)
        return showPartly(partly);
    m_details->setVisible(first || !partly.empty());
    if (!first) {
        const text::ErrorText words = text::present(*unlisted->expansionError, unlisted->displayName);
        say(tr("The nodes of cluster %1 could not be listed: %2. %3")
                    .arg(unlisted->displayName, words.title, words.advice) +
                alsoPartly(partly),
            u"error"_s);
    } else if (m_failed.size() == 1) {
        const text::ErrorText words = text::presentHostError(*first);
        const bool named = words.title.contains(first->displayName);
        const QString what =
            named ? words.title : tr("%1 could not be read: %2").arg(first->displayName, words.title);
        say((first->snapshot ? tr("%1. The data shown is from %2.").arg(what, hostAge(*first, now))
                             : tr("%1.", "sentence").arg(what)) +
                alsoPartly(partly),
            first->snapshot ? u"warning"_s : u"error"_s);
        m_text->setToolTip(words.advice);
    } else {
        say(tr("%1 of %n server(s) could not be read: %2.", nullptr, inScope)
                    .arg(m_failed.size())
                    .arg(firstOf(names)) +
                alsoPartly(partly),
            u"warning"_s);
    }
    for (const auto& host : partly) // read again with the others
        m_failed.push_back(host->id);
    show();
}

void HostBanner::showPartly(const std::vector<std::shared_ptr<const fleet::HostRecord>>& hosts)
{
    QStringList names;
    for (const auto& host : hosts) {
        m_failed.push_back(host->id);
        names.append(host->displayName);
    }
    if (hosts.size() == 1) {
        say(tr("Of %1 could not be read: %2. What depends on it is shown as unknown.", "server, lists")
                .arg(names.front(), unreadOf(*hosts.front())),
            u"warning"_s);
    } else {
        say(tr("Some lists of %n server(s) could not be read: %1. What depends on them is shown as unknown.",
               nullptr, static_cast<int>(names.size()))
                .arg(firstOf(names)),
            u"warning"_s);
    }
    m_details->show();
    m_text->setToolTip({});
    show();
}

QString HostBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void HostBanner::say(const QString& text, const QString& iconName)
{
    m_iconName = iconName;
    m_icon->setPixmap(icon(iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
    if (m_text->text() != text)
        m_text->setText(text);
}

void HostBanner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isDark(QGuiApplication::palette()) != m_dark) {
        applyColours();
        if (!m_iconName.isEmpty())
            m_icon->setPixmap(icon(m_iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
    }
}

void HostBanner::applyColours()
{
    m_dark = isDark(QGuiApplication::palette());
    // Only the ground is ours: with every role set, a change of theme would not reach this widget.
    QPalette colours;
    colours.setColor(QPalette::Window, m_dark ? darkGround : lightGround);
    setPalette(colours);
}

} // namespace hvgpu::ui
