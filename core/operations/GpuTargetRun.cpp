#include "core/operations/GpuTargetRun.h"

#include "core/operations/ReadAgain.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;

base::Error gpuError(ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = code;
    error.detail = detail;
    return error;
}

/// Adapters that hold, or when their VM starts will take, a partition of the GPU: the count must not change
/// under them, whether their VM runs or not (EC-43).
std::size_t claims(const hyperv::GpuState& state)
{
    return state.assignedVms.size() + (state.onlyGpu ? state.automaticVms.size() : 0);
}

QString claimed(std::size_t count)
{
    return u"%1 of its partitions were assigned to VMs"_s.arg(count);
}

} // namespace

GpuTargetRun::GpuTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                           const TargetHistory& earlier, std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_earlier(earlier)
    , m_stop(std::move(stop))
    , m_touched(earlier.dirty)
{}

base::Result<hyperv::GpuState> GpuTargetRun::read(const std::stop_token& stop)
{
    return readAgain(m_log.clock(), stop,
                     [this](const hyperv::ActionContext& context) -> base::Result<hyperv::GpuState> {
                         auto state = m_host.readGpu(m_target.gpuName, context);
                         if (state && !state->partitioning.partitionCount)
                             return base::fail(gpuError(ErrorCode::ProtocolViolation,
                                                        u"the host does not tell the partition count"_s));
                         return state;
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
        if (state.error().code == ErrorCode::NotFound)
            changed = u"the GPU is no longer on this server"_s;
        if (!changed.isEmpty())
            return Outcome::Refused;
        return state.error().code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    }
    changed = difference(*state);
    return changed.isEmpty() ? setCounts() : Outcome::Refused;
}

QString GpuTargetRun::difference(const hyperv::GpuState& state) const
{
    if (state.partitioning.partitionCount != m_target.expected.partitionCount)
        return u"its partition count is %1, where the plan found %2"_s
            .arg(state.partitioning.partitionCount.value_or(0))
            .arg(m_target.expected.partitionCount.value_or(0));
    return claims(state) > 0 ? claimed(claims(state)) : QString();
}

Outcome GpuTargetRun::resume()
{
    return setCounts();
}

Outcome GpuTargetRun::setCounts()
{
    for (std::size_t i = 0; i < m_target.steps.size(); ++i) {
        if (const auto ends = setCount(static_cast<int>(i)))
            return *ends;
    }
    return Outcome::Succeeded;
}

std::optional<Outcome> GpuTargetRun::setCount(int index)
{
    const auto wanted =
        static_cast<std::uint16_t>(m_target.steps[static_cast<std::size_t>(index)].after.value_or(0));
    const auto before = read(m_stop);
    if (before && before->partitioning.partitionCount == wanted) {
        m_log.noteAlreadyDone(index);
        return std::nullopt;
    }
    if (m_stop.stop_requested())
        return cancelled();
    if (!before) {
        m_log.report().error = before.error();
        return m_touched ? Outcome::Indeterminate : Outcome::Failed;
    }
    QString& changed = m_log.report().changed;
    changed = difference(*before);
    if (!changed.isEmpty())
        return Outcome::Refused;
    std::optional<std::uint16_t> found;
    const auto result = m_log.perform(index, m_stop, [&](const hyperv::ActionContext& context) {
        m_touched = true;
        return setAndReadBack(wanted, found, context);
    });
    if (result)
        return std::nullopt;
    m_log.report().error = result.error();
    const auto was = before->partitioning.partitionCount;
    if (found && found != was && found != wanted)
        m_log.report().error = gpuError(
            ErrorCode::Conflict,
            u"its partition count is %1: something else set it while this change set %2"_s.arg(*found).arg(
                wanted));
    if (!found)
        return m_touched ? Outcome::Indeterminate : Outcome::Failed;
    if (found != was)
        return Outcome::PartlyDone;
    return result.error().code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
}

base::Result<void> GpuTargetRun::setAndReadBack(std::uint16_t count, std::optional<std::uint16_t>& found,
                                                const hyperv::ActionContext& context)
{
    auto set = m_host.setPartitionCount(m_target.gpuName, count, context);
    const auto after = read({});
    if (!after)
        return base::fail(after.error());
    found = after->partitioning.partitionCount;
    if (found == count)
        return {};
    if (!set)
        return set;
    return base::fail(
        gpuError(ErrorCode::Conflict, u"the host reported success, but the count is still %1"_s.arg(*found)));
}

Outcome GpuTargetRun::cancelled()
{
    m_log.report().error = gpuError(ErrorCode::Cancelled, u"stopped before the count was set"_s);
    if (!m_touched)
        return Outcome::Cancelled;
    const Outcome back = putBack();
    return back == Outcome::PutBack ? Outcome::Cancelled : back;
}

QString GpuTargetRun::changedSince(const hyperv::GpuState& state) const
{
    const std::optional<std::uint16_t>& now = state.partitioning.partitionCount;
    const std::optional<std::uint64_t> nothing;
    const std::optional<std::uint64_t>& left = m_target.steps.empty() ? nothing : m_target.steps.back().after;
    if (now == m_target.expected.partitionCount)
        return {};
    if (now != left)
        return u"its partition count is %1, where this change left %2; before it was %3"_s
            .arg(now.value_or(0))
            .arg(left.value_or(0))
            .arg(m_target.expected.partitionCount.value_or(0));
    return claims(state) > 0 ? claimed(claims(state)) : QString();
}

Outcome GpuTargetRun::undo()
{
    if (!m_earlier.stands())
        return putBack();
    const auto state = read({});
    if (!state) {
        m_log.report().undoError = state.error();
        return Outcome::Succeeded;
    }
    m_log.report().changed = changedSince(*state);
    return m_log.report().changed.isEmpty() ? putBack() : Outcome::Refused;
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
    if (claims(*state) > 0) {
        m_log.report().undoError = gpuError(ErrorCode::InUse, claimed(claims(*state)));
        return Outcome::PartlyDone;
    }
    std::optional<std::uint16_t> found;
    const auto result = m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
        return setAndReadBack(*wanted, found, context);
    });
    if (result)
        return Outcome::PutBack;
    m_log.report().undoError = result.error();
    return found ? Outcome::PartlyDone : Outcome::Indeterminate;
}

} // namespace hvgpu::operations
