#include "tests/benchmarks/common/SimProcess.h"

#include "core/fleet/ServerListStore.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <thread>

#ifdef __linux__
#include <sched.h>
#endif

using namespace Qt::StringLiterals;

namespace hvgpu::bench {
namespace {

/// Binds the calling thread, and what it starts, to the first or the second half of the processors.
void bindToHalf([[maybe_unused]] bool first)
{
#ifdef __linux__
    const unsigned all = std::max(2U, std::thread::hardware_concurrency());
    cpu_set_t set;
    CPU_ZERO(&set);
    for (unsigned cpu = first ? 0 : all / 2; cpu < (first ? all / 2 : all); ++cpu)
        CPU_SET(cpu, &set);
    sched_setaffinity(0, sizeof(set), &set);
#endif
}

} // namespace

bool SimProcess::start(const QString& fleet, bool ownProcessor)
{
    if (ownProcessor) {
        bindToHalf(false);
        m_process.setChildProcessModifier([] { bindToHalf(true); });
    }
    constexpr int startTimeout = 120'000;
    QElapsedTimer timer;
    timer.start();
    const QString servers = m_folder.filePath(u"servers.json"_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(HVGPU_SIM_PROGRAM),
                    {u"--fleet"_s, fleet, u"--listen"_s, u"127.0.0.1:0"_s, u"--servers-out"_s, servers});
    while (timer.elapsed() < startTimeout) {
        if (!m_process.waitForReadyRead(1'000) && m_process.state() == QProcess::NotRunning)
            return false;
        while (m_process.canReadLine()) {
            if (m_process.readLine().trimmed() != "ready")
                continue;
            m_startSeconds = static_cast<double>(timer.elapsed()) / 1000.0;
            auto read = fleet::readServerFile(servers);
            if (!read) {
                std::fprintf(stderr, "%s\n", qPrintable(base::describe(read.error())));
                return false;
            }
            m_entries = std::move(*read);
            return true;
        }
    }
    return false;
}

SimProcess::~SimProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

} // namespace hvgpu::bench
