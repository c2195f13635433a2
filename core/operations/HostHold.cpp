#include "core/operations/HostHold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

/// The account may not do it. What a job is denied are mostly the files of one VM.
bool isDenial(const base::Error& error)
{
    return error.code == base::ErrorCode::AccessDenied && error.layer != base::Layer::Job;
}

bool wasDenied(const TargetReport& report)
{
    const auto denied = [](const StepReport& step) { return step.error && isDenial(*step.error); };
    return (report.error && isDenial(*report.error)) || (report.undoError && isDenial(*report.undoError)) ||
           std::ranges::any_of(report.steps, denied) || std::ranges::any_of(report.undo, denied);
}

QString because(const Target& target, const TargetReport& report)
{
    if (report.vmLeft == VmLeft::Off)
        return u"\"%1\" could not be started again"_s.arg(target.name);
    if (report.vmLeft == VmLeft::MayBeOff)
        return u"it is not known whether \"%1\" runs again"_s.arg(target.name);
    return wasDenied(report) ? u"the change of \"%1\" was denied there"_s.arg(target.name) : QString();
}

} // namespace

void HostHold::note(const Target& target, const TargetReport& report)
{
    const QString cause = m_reason ? QString() : because(target, report);
    if (cause.isEmpty())
        return;
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = base::ErrorCode::Cancelled;
    error.detail = u"nothing further was begun on this server, because "_s + cause;
    m_reason = error;
}

} // namespace hvgpu::operations
