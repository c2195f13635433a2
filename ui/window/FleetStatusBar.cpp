#include "ui/window/FleetStatusBar.h"

#include "core/text/Text.h"
#include "ui/theme/Icons.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int progressCharacters = 30;
}

FleetStatusBar::FleetStatusBar(QAction* cancelRefresh, QWidget* parent)
    : QStatusBar(parent)
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_interrupted(new QToolButton(this))
    , m_readOnly(new QLabel(this))
    , m_servers(new QLabel(this))
    , m_gpus(new QLabel(this))
    , m_age(new QLabel(this))
{
    m_progress->setObjectName(u"refreshProgress"_s);
    m_progress->setAccessibleName(tr("Progress of reading the servers"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * progressCharacters);
    m_progress->setFormat(tr("%v of %m servers"));
    m_progress->setMaximumHeight(fontMetrics().height() + 4);
    constexpr int progressMs = 100;
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(progressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] { m_progress->setValue(m_done); });
    m_cancel->setDefaultAction(cancelRefresh);
    m_cancel->setAutoRaise(true);
    m_cancel->setObjectName(u"refreshCancel"_s);
    m_cancel->setAccessibleName(cancelRefresh->text().remove(u'&'));
    m_servers->setObjectName(u"statusServers"_s);
    m_gpus->setObjectName(u"statusGpus"_s);
    m_age->setObjectName(u"statusAge"_s);
    m_interrupted->setObjectName(u"statusInterrupted"_s);
    m_interrupted->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_interrupted->setIcon(icon(u"warning"));
    m_interrupted->setAutoRaise(true);
    m_interrupted->setFocusPolicy(Qt::StrongFocus);
    m_interrupted->setToolTip(tr("Shows what is done and what is not, and lets you decide"));
    connect(m_interrupted, &QToolButton::clicked, this, &FleetStatusBar::interruptedRequested);
    addPermanentWidget(m_interrupted);
    m_interrupted->hide();
    m_readOnly->setObjectName(u"statusReadOnly"_s);
    m_readOnly->setText(tr("Read-only"));
    QFont bold = m_readOnly->font();
    bold.setBold(true);
    m_readOnly->setFont(bold);
    for (QLabel* label : {m_readOnly, m_servers, m_gpus, m_age}) {
        label->setContentsMargins(6, 0, 6, 0);
        addPermanentWidget(label);
    }
    insertPermanentWidget(0, m_progress);
    insertPermanentWidget(1, m_cancel);
    for (QLabel* label : {m_gpus, m_age})
        label->setMinimumWidth(1); // the first to give way in a narrow window
    m_readOnly->hide();
    hideProgress();
}

void FleetStatusBar::showReadOnly(const QString& reason)
{
    m_readOnly->setToolTip(reason);
    m_readOnly->setAccessibleDescription(reason);
    m_readOnly->setVisible(!reason.isEmpty());
}

void FleetStatusBar::showInterrupted(int count)
{
    m_interrupted->setText(tr("%n interrupted change(s)", nullptr, count));
    m_interrupted->setVisible(count > 0);
}

QWidget* FleetStatusBar::reminder() const
{
    return m_interrupted;
}

QString FleetStatusBar::gpusText(const FleetCounts& counts)
{
    if (counts.gpusUnknown && counts.gpus == 0)
        return tr("GPUs: unknown");
    return counts.gpusUnknown ? tr("%n known GPU(s)", nullptr, counts.gpus)
                              : tr("%n GPU(s)", nullptr, counts.gpus);
}

QString FleetStatusBar::partitionsText(const FleetCounts& counts)
{
    if (counts.totalUnknown && counts.partitions == 0)
        return tr("partitions in use: unknown");
    if (counts.totalUnknown)
        return tr("%1 of %n known partition(s) in use", nullptr, counts.partitions)
            .arg(counts.partitionsInUse);
    const bool more = counts.inUseUnknown && counts.partitionsInUse < counts.partitions;
    return (more ? tr("at least %1 of %n partition(s) in use", nullptr, counts.partitions)
                 : tr("%1 of %n partition(s) in use", nullptr, counts.partitions))
        .arg(counts.partitionsInUse);
}

void FleetStatusBar::showCounts(const FleetCounts& counts, const QDateTime& now)
{
    QStringList servers{tr("%n server(s)", nullptr, counts.servers)};
    if (counts.servers > 0)
        servers.append(tr("%1 OK").arg(counts.ok));
    if (counts.partly > 0)
        servers.append(tr("%n partly read", "servers", counts.partly));
    if (counts.failed > 0)
        servers.append(tr("%n failed", "servers", counts.failed));
    if (counts.reading > 0)
        servers.append(tr("%n reading", "servers", counts.reading));
    m_servers->setText(servers.join(u" · "_s));
    m_gpus->setText(gpusText(counts) + u" · "_s + partitionsText(counts));
    m_gpus->setToolTip(m_gpus->text());
    if (!counts.newest.isValid()) {
        m_age->setText(tr("Not refreshed yet"));
        m_age->setToolTip({});
        return;
    }
    const std::chrono::seconds age(std::max<qint64>(0, counts.newest.secsTo(now)));
    m_age->setText(tr("Last refresh: %1").arg(text::age(age)));
    m_age->setToolTip(QLocale().toString(counts.newest.toLocalTime(), QLocale::LongFormat));
}

void FleetStatusBar::showProgress(int done, int total)
{
    m_done = done;
    if (m_progress->isHidden() || m_progress->maximum() != total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
        m_progress->show();
        m_cancel->show();
    } else if (!m_progressTimer.isActive()) {
        m_progressTimer.start();
    }
}

void FleetStatusBar::hideProgress()
{
    m_progressTimer.stop();
    m_progress->hide();
    m_cancel->hide();
}

} // namespace hvgpu::ui
