#include "core/operations/GpuTargetRun.h"

#include "core/operations/ReadAgain.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

base::Error gpuError(base::ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = code;
    error.detail = detail;
    return error;
}

std::optional<std::uint64_t> countOf(const hyperv::GpuState& state)
{
    if (!state.partitioning.partitionCount)
        return std::nullopt;
    return *state.partitioning.partitionCount;
}

} // namespace

GpuTargetRun::GpuTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                           std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_stop(std::move(stop))
{}

base::Result<hyperv::GpuState> GpuTargetRun::read(const std::stop_token& stop)
{
    return readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readGpu(m_target.gpuName, context);
    });
}

Outcome GpuTargetRun::run()
{
    if (m_stop.stop_requested())
        return Outcome::Cancelled;
    const auto state = read(m_stop);
    QString& changed = m_log.report().changed;
    if (!state) {
        m_log.report().error = state.error();
        if (state.error().code == base::ErrorCode::NotFound)
            changed = u"the GPU is no longer on this server"_s;
        if (!changed.isEmpty())
            return Outcome::Refused;
        return state.error().code == base::ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    }
    if (state->partitioning.partitionCount != m_target.expected.partitionCount)
        changed = u"its partition count is %1"_s.arg(countOf(*state).value_or(0));
    else if (!state->assignedVms.empty())
        changed = u"%1 of its partitions were assigned to VMs"_s.arg(state->assignedVms.size());
    return changed.isEmpty() ? resume() : Outcome::Refused;
}

Outcome GpuTargetRun::resume()
{
    for (std::size_t i = 0; i < m_target.steps.size(); ++i) {
        const Step& step = m_target.steps[i];
        const auto before = read(m_stop);
        if (before && countOf(*before) == step.after) {
            m_log.noteAlreadyDone(static_cast<int>(i));
            continue;
        }
        if (m_stop.stop_requested())
            return Outcome::Cancelled;
        const auto result =
            m_log.perform(static_cast<int>(i), m_stop, [&](const hyperv::ActionContext& context) {
                return m_host.setPartitionCount(step.gpuName,
                                                static_cast<std::uint16_t>(step.after.value_or(0)), context);
            });
        const auto after = read({});
        if (!after) {
            m_log.report().error = after.error();
            return Outcome::Indeterminate;
        }
        if (countOf(*after) == step.after)
            continue;
        m_log.report().error = result
                                   ? gpuError(base::ErrorCode::Conflict,
                                              u"the host reported success, but the count is still %1"_s.arg(
                                                  countOf(*after).value_or(0)))
                                   : result.error();
        return m_log.report().error->code == base::ErrorCode::Cancelled ? Outcome::Cancelled
                                                                        : Outcome::Failed;
    }
    return Outcome::Succeeded;
}

Outcome GpuTargetRun::putBack()
{
    const auto state = read({});
    if (!state) {
        m_log.report().undoError = state.error();
        return Outcome::Indeterminate;
    }
    const std::optional<std::uint16_t>& wanted = m_target.expected.partitionCount;
    if (!wanted || state->partitioning.partitionCount == wanted)
        return Outcome::PutBack;
    const auto result = m_log.perform(-1, {}, [&](const hyperv::ActionContext& context) {
        return m_host.setPartitionCount(m_target.gpuName, *wanted, context);
    });
    const auto after = read({});
    if (after && after->partitioning.partitionCount == wanted)
        return Outcome::PutBack;
    m_log.report().undoError =
        result ? gpuError(base::ErrorCode::Conflict, u"the count could not be put back"_s) : result.error();
    return after ? Outcome::PartlyDone : Outcome::Indeterminate;
}

} // namespace hvgpu::operations
