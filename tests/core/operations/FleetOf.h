#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace hvgpu::test {

/// Hosts with GPUs and VMs for planner tests, built step by step.
class FleetOf
{
public:
    FleetOf& host(const QString& id)
    {
        m_hosts.emplace_back(id, std::make_shared<model::HostSnapshot>());
        m_hosts.back().second->host.build = 26100;
        m_hosts.back().second->host.hyperVRole = true;
        return *this;
    }
    FleetOf& gpu(const QString& id, std::uint16_t count, std::uint64_t vram = 15'929'966'592ULL,
                 std::vector<std::uint16_t> valid = {16, 8, 4, 2, 1})
    {
        model::Gpu made;
        made.id = model::GpuId(id);
        made.name = QStringLiteral("NVIDIA A2");
        made.vendorId = 0x10DE;
        made.deviceId = 0x25B6;
        made.partitioning = model::Partitioning{};
        made.partitioning->name = QStringLiteral("\\\\?\\PCI#") + id;
        made.partitioning->partitionCount = count;
        made.partitioning->validPartitionCounts = std::move(valid);
        made.partitioning->vram.total = vram;
        made.partitioning->vram.optimalPartition = vram / count;
        snapshot().gpus.push_back(std::move(made));
        return *this;
    }
    FleetOf& vm(const QString& id, model::PowerState state)
    {
        model::VirtualMachine made;
        made.id = model::VmId(id);
        made.name = QStringLiteral("vm ") + id;
        made.state = state;
        made.generation = 2;
        made.version = QStringLiteral("12.0");
        made.userSnapshotType = 2;
        made.automaticShutdownAction = 2;
        made.dynamicMemory = false;
        snapshot().vms.push_back(std::move(made));
        return *this;
    }
    /// Gives the last VM a partition of the last GPU.
    FleetOf& assigned()
    {
        model::VirtualMachine& vm = snapshot().vms.back();
        model::Assignment made;
        made.vm = vm.id;
        made.vmName = vm.name;
        made.adapterId = QStringLiteral("Microsoft:%1\\%2").arg(vm.id.text()).arg(vm.partitionAdapters + 1);
        made.deviceInstancePath = snapshot().gpus.back().partitioning->name;
        snapshot().gpus.back().assignments.push_back(made);
        ++vm.partitionAdapters;
        return *this;
    }
    model::VirtualMachine& lastVm() { return snapshot().vms.back(); }
    model::Gpu& lastGpu() { return snapshot().gpus.back(); }
    model::HostSnapshot& snapshot() { return *m_hosts.back().second; }

    [[nodiscard]] fleet::FleetSnapshot build() const
    {
        fleet::FleetSnapshot fleet;
        for (const auto& [id, snapshot] : m_hosts) {
            auto record = std::make_shared<fleet::HostRecord>();
            record->id = model::HostId(id);
            record->displayName = id;
            record->phase = fleet::HostPhase::Ready;
            record->snapshot = snapshot;
            fleet.hosts.push_back(std::move(record));
        }
        return fleet;
    }

private:
    std::vector<std::pair<QString, std::shared_ptr<model::HostSnapshot>>> m_hosts;
};

} // namespace hvgpu::test
