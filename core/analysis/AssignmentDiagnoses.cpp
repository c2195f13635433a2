// Assignments that lead nowhere: GPUs that moved or are gone, owners that are gone, too many on one GPU.
#include "core/analysis/DiagnosisList.h"
#include "core/analysis/GpuTitle.h"
#include "core/analysis/PartitionLayout.h"
#include "core/analysis/PartitionTotals.h"
#include "core/analysis/VmTitle.h"
#include "core/model/Hardware.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::Assignment;
using model::HostSnapshot;
using model::Part;

/// GPUs of the same hardware that could be what the path once named.
QStringList sameHardware(const HostSnapshot& host, const QString& path)
{
    const QString wanted = model::hardwareOf(model::gpuIdFrom(path));
    QStringList found;
    for (const model::Gpu& gpu : host.gpus) {
        if (!wanted.isEmpty() && model::hardwareOf(gpu.id) == wanted)
            found << gpuTitle(host, gpu);
    }
    return found;
}

void diagnoseStalePath(const HostSnapshot& host, const Assignment& assignment, DiagnosisList& list)
{
    const bool partition = assignment.kind == Assignment::Kind::Partition;
    const QStringList candidates = sameHardware(host, assignment.deviceInstancePath);
    Diagnosis& diagnosis = list.add(
        candidates.isEmpty() ? DiagnosisCode::GpuGone : DiagnosisCode::GpuMoved, DiagnosisSeverity::Error,
        {{(partition ? u"Msvm_GpuPartitionSettingData"_s : u"Msvm_PciExpressSettingData"_s) +
              u".HostResource"_s,
          assignment.deviceInstancePath}});
    for (const QString& candidate : candidates)
        diagnosis.evidence.push_back({u"Win32_PnPEntity"_s, candidate});
    diagnosis.vm = assignment.vm;
    diagnosis.adapterId = assignment.adapterId;
    diagnosis.subject = vmName(assignment);
    diagnosis.arguments = candidates;
}

void diagnoseUnplaced(const HostSnapshot& host, DiagnosisList& list)
{
    // Without both lists a GPU may be missing only because it was not told of.
    if (host.couldNotRead(Part::PnpDevices) || host.couldNotRead(Part::PartitionableGpus) ||
        host.couldNotRead(Part::AssignableDevices))
        return;
    for (const Assignment& assignment : host.unplacedAssignments) {
        if (!assignment.automatic && !assignment.deviceInstancePath.isEmpty())
            diagnoseStalePath(host, assignment, list);
    }
}

void diagnoseOwners(const HostSnapshot& host, const model::Gpu& gpu, DiagnosisList& list)
{
    if (host.couldNotRead(Part::VirtualMachines))
        return;
    for (const Assignment& assignment : gpu.assignments) {
        if (host.findVm(assignment.vm) != nullptr)
            continue;
        Diagnosis& diagnosis = list.add(DiagnosisCode::OwnerGone, DiagnosisSeverity::Warning,
                                        {{u"SystemName"_s, assignment.vm.text()},
                                         {u"DeviceInstancePath"_s, assignment.deviceInstancePath}});
        diagnosis.gpu = gpu.id;
        diagnosis.vm = assignment.vm;
        diagnosis.adapterId = assignment.adapterId;
        diagnosis.subject = gpuTitle(host, gpu);
        diagnosis.arguments = {assignment.vm.text()};
    }
}

void diagnoseOverCommitment(const HostSnapshot& host, const model::Gpu& gpu, DiagnosisList& list)
{
    if (!gpu.partitioning)
        return;
    QStringList beyond;
    for (const PartitionSlot& slot : partitionLayout(gpu, assignmentFacts(host))) {
        if (slot.state == PartitionSlot::State::OverCommitted)
            beyond << vmName(*slot.assignment);
    }
    if (beyond.isEmpty())
        return;
    const Occupancy use = occupancy(gpu);
    Diagnosis& diagnosis =
        list.add(DiagnosisCode::OverCommitted, DiagnosisSeverity::Error,
                 {{u"Msvm_PartitionableGpu.PartitionCount"_s, QString::number(use.total.value_or(0))},
                  {u"Msvm_GpuPartitionSettingData"_s, QString::number(use.used())}});
    diagnosis.gpu = gpu.id;
    diagnosis.subject = gpuTitle(host, gpu);
    diagnosis.arguments = beyond;
}

/// Adapters for which the host picks the GPU at start are on no GPU yet, but each of them needs a partition.
void diagnoseAutomatic(const HostSnapshot& host, DiagnosisList& list)
{
    if (host.couldNotRead(Part::PartitionAdapters) || host.couldNotRead(Part::PartitionableGpus))
        return;
    const PartitionTotals totals = partitionTotals(host);
    QStringList waiting;
    for (const Assignment& assignment : host.unplacedAssignments)
        if (assignment.kind == Assignment::Kind::Partition && assignment.automatic)
            waiting << vmName(assignment);
    // Without partitionable GPUs they wait for none that could be counted, paravirtual ones for example.
    if (waiting.isEmpty() || totals.partitions == 0 || totals.partitionsUnknown || totals.usedUnknown ||
        totals.used <= totals.partitions)
        return;
    Diagnosis& diagnosis =
        list.add(DiagnosisCode::AutomaticBeyond, DiagnosisSeverity::Warning,
                 {{u"Msvm_PartitionableGpu.PartitionCount"_s, QString::number(totals.partitions)},
                  {u"Msvm_GpuPartitionSettingData"_s, QString::number(totals.used)}});
    diagnosis.arguments = waiting;
}

} // namespace

void diagnoseAssignments(const HostSnapshot& host, DiagnosisList& list)
{
    diagnoseUnplaced(host, list);
    for (const model::Gpu& gpu : host.gpus) {
        diagnoseOwners(host, gpu, list);
        diagnoseOverCommitment(host, gpu, list);
    }
    diagnoseAutomatic(host, list);
}

} // namespace hvgpu::analysis
