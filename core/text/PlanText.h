#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"

#include <QString>

/// Words for plans and what became of them; see Text.h.
namespace hvgpu::text {

/// A finding for people.
struct FindingText
{
    QString subject; ///< the VM, GPU or server it is about; empty when it is about the whole plan
    QString message; ///< what is the matter, one or two sentences
    QString advice;  ///< what to do; may be empty
};
/// Names come from @p fleet, the plan and the finding's arguments.
[[nodiscard]] FindingText present(const operations::Finding& finding, const operations::Plan& plan,
                                  const fleet::FleetSnapshot& fleet);
/// "Warning", "Error", "Note".
[[nodiscard]] QString severity(operations::Severity severity);

/// "Set the partition count from 4 to 8", "Shut the guest down (2 minutes at most)" …
[[nodiscard]] QString step(const operations::Step& step);
/// "Partition count of 4 GPUs on 2 servers", "Assign a GPU partition to 3 VMs on HV01" …
[[nodiscard]] QString planTitle(const operations::Plan& plan);
/// "2 VMs go down, each for at most 25 minutes if every step works" or "No VM goes down".
[[nodiscard]] QString downtime(const operations::Plan& plan);
[[nodiscard]] QString powerPolicy(operations::PowerPolicy policy);
/// "Turn off", "Save", "Shut down": automatic stop action of a VM.
[[nodiscard]] QString stopAction(std::uint16_t action);
/// "disabled", "production" …: kind of checkpoints of a VM.
[[nodiscard]] QString checkpointType(std::uint16_t type);

/// "Succeeded", "Failed, put back" …
[[nodiscard]] QString outcome(operations::Outcome outcome);
/// The same of a target: "Partly done; the VM is off", "Not put back".
[[nodiscard]] QString outcome(const operations::TargetReport& report);
/// "Left off, though running before: VM1, VM2."; empty when no VM of it is left so.
[[nodiscard]] QString vmsLeft(const operations::Activity& activity);
/// @p state with what it is that is left of the VM: "Interrupted; the VM may be off".
[[nodiscard]] QString withVmLeft(const QString& state, operations::VmLeft left);
/// What that outcome means for the target, one sentence.
[[nodiscard]] QString outcomeMeaning(operations::Outcome outcome);
[[nodiscard]] QString activityState(const operations::Activity& activity);
/// "3 of 5 succeeded, 1 failed and was put back, 1 skipped".
[[nodiscard]] QString activitySummary(const operations::Activity& activity);
/// Why a target ended as it did: the change found, the error, the error of putting back; empty on success.
[[nodiscard]] QString targetReason(const operations::TargetReport& report, const QString& server = {});

/// "2 minutes", "1 minute 30 seconds", "350 ms".
[[nodiscard]] QString duration(std::chrono::milliseconds duration);

} // namespace hvgpu::text
