// How long models and views take for a large fleet, and how long the GUI thread is ever away from its event
// loop. Figures go to standard output, one per line.
#include "tests/support/FleetBuilder.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/VmTableModel.h"
#include "ui/views/DataTreeView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

/// Wall time, and what of it this process really worked: the two differ on a busy machine.
struct Span
{
    double wallMs = 0;
    double cpuMs = 0;
};

class Stopwatch
{
public:
    Stopwatch() { restart(); }
    void restart()
    {
        m_wall.start();
        m_cpu = std::clock();
    }
    [[nodiscard]] Span span() const
    {
        return {static_cast<double>(m_wall.nsecsElapsed()) / 1e6,
                static_cast<double>(std::clock() - m_cpu) * 1000.0 / CLOCKS_PER_SEC};
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu = 0;
};

void print(const QString& what, const Span& span)
{
    QTextStream(stdout) << what.leftJustified(66) << QString::number(span.wallMs, 'f', 1).rightJustified(9)
                        << " ms wall" << QString::number(span.cpuMs, 'f', 1).rightJustified(9) << " ms CPU\n";
}

template <class Work>
Span timed(Work work)
{
    const Stopwatch watch;
    work();
    return watch.span();
}

/// Longest time between two turns of the event loop, each measure on its own.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_timer.start(0);
    }
    void reset()
    {
        m_longest = {};
        m_last.restart();
    }
    [[nodiscard]] Span longest()
    {
        beat();
        return m_longest;
    }

private:
    void beat()
    {
        const Span span = m_last.span();
        m_longest = {std::max(m_longest.wallMs, span.wallMs), std::max(m_longest.cpuMs, span.cpuMs)};
        m_last.restart();
    }

    QTimer m_timer;
    Stopwatch m_last;
    Span m_longest;
};

template <class Model>
struct Bench
{
    Bench(const QString& title, ui::DataTreeView::Content content)
        : name(title)
        , view(content)
    {}

    void turn()
    {
        do
            QCoreApplication::processEvents();
        while (model.hasPending());
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void apply(const QString& what, const fleet::FleetDelta& delta)
    {
        turn();
        beat.reset();
        print(name + u": "_s + what + u", until applied and painted"_s, timed([&] {
                  model.apply(delta);
                  turn();
              }));
        print(name + u": "_s + what + u", longest stall"_s, beat.longest());
    }
    void step(const QString& what, const std::function<void()>& work)
    {
        turn();
        print(name + u": "_s + what, timed([&] {
                  work();
                  turn();
              }));
    }

    QString name;
    Model model;
    ui::DataTreeView view;
    Heartbeat beat;
};

template <class Model>
void run(const QString& name, ui::DataTreeView::Content content, const test::FleetShape& shape,
         int sortColumn)
{
    test::FleetBuilder fleet(shape);
    Bench<Model> bench(name, content);
    bench.view.setListModel(&bench.model);
    bench.view.resize(1200, 800);
    bench.view.show();
    bench.model.setSnapshot(std::make_shared<fleet::FleetSnapshot>());
    fleet::FleetDelta all;
    all.snapshot = fleet.snapshot();
    all.entriesChanged = true;
    for (const auto& host : fleet.snapshot()->hosts)
        all.hosts.push_back(fleet::diff(nullptr, host));
    print(name + u": model built at once, no view"_s, timed([&] {
              Model plain;
              plain.setSnapshot(fleet.snapshot());
          }));
    bench.apply(u"all hosts arrive"_s, all);
    for (const bool expanded : {false, true}) {
        const QString state = expanded ? u" (servers expanded)"_s : u" (collapsed)"_s;
        if (expanded)
            bench.step(u"expand guarded"_s, [&] { bench.view.expandAllGuarded(); });
        fleet.touchGpus(100);
        bench.apply(u"1 % of the GPUs change"_s + state, fleet.commit());
        fleet.touchGpus(1);
        bench.apply(u"every GPU changes"_s + state, fleet.commit());
        bench.step(u"filter, first time"_s + state, [&] { bench.view.proxy()->setFilterText(u"vm00012"_s); });
        bench.step(u"filter, next key"_s + state, [&] { bench.view.proxy()->setFilterText(u"vm000123"_s); });
        bench.step(u"filter cleared"_s + state, [&] { bench.view.proxy()->setFilterText({}); });
        bench.step(u"sort"_s + state, [&] { bench.view.sortByColumn(sortColumn, Qt::DescendingOrder); });
        fleet.touchGpus(100);
        bench.apply(u"1 % change while sorted"_s + state, fleet.commit());
        bench.step(u"natural order"_s + state, [&] { bench.view.sortByColumn(-1, Qt::AscendingOrder); });
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    test::FleetShape shape{
        .hosts = 1000, .gpusPerHost = 8, .partitions = 16, .vmsPerHost = 64, .hostsPerCluster = 8};
    if (arguments.size() > 3) {
        shape.hosts = arguments[1].toInt();
        shape.gpusPerHost = arguments[2].toInt();
        shape.partitions = arguments[3].toInt();
    }
    run<ui::GpuTreeModel>(u"GPUs"_s, ui::DataTreeView::Content::Gpus, shape, ui::GpuTreeModel::AvailableVram);
    run<ui::PartitionTreeModel>(u"Partitions"_s, ui::DataTreeView::Content::Partitions, shape,
                                ui::PartitionTreeModel::Vram);
    run<ui::VmTableModel>(u"VMs"_s, ui::DataTreeView::Content::Vms, shape, ui::VmTableModel::Memory);
    return 0;
}
