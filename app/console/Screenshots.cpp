#include "app/console/Screenshots.h"

#include "core/base/Log.h"
#include "core/operations/Planner.h"
#include "ui/commands/Actions.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QUuid>

#include <algorithm>

namespace hvgpu::console {
using namespace Qt::StringLiterals;

namespace {
constexpr int tickMs = 100;
constexpr int loadTicks = 900; // 90 s
constexpr int settleMs = 600;  // longer than the delay of the search box and the slices of the models
constexpr int fillTimes = 30;  // as long as a page is empty because it is being worked out
constexpr QSize pictureSize(1280, 800);
constexpr QSize narrowSize(900, 600);
} // namespace

Screenshots::Screenshots(ui::MainWindow& window, fleet::Fleet& fleet, operations::Activities& activities,
                         ui::Theme& theme, QString folder)
    : m_window(window)
    , m_fleet(fleet)
    , m_activities(activities)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (isLoaded() || ++m_waited > loadTicks)
            begin();
    });
}

void Screenshots::start()
{
    m_window.resize(pictureSize);
    m_wait.start(tickMs);
}

bool Screenshots::isLoaded() const
{
    const auto snapshot = m_fleet.snapshot();
    const auto done = [](const auto& host) {
        return host->phase == fleet::HostPhase::Ready || host->phase == fleet::HostPhase::Failed;
    };
    return !m_fleet.isRefreshing() && !snapshot->hosts.empty() && std::ranges::all_of(snapshot->hosts, done);
}

std::function<void()> Screenshots::look(const QString& page)
{
    return [this, page] { m_window.showPage(page); };
}

std::function<void()> Screenshots::show(const QString& page, const QString& text)
{
    return [this, page, text] {
        m_window.showPage(page);
        ui::DataTreeView* view = m_window.page(page)->view();
        view->expandAllGuarded();
        const QModelIndex root;
        const QAbstractItemModel& model = *view->model();
        const QModelIndexList found = model.match(model.index(0, 0, root), Qt::DisplayRole, text, 1,
                                                  Qt::MatchContains | Qt::MatchRecursive);
        if (!found.isEmpty())
            view->setCurrentIndex(found.first());
    };
}

void Screenshots::begin()
{
    m_wait.stop();
    QDir().mkpath(m_folder);
    addPages();
    if (!m_activities.isReadOnly())
        addChanges();
    next();
}

void Screenshots::addPages()
{
    const auto scheme = [this](ui::Theme::Scheme wanted) { m_theme.setScheme(wanted); };
    m_steps = {
        {u"gpus.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Light);
             show(u"gpus"_s, u"NVIDIA A2"_s)();
         }},
        {u"gpu-partitions.png"_s, show(u"partitions"_s, u"artition"_s)},
        {u"gpu-pools.png"_s, show(u"pools"_s, u"Tesla T4"_s)},
        {u"virtual-machines.png"_s, show(u"vms"_s, u"cad"_s)},
        {{}, look(u"prerequisites"_s), u"prerequisites"_s},
        {u"prerequisites.png"_s, show(u"prerequisites"_s, u"SR-IOV"_s)},
        {{}, look(u"findings"_s), u"findings"_s},
        {u"findings.png"_s, show(u"findings"_s, u"offline action"_s)},
        {u"gpus-dark.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Dark);
             m_window.showPage(u"gpus"_s);
         }},
        {u"gpu-partitions-dark.png"_s, show(u"partitions"_s, u"artition"_s)},
        {u"prerequisites-dark.png"_s, show(u"prerequisites"_s, u"SR-IOV"_s)},
        {u"findings-dark.png"_s, show(u"findings"_s, u"offline action"_s)},
        {u"narrow.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Light);
             m_window.resize(narrowSize);
         }},
        {u"add-server.png"_s, open(ui::Command::AddServer)},
    };
}

std::function<void()> Screenshots::open(ui::Command command)
{
    return [this, command] { m_window.actions()[command]->trigger(); };
}

/// The dialogs of the three changes on a selection each, and the Activity tab after one of them.
void Screenshots::addChanges()
{
    const auto closeDialogs = [this] {
        while (QWidget* dialog = QApplication::activeModalWidget())
            dialog->close();
        m_window.resize(pictureSize);
    };
    m_steps.push_back({{}, closeDialogs});
    m_steps.push_back({{}, show(u"partitions"_s, u"NVIDIA A2"_s)});
    m_steps.push_back({u"configure-partition-count.png"_s, open(ui::Command::ConfigureCount)});
    m_steps.push_back({{}, closeDialogs});
    m_steps.push_back({{}, [this] { m_window.page(u"partitions"_s)->view()->clearSelection(); }});
    m_steps.push_back({u"assign-partition.png"_s, open(ui::Command::Assign)});
    m_steps.push_back({{}, closeDialogs});
    m_steps.push_back({u"unassign-partition.png"_s, open(ui::Command::Unassign)});
    m_steps.push_back({{}, closeDialogs});
    m_steps.push_back({{}, show(u"gpus"_s, u"HV-DDA01"_s)});
    m_steps.push_back({u"assign-gpu.png"_s, open(ui::Command::AssignDevice)});
    m_steps.push_back({{}, closeDialogs});
    m_steps.push_back({{}, [this] { changeSomething(); }});
    m_steps.push_back({u"activity.png"_s, show(u"activity"_s, u"artition"_s)});
}

/// Sets the count of a GPU that nobody uses to another valid one.
void Screenshots::changeSomething()
{
    const auto snapshot = m_fleet.snapshot();
    for (const auto& host : snapshot->hosts) {
        if (!host->snapshot)
            continue;
        for (const model::Gpu& gpu : host->snapshot->gpus) {
            if (!gpu.partitioning || gpu.partitioning->validPartitionCounts.empty())
                continue;
            operations::SetCountRequest request;
            request.gpus.push_back({host->id, gpu.id});
            request.count = gpu.partitioning->validPartitionCounts.front();
            const operations::Plan plan = operations::plan(
                request, *snapshot,
                {QUuid::createUuid().toString(QUuid::WithoutBraces), QDateTime::currentDateTimeUtc()});
            if (!plan.isBlocked() && !plan.isEmpty() && m_activities.start(plan))
                return;
        }
    }
}

void Screenshots::next()
{
    if (m_steps.empty()) {
        for (QWidget* widget : QApplication::topLevelWidgets())
            widget->close();
        QApplication::exit(m_failed == 0 ? 0 : 1);
        return;
    }
    const Step step = m_steps.front();
    m_steps.pop_front();
    step.prepare();
    settle(step);
}

bool Screenshots::isFilled(const QString& page) const
{
    return page.isEmpty() || m_window.page(page)->view()->model()->rowCount() > 0;
}

void Screenshots::settle(const Step& step, int waited)
{
    QTimer::singleShot(settleMs, this, [this, step, waited] {
        const bool mayWait = waited < fillTimes && !isFilled(step.fills);
        if (m_activities.isBusy() || mayWait) {
            settle(step, waited + 1);
            return;
        }
        if (!step.file.isEmpty())
            take(step.file);
        next();
    });
}

void Screenshots::take(const QString& file)
{
    QWidget* shown =
        QApplication::activeModalWidget() != nullptr ? QApplication::activeModalWidget() : &m_window;
    const QString path = QDir(m_folder).filePath(file);
    if (shown->grab().save(path))
        return;
    ++m_failed;
    base::log::error(u"The picture %1 could not be written."_s.arg(path));
}

} // namespace hvgpu::console
