#include "core/text/HostErrorText.h"

#include <QCoreApplication>

namespace hvgpu::text {
namespace {

bool isSilence(const base::Error& error)
{
    return error.layer != base::Layer::Proxy &&
           (error.code == base::ErrorCode::Unreachable || error.code == base::ErrorCode::TimedOut);
}

} // namespace

ErrorText presentHostError(const fleet::HostRecord& host)
{
    if (!host.lastError)
        return {};
    ErrorText words = present(*host.lastError, host.displayName);
    if (host.nodeState != model::NodeState::Down || !isSilence(*host.lastError))
        return words;
    words.title = QCoreApplication::translate("Error", "%1 is down").arg(host.displayName);
    words.explanation = QCoreApplication::translate(
        "Error", "The other nodes of its cluster say so, and it does not answer.");
    words.advice = QCoreApplication::translate(
        "Error",
        "Start it. If it runs, start its cluster service: Start-ClusterNode on another node. Evict it "
        "from the cluster only if it is gone for good.");
    return words;
}

} // namespace hvgpu::text
