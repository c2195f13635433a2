// Virtual machines with a GPU whose settings do not go with it.
#include "core/analysis/CheckList.h"
#include "core/analysis/DiagnosisList.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::VirtualMachine;

/// A check that is a finding when it does not pass.
struct Rule
{
    CheckReason reason;
    DiagnosisCode code;
    DiagnosisSeverity severity;
};

constexpr std::array rules{
    Rule{CheckReason::OfflineSave, DiagnosisCode::OfflineActionSave, DiagnosisSeverity::Error},
    Rule{CheckReason::StopSave, DiagnosisCode::StopActionSave, DiagnosisSeverity::Warning},
    Rule{CheckReason::StopNotOff, DiagnosisCode::StopActionNotOff, DiagnosisSeverity::Error},
    Rule{CheckReason::MemoryDynamic, DiagnosisCode::DynamicMemory, DiagnosisSeverity::Error},
    Rule{CheckReason::MemoryDynamicDda, DiagnosisCode::DynamicMemory, DiagnosisSeverity::Error},
    Rule{CheckReason::CheckpointsOn, DiagnosisCode::CheckpointsOn, DiagnosisSeverity::Warning},
    Rule{CheckReason::CacheTypesOff, DiagnosisCode::NoWriteCombining, DiagnosisSeverity::Warning},
    Rule{CheckReason::MmioDefault, DiagnosisCode::DefaultMmio, DiagnosisSeverity::Warning},
    Rule{CheckReason::MmioShort, DiagnosisCode::MmioShort, DiagnosisSeverity::Warning}};

void diagnoseVm(const VirtualMachine& vm, const model::HostSnapshot& host, DiagnosisList& list)
{
    const auto add = [&](DiagnosisCode code, DiagnosisSeverity severity,
                         std::vector<Evidence> evidence) -> Diagnosis& {
        Diagnosis& diagnosis = list.add(code, severity, std::move(evidence));
        diagnosis.vm = vm.id;
        diagnosis.subject = vm.name;
        return diagnosis;
    };
    if (vm.remoteFxAdapter)
        add(DiagnosisCode::RemoteFxAdapter, DiagnosisSeverity::Warning,
            {{u"Msvm_Synthetic3DDisplayControllerSettingData"_s, vm.id.text()}});
    if (!usesGpu(vm))
        return;
    if (vm.state == model::PowerState::Saved || vm.isSaved.value_or(false))
        add(DiagnosisCode::SavedWithGpu, DiagnosisSeverity::Warning,
            {{u"Msvm_ComputerSystem.EnabledState"_s, shown(vm.enabledState)}});
    CheckList checks;
    checkVm(vm, host, checks);
    for (Check& check : checks.take()) {
        const auto* rule = std::ranges::find(rules, check.reason, &Rule::reason);
        if (rule != rules.end())
            add(rule->code, rule->severity, std::move(check.evidence)).arguments = std::move(check.arguments);
    }
}

} // namespace

void diagnoseVms(const model::HostSnapshot& host, DiagnosisList& list)
{
    for (const VirtualMachine& vm : host.vms)
        diagnoseVm(vm, host, list);
}

} // namespace hvgpu::analysis
