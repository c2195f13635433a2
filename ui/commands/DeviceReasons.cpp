#include "ui/commands/DeviceReasons.h"

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/VmTitle.h"
#include "core/text/Text.h"
#include "ui/dda/DeviceChoices.h"
#include "ui/dda/ReturnPage.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using operations::GpuRef;

struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::DeviceReasons)
};

bool isDismounted(const model::Gpu& gpu)
{
    return gpu.dismounted || (gpu.pnp && gpu.pnp->isDismounted());
}

const model::Assignment* wholeDeviceOf(const model::Gpu& gpu)
{
    const auto found =
        std::ranges::find(gpu.assignments, model::Assignment::Kind::WholeDevice, &model::Assignment::kind);
    return found == gpu.assignments.end() ? nullptr : &*found;
}

/// A virtual machine of the host has a whole device, or part of a card, that it could give back.
bool hasDevices(const model::HostSnapshot& host)
{
    const auto canReturn = [&host](const model::Assignment& one) {
        return one.kind == model::Assignment::Kind::WholeDevice && !one.adapterId.isEmpty() &&
               host.findVm(one.vm) != nullptr;
    };
    return std::ranges::any_of(host.unplacedAssignments, canReturn) ||
           std::ranges::any_of(host.gpus, [&canReturn](const model::Gpu& gpu) {
               return std::ranges::any_of(gpu.assignments, canReturn) ||
                      std::ranges::any_of(gpu.companions, [&canReturn](const auto& companion) {
                          return std::ranges::any_of(companion.assignments, canReturn);
                      });
           });
}

bool usesPools(const model::HostSnapshot& host)
{
    const auto isPlace = [](const model::Assignment& one) { return !one.poolName.isEmpty(); };
    return std::ranges::any_of(host.unplacedAssignments, isPlace) ||
           std::ranges::any_of(
               host.gpus, [&](const auto& gpu) { return std::ranges::any_of(gpu.assignments, isPlace); });
}

} // namespace

std::vector<GpuRef> gpusOf(const ChangeSelection& selection)
{
    return selection.gpus;
}

operations::DdaRemoveRequest devicesToReturn(const ChangeSelection& selection,
                                             const fleet::FleetSnapshot& fleet)
{
    operations::DdaRemoveRequest request;
    const auto take = [&request](const model::HostId& host, const model::VmId& vm, const QString& adapter) {
        if (!request.vm.isEmpty() && (request.vm != vm || request.host != host))
            return;
        request.host = host;
        request.vm = vm;
        if (!adapter.isEmpty() && std::ranges::find(request.adapters, adapter) == request.adapters.end())
            request.adapters.push_back(adapter);
    };
    for (const operations::AdapterRef& device : selection.devices)
        take(device.host, device.vm, device.adapterId);
    for (const GpuRef& ref : selection.gpus) {
        const model::Gpu* gpu = deviceIn(fleet, ref);
        const model::Assignment* assignment = gpu != nullptr ? wholeDeviceOf(*gpu) : nullptr;
        if (assignment != nullptr)
            take(ref.host, assignment->vm, assignment->adapterId);
    }
    for (const VmRef& vm : selection.vms) {
        const auto record = fleet.find(vm.host);
        if (record && record->snapshot && !deviceAdaptersOf(*record->snapshot, vm.vm).empty())
            take(vm.host, vm.vm, {});
    }
    return request;
}

DeviceReasons::DeviceReasons(const fleet::FleetSnapshot& fleet,
                             std::function<QString(const model::HostId&)> readOnlyReason)
    : m_fleet(fleet)
    , m_readOnlyReason(std::move(readOnlyReason))
{}

QString DeviceReasons::hosts(const std::vector<model::HostId>& hosts) const
{
    for (const model::HostId& id : hosts) {
        const auto host = m_fleet.find(id);
        if (!host)
            return DeviceWords::tr("The selected server is no longer in the list.");
        if (!host->snapshot)
            return DeviceWords::tr("%1 has not been read yet.").arg(host->displayName);
        if (const QString reason = m_readOnlyReason(id); !reason.isEmpty())
            return reason;
    }
    if (!anyHost([](const model::HostSnapshot&) { return true; }))
        return DeviceWords::tr("No server has been read yet.");
    return {};
}

template <class Test>
bool DeviceReasons::anyHost(const Test& test) const
{
    return std::ranges::any_of(m_fleet.hosts,
                               [&test](const auto& host) { return host->snapshot && test(*host->snapshot); });
}

/// Why a GPU cannot be taken from its server.
QString DeviceReasons::mounted(const GpuRef& ref) const
{
    const model::Gpu* gpu = deviceIn(m_fleet, ref);
    if (gpu == nullptr)
        return DeviceWords::tr("The selected GPU is no longer there.");
    const auto verdict = analysis::assignedStatus(*gpu, *m_fleet.find(ref.host)->snapshot);
    if (verdict.status != analysis::AssignedStatus::NotAssignable)
        return {};
    return DeviceWords::tr("%1 cannot be assigned. %2", "GPU, why")
        .arg(gpu->name, text::statusReason(verdict))
        .trimmed();
}

/// Who has the whole GPU.
QString DeviceReasons::owner(const GpuRef& ref) const
{
    const model::Gpu* gpu = deviceIn(m_fleet, ref);
    const model::Assignment* assignment = gpu != nullptr ? wholeDeviceOf(*gpu) : nullptr;
    if (assignment == nullptr)
        return {};
    return DeviceWords::tr("%1 is assigned to %2.", "GPU, virtual machine")
        .arg(gpu->name, analysis::vmName(*assignment));
}

QString DeviceReasons::assign(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyHost([](const model::HostSnapshot& host) { return !host.gpus.empty(); }))
        return DeviceWords::tr("No GPUs have been found.");
    for (const GpuRef& ref : selection.gpus) {
        if (ref.host != selection.gpus.front().host)
            return DeviceWords::tr("The selected GPUs are on different servers.");
        for (const QString& reason : {owner(ref), mounted(ref)})
            if (!reason.isEmpty())
                return reason;
    }
    return selection.vms.size() > 1 ? DeviceWords::tr("A GPU can be assigned to one virtual machine only.")
                                    : QString();
}

QString DeviceReasons::makeReady(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    for (const GpuRef& ref : selection.gpus) {
        if (const QString reason = mounted(ref); !reason.isEmpty())
            return reason;
        if (const model::Gpu* gpu = deviceIn(m_fleet, ref); isDismounted(*gpu))
            return DeviceWords::tr("%1 is ready for DDA assignment already.").arg(gpu->name);
    }
    return {};
}

QString DeviceReasons::giveBack(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyHost(
            [](const model::HostSnapshot& host) { return std::ranges::any_of(host.gpus, isDismounted); }))
        return DeviceWords::tr("No GPU is dismounted: the servers have all of theirs.");
    for (const GpuRef& ref : selection.gpus) {
        const model::Gpu* gpu = deviceIn(m_fleet, ref);
        if (gpu == nullptr)
            return DeviceWords::tr("The selected GPU is no longer there.");
        if (!isDismounted(*gpu))
            return DeviceWords::tr("The server has %1 already.").arg(gpu->name);
        if (const QString reason = owner(ref); !reason.isEmpty())
            return reason + u' ' + DeviceWords::tr("Return it first.");
    }
    return selection.devices.empty()
               ? QString()
               : DeviceWords::tr("A virtual machine has the selected GPU. Return it first.");
}

QString DeviceReasons::giveAllBack(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    return forgottenDevices(m_fleet, {}).empty()
               ? DeviceWords::tr("No GPU is dismounted without a virtual machine or a pool that has it.")
               : QString();
}

QString DeviceReasons::returnDevice(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyHost(hasDevices))
        return DeviceWords::tr("No virtual machine has a whole GPU.");
    if (!devicesToReturn(selection, m_fleet).vm.isEmpty())
        return {};
    if (!selection.vms.empty())
        return DeviceWords::tr("The selected virtual machine has no whole GPU.");
    return selection.gpus.empty() && selection.adapters.empty()
               ? QString()
               : DeviceWords::tr("No virtual machine has the selected GPU as a whole.");
}

QString DeviceReasons::mmio(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    return selection.vms.size() == 1 ? QString() : DeviceWords::tr("Select one virtual machine.");
}

QString DeviceReasons::createPool(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    const auto isNewEnough = [](const model::HostSnapshot& host) {
        constexpr std::uint32_t server2025 = 26100;
        return host.host.build.value_or(server2025) >= server2025;
    };
    if (!anyHost(isNewEnough))
        return DeviceWords::tr("GPU pools need Windows Server 2025.");
    for (const GpuRef& ref : selection.gpus) {
        if (!isNewEnough(*m_fleet.find(ref.host)->snapshot))
            return DeviceWords::tr("GPU pools need Windows Server 2025, which %1 does not run.")
                .arg(m_fleet.find(ref.host)->displayName);
        for (const QString& reason : {owner(ref), mounted(ref)})
            if (!reason.isEmpty())
                return reason;
    }
    return {};
}

QString DeviceReasons::assignPool(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyHost([](const model::HostSnapshot& host) { return !host.pools.empty(); }))
        return DeviceWords::tr("There is no GPU pool. Create one first.");
    return selection.vms.size() > 1 ? DeviceWords::tr("Select one virtual machine.") : QString();
}

QString DeviceReasons::unassignPool(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyHost(usesPools))
        return DeviceWords::tr("No virtual machine gets a GPU from a pool.");
    if (!selection.devices.empty() || selection.isEmpty())
        return {};
    if (!selection.gpus.empty())
        return DeviceWords::tr("The selected GPU is not assigned.");
    return {};
}

} // namespace hvgpu::ui
