#include "tests/benchmarks/fleet_refresh/SimProcess.h"

#include "core/fleet/ServerListStore.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hvgpu::bench {

bool SimProcess::start(const QString& fleet)
{
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
