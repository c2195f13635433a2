#include "app/console/Screenshots.h"

#include "core/base/Log.h"
#include "ui/commands/Actions.h"

#include <QApplication>
#include <QDialog>
#include <QDir>

#include <algorithm>

namespace hvgpu::console {
using namespace Qt::StringLiterals;

namespace {
constexpr int tickMs = 100;
constexpr int loadTicks = 900; // 90 s
constexpr int settleMs = 600;  // longer than the delay of the search box and the slices of the models
constexpr QSize pictureSize(1280, 800);
constexpr QSize narrowSize(900, 600);
} // namespace

Screenshots::Screenshots(ui::MainWindow& window, fleet::Fleet& fleet, ui::Theme& theme, QString folder)
    : m_window(window)
    , m_fleet(fleet)
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
    const auto scheme = [this](ui::Theme::Scheme wanted) { m_theme.setScheme(wanted); };
    m_steps = {
        {u"gpus.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Light);
             show(u"gpus"_s, u"NVIDIA A2"_s)();
         }},
        {u"gpu-partitions.png"_s, show(u"partitions"_s, u"artition"_s)},
        {u"virtual-machines.png"_s, show(u"vms"_s, u"cad"_s)},
        {u"gpus-dark.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Dark);
             m_window.showPage(u"gpus"_s);
         }},
        {u"gpu-partitions-dark.png"_s, show(u"partitions"_s, u"artition"_s)},
        {u"narrow.png"_s,
         [this, scheme] {
             scheme(ui::Theme::Scheme::Light);
             m_window.resize(narrowSize);
         }},
        {u"add-server.png"_s, [this] { m_window.actions()[ui::Command::AddServer]->trigger(); }},
    };
    next();
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
    QTimer::singleShot(settleMs, this, [this, file = step.file] {
        take(file);
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
