// GPUs that nobody can use: dismounted and forgotten, disabled, failed; and figures that are none.
#include "core/analysis/DiagnosisList.h"
#include "core/analysis/ForgottenDevices.h"
#include "core/analysis/GpuTitle.h"
#include "core/analysis/Sentinel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::Gpu;
using model::HostSnapshot;

constexpr std::uint32_t problemDisabled = 22;
constexpr std::uint32_t problemNoDriver = 28;

Diagnosis& about(const Gpu& gpu, const HostSnapshot& host, Diagnosis& diagnosis)
{
    diagnosis.gpu = gpu.id;
    diagnosis.subject = gpuTitle(host, gpu);
    return diagnosis;
}

void diagnoseForgotten(const Gpu& gpu, const HostSnapshot& host, DiagnosisList& list)
{
    const std::vector<model::GpuId> forgotten = forgottenDevices(gpu, host);
    const auto isForgotten = [&forgotten](const model::GpuId& id) {
        return std::ranges::find(forgotten, id) != forgotten.end();
    };
    const auto add = [&list](const QString& path, const QString& location) -> Diagnosis& {
        return list.add(
            DiagnosisCode::ForgottenDevice, DiagnosisSeverity::Note,
            {{u"Msvm_PciExpress.DeviceInstancePath"_s, path}, {u"Msvm_PciExpress.LocationPath"_s, location}});
    };
    // With a claim that is left of a VM it is told of as that.
    if (isForgotten(gpu.id) && gpu.dismounted && gpu.assignments.empty()) {
        about(gpu, host, add(gpu.dismounted->instancePath, gpu.dismounted->locationPath));
        return;
    }
    for (const model::CompanionFunction& companion : gpu.companions) {
        if (isForgotten(gpu.id) || !isForgotten(companion.id))
            continue;
        Diagnosis& diagnosis = add(u"PCIP\\"_s + companion.id.text(), companion.locationPath);
        diagnosis.gpu = companion.id;
        diagnosis.subject = companion.name;
    }
}

void diagnoseProblem(const Gpu& gpu, const HostSnapshot& host, DiagnosisList& list)
{
    if (gpu.dismounted || !gpu.pnp || gpu.pnp->isDismounted() || gpu.pnp->problemCode.value_or(0) == 0)
        return;
    const std::uint32_t problem = *gpu.pnp->problemCode;
    std::vector<Evidence> evidence{{u"Win32_PnPEntity.ConfigManagerErrorCode"_s, QString::number(problem)},
                                   {u"Win32_PnPEntity.DeviceID"_s, gpu.pnp->instanceId}};
    if (problem == problemDisabled) {
        about(gpu, host,
              list.add(DiagnosisCode::DisabledDevice, DiagnosisSeverity::Warning, std::move(evidence)));
        return;
    }
    const auto severity = problem == problemNoDriver ? DiagnosisSeverity::Warning : DiagnosisSeverity::Error;
    about(gpu, host, list.add(DiagnosisCode::DeviceFailed, severity, std::move(evidence))).arguments = {
        QString::number(problem)};
}

void diagnosePlaceholder(const Gpu& gpu, const HostSnapshot& host, DiagnosisList& list)
{
    if (!gpu.partitioning ||
        quantity(gpu.partitioning->vram.total, *gpu.partitioning).meaning != Meaning::Scale)
        return;
    about(gpu, host,
          list.add(DiagnosisCode::PlaceholderVram, DiagnosisSeverity::Note,
                   {{u"Msvm_PartitionableGpu.TotalVRAM"_s, QString::number(*gpu.partitioning->vram.total)},
                    {u"Msvm_PartitionableGpu.Name"_s, gpu.partitioning->name}}));
}

} // namespace

void diagnoseDevices(const HostSnapshot& host, DiagnosisList& list)
{
    for (const Gpu& gpu : host.gpus) {
        diagnoseForgotten(gpu, host, list);
        diagnoseProblem(gpu, host, list);
        diagnosePlaceholder(gpu, host, list);
    }
}

} // namespace hvgpu::analysis
