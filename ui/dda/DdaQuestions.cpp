#include "ui/dda/DdaQuestions.h"

#include "core/analysis/MmioSizing.h"
#include "ui/change/Titles.h"
#include "ui/dda/DeviceChoices.h"

#include <algorithm>

namespace hvgpu::ui {

const model::VirtualMachine* vmIn(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                  const model::VmId& vm)
{
    const auto record = fleet.find(host);
    return record && record->snapshot ? record->snapshot->findVm(vm) : nullptr;
}

std::vector<RunningVm> runningVm(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                 const model::VmId& vm)
{
    const model::VirtualMachine* machine = vmIn(fleet, host, vm);
    if (machine == nullptr || machine->state != model::PowerState::Running)
        return {};
    const auto record = fleet.find(host);
    return {{vm, vmTitle(*record->snapshot, *machine), record->displayName}};
}

std::vector<RunningVm> runningHolders(const fleet::FleetSnapshot& fleet,
                                      const std::vector<operations::GpuRef>& devices)
{
    std::vector<RunningVm> machines;
    for (const operations::GpuRef& ref : devices) {
        const model::Gpu* gpu = deviceIn(fleet, ref);
        if (gpu == nullptr)
            continue;
        for (const model::Assignment& assignment : gpu->assignments) {
            const bool known = std::ranges::find(machines, assignment.vm, &RunningVm::id) != machines.end();
            if (assignment.kind != model::Assignment::Kind::Partition || known)
                continue;
            const std::vector<RunningVm> one = runningVm(fleet, ref.host, assignment.vm);
            machines.insert(machines.end(), one.begin(), one.end());
        }
    }
    return machines;
}

MmioPage::Question mmioQuestion(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                const model::VmId& vm, const std::vector<operations::GpuRef>& more)
{
    MmioPage::Question question;
    question.host = fleet.find(host);
    question.vm = vmIn(fleet, host, vm);
    if (question.vm == nullptr)
        return question;
    question.devices = analysis::wholeDevicesOf(*question.vm, *question.host->snapshot);
    for (const operations::GpuRef& ref : more) {
        const model::Gpu* gpu = ref.host == host ? deviceIn(fleet, ref) : nullptr;
        if (gpu != nullptr && std::ranges::find(question.devices, gpu) == question.devices.end())
            question.devices.push_back(gpu);
    }
    return question;
}

} // namespace hvgpu::ui
