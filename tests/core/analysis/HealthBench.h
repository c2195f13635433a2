#pragma once

#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"
#include "tests/core/analysis/SampleHosts.h"

#include <QTimeZone>

#include <algorithm>

/// A cluster of two nodes on which every check passes, for tests to spoil one thing at a time.
namespace hvgpu::tests {

struct HealthBench
{
    std::vector<model::HostSnapshot> hosts{node(QStringLiteral("N1")), node(QStringLiteral("N2"))};
    analysis::ObservedFleet fleet;

    HealthBench()
    {
        analysis::ObservedEntry cluster;
        cluster.id = model::EntryId(QStringLiteral("c"));
        cluster.isCluster = true;
        cluster.name = QStringLiteral("CLUSTER");
        for (const QString& name : {QStringLiteral("N1"), QStringLiteral("N2")}) {
            analysis::ObservedHost host;
            host.id = model::HostId(QStringLiteral("c/") + name.toLower());
            host.name = name;
            host.nodeState = model::NodeState::Up;
            cluster.hosts.push_back(host);
        }
        fleet.entries.push_back(cluster);
    }

    static model::HostSnapshot node(const QString& name)
    {
        model::HostSnapshot host = healthyHost();
        host.host.computerName = name;
        host.host.operatingSystemSku = 8U;
        host.host.hypervisorPresent = true;
        host.host.platform.processorName = QStringLiteral("Intel(R) Xeon(R) Gold 6426Y");
        host.host.platform.dmaProtection = true;
        host.host.platform.liveMigrationEnabled = true;
        host.host.platform.maximumLiveMigrations = 2U;
        model::Gpu gpu = mountedGpu();
        gpu.partitioning = a2Partitioning();
        gpu.partitioning->supportsIncomingLiveMigration = true;
        gpu.vendorId = std::uint16_t{0x10DE};
        gpu.deviceId = std::uint16_t{0x25B6};
        gpu.subsystemId = 0x157E10DEU;
        gpu.pnp->driverVersion = QStringLiteral("32.0.15.7283");
        gpu.pnp->driverProvider = QStringLiteral("NVIDIA");
        host.gpus.push_back(gpu);
        model::ClusterFacts facts;
        facts.name = QStringLiteral("CLUSTER");
        facts.nodes = {{QStringLiteral("N1"), model::NodeState::Up},
                       {QStringLiteral("N2"), model::NodeState::Up}};
        host.cluster = facts;
        if (name == QStringLiteral("N1")) {
            host.vms.push_back(machine());
            host.gpus.front().assignments.push_back(partitionOf(machine().id.text(), std::uint16_t{0}));
        }
        return host;
    }

    static model::VirtualMachine machine()
    {
        model::VirtualMachine machine =
            vm(QStringLiteral("VM-1"), QStringLiteral("web"), model::PowerState::Running);
        machine.generation = 2;
        machine.version = QStringLiteral("12.0");
        machine.dynamicMemory = false;
        machine.startupMemoryMb = 4096U;
        machine.minimumMemoryMb = 512U;
        machine.userSnapshotType = std::uint16_t{2};
        machine.clustered = true;
        machine.offlineAction = 3U;
        machine.automaticShutdownAction = std::uint16_t{2};
        machine.guestOperatingSystem = QStringLiteral("Windows Server 2022 Datacenter");
        machine.guestControlledCacheTypes = true;
        machine.lowMmioGapMb = 3072U;
        machine.highMmioGapMb = 33000U;
        machine.partitionAdapters = 1;
        return machine;
    }

    model::HostSnapshot& first() { return hosts[0]; }
    model::HostSnapshot& second() { return hosts[1]; }
    model::Gpu& gpu() { return hosts[0].gpus.front(); }
    model::VirtualMachine& machineOnFirst() { return hosts[0].vms.front(); }
    analysis::ObservedHost& observed(std::size_t index) { return fleet.entries[0].hosts[index]; }
    /// The device as a whole instead of a partition of it.
    void giveWholeDevice()
    {
        gpu() = dismountedGpu();
        gpu().vendorId = std::uint16_t{0x10DE};
        gpu().deviceId = std::uint16_t{0x25B6};
        gpu().assignments.push_back(wholeDeviceOf(QStringLiteral("VM-1")));
        machineOnFirst().partitionAdapters = 0;
        machineOnFirst().wholeDevices = 1;
    }
    void standAlone()
    {
        fleet.entries[0].isCluster = false;
        fleet.entries[0].hosts.pop_back();
        first().cluster.reset();
        machineOnFirst().clustered.reset();
        machineOnFirst().offlineAction.reset();
    }

    /// The fleet as it is now.
    [[nodiscard]] analysis::ObservedFleet observe()
    {
        for (std::size_t i = 0; i < fleet.entries[0].hosts.size(); ++i) {
            analysis::ObservedHost& host = observed(i);
            if (!host.pending && !m_lost.contains(host.name))
                host.snapshot = std::make_shared<const model::HostSnapshot>(hosts[i]);
        }
        return fleet;
    }
    /// Nothing is known of this host.
    void lose(std::size_t index)
    {
        m_lost << observed(index).name;
        observed(index).snapshot.reset();
        observed(index).error = unreadNote(model::Part::OperatingSystem).error;
    }

private:
    QStringList m_lost;
};

} // namespace hvgpu::tests
