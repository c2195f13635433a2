#include "core/simulation/fleets/VmReader.h"

#include "core/simulation/host/Lifecycle.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/VmRows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

struct StateName
{
    const char16_t* name;
    std::uint16_t state;
};

constexpr StateName states[] = {
    {u"running", vmState::running},
    {u"off", vmState::off},
    {u"saved", vmState::saved},
    {u"paused", vmState::paused},
    {u"starting", vmState::starting},
    {u"shutting down", vmState::shuttingDown},
    {u"stopping", vmState::stopping},
    {u"saving", vmState::saving},
    {u"pausing", vmState::pausing},
    {u"resuming", vmState::resuming},
    {u"running critical", vmState::runningCritical},
    {u"off critical", vmState::offCritical},
    {u"saved critical", vmState::savedCritical},
    {u"paused critical", vmState::pausedCritical},
};

class VmReader
{
public:
    VmReader(JsonReader& reader, World& world, std::size_t host)
        : m_reader(reader)
        , m_world(world)
        , m_host(host)
    {}

    void read()
    {
        readHost();
        readState();
        const std::uint64_t count = std::min<std::uint64_t>(m_reader.number(u"count"_s, 1), 100000);
        Vm vm = readSettings();
        readGpus(vm);
        readDevices(vm);
        m_clustered = m_reader.flag(u"clustered"_s, false);
        m_groupName = m_reader.text(u"group"_s);
        m_offlineAction = static_cast<std::uint32_t>(m_reader.number(u"offlineAction"_s, 1));
        if (m_clustered && !m_world.cluster)
            m_reader.report(u"clustered"_s, u"needs a cluster"_s);
        m_reader.finish();
        for (std::uint64_t i = 0; i < count; ++i)
            add(vm, count > 1 ? vm.name + u"-%1"_s.arg(i + 1, 2, 10, QLatin1Char('0')) : vm.name);
    }

private:
    const Host& host() const { return m_world.hosts[m_host]; }

    void readHost()
    {
        const QString node = m_reader.text(u"node"_s);
        if (node.isEmpty())
            return;
        for (std::size_t i = 0; i < m_world.hosts.size(); ++i) {
            if (m_world.hosts[i].name == node) {
                m_host = i;
                return;
            }
        }
        m_reader.report(u"node"_s, u"names no node of this cluster: '%1'"_s.arg(node));
    }

    void readState()
    {
        const QString name = m_reader.text(u"state"_s, u"off"_s);
        const auto found =
            std::find_if(std::begin(states), std::end(states),
                         [&name](const StateName& known) { return name == QStringView(known.name); });
        if (found == std::end(states))
            m_reader.report(u"state"_s, u"is not a known state: '%1'"_s.arg(name));
        else
            m_state = found->state;
    }

    Vm readSettings()
    {
        Vm vm;
        vm.host = m_host;
        vm.name = m_reader.requiredText(u"name"_s);
        vm.generation = static_cast<int>(m_reader.number(u"generation"_s, 2));
        if (vm.generation != 1 && vm.generation != 2)
            m_reader.report(u"generation"_s, u"must be 1 or 2"_s);
        vm.version = m_reader.text(
            u"version"_s, host().build >= 26100 ? u"12.0"_s : (host().build >= 20348 ? u"10.0"_s : u"9.0"_s));
        vm.processors = static_cast<std::uint32_t>(m_reader.number(u"processors"_s, 4));
        vm.memory = m_reader.number(u"memoryMiB"_s, 8192);
        vm.dynamicMemory = m_reader.flag(u"dynamicMemory"_s, false);
        vm.integrationServices = m_reader.flag(u"integrationServices"_s, true);
        vm.guestLocked = m_reader.flag(u"guestLocked"_s, false);
        vm.guestSystem = m_reader.text(u"guest"_s, u"Windows Server 2022 Datacenter"_s);
        vm.notes = m_reader.text(u"notes"_s);
        vm.switchName = host().switchName;
        vm.remoteFx = m_reader.flag(u"remoteFx"_s, false);
        vm.shielded = m_reader.flag(u"shielded"_s, false);
        vm.virtualTpm = m_reader.flag(u"virtualTpm"_s, vm.shielded);
        vm.nestedVirtualization = m_reader.flag(u"nestedVirtualization"_s, false);
        vm.replicationMode = static_cast<std::uint16_t>(m_reader.number(u"replicationMode"_s, 0));
        readSystemSettings(vm);
        return vm;
    }

    /// What differs from the defaults of Msvm_VirtualSystemSettingData.
    void readSystemSettings(Vm& vm)
    {
        const auto number = [&](const QString& member, const QString& property, cim::Type type) {
            if (m_reader.has(member))
                vm.settings.insert_or_assign(property,
                                             cim::Value::unsignedInteger(type, m_reader.number(member, 0)));
        };
        const auto flag = [&](const QString& property, bool value) {
            if (value)
                vm.settings.insert_or_assign(property, cim::Value::boolean(true));
        };
        number(u"stopAction"_s, u"AutomaticShutdownAction"_s, cim::Type::UInt16);
        number(u"lowMmioMiB"_s, u"LowMmioGapSize"_s, cim::Type::UInt64);
        number(u"highMmioMiB"_s, u"HighMmioGapSize"_s, cim::Type::UInt64);
        number(u"checkpointType"_s, u"UserSnapshotType"_s, cim::Type::UInt16);
        flag(u"GuestControlledCacheTypes"_s, m_reader.flag(u"cacheTypes"_s, false));
        flag(u"GuestStateIsolationEnabled"_s, m_reader.has(u"isolationType"_s));
        number(u"isolationType"_s, u"GuestStateIsolationType"_s, cim::Type::UInt16);
        flag(u"IncrementalBackupEnabled"_s, m_reader.flag(u"incrementalBackup"_s, false));
    }

    /// An adapter names a GPU by its index among the host's devices, "auto", or "gone" for one that was taken
    /// out.
    void readGpus(Vm& vm)
    {
        for (JsonReader& entry : m_reader.objects(u"gpus"_s)) {
            PartitionAdapter adapter;
            const QString special = entry.has(u"use"_s) ? entry.text(u"use"_s) : QString();
            if (special == u"gone"_s) {
                adapter.gpuName = u"\\\\?\\PCI#VEN_10DE&DEV_2236&SUBSYS_148210DE&REV_A1#4&1dead0de&0&00e0#"
                                  u"{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
                adapter.hostResource = makeGonePath(adapter.gpuName);
            } else if (special != u"auto"_s) {
                chooseGpu(entry, adapter);
            }
            readQuota(entry, adapter);
            entry.finish();
            vm.partitions.push_back(std::move(adapter));
        }
    }

    QString makeGonePath(const QString& name) const
    {
        return cim::ObjectPath(host().name, virtualizationNamespace, u"Msvm_PartitionableGpu"_s,
                               {{u"CreationClassName"_s, cim::Value::string(u"Msvm_PartitionableGpu"_s)},
                                {u"Name"_s, cim::Value::string(name)}})
            .toString();
    }

    void chooseGpu(JsonReader& entry, PartitionAdapter& adapter)
    {
        const std::uint64_t index = entry.number(u"device"_s, 0);
        if (index >= host().devices.size() || !host().devices[index].partitioning) {
            entry.report(u"device"_s, u"is not the index of a partitionable GPU of %1"_s.arg(host().name));
            return;
        }
        adapter.gpuName = gpuName(host().devices[index]);
        adapter.hostResource = gpuPath(host(), host().devices[index]).toString();
    }

    /// The least VRAM in MiB; any limit as it is, by the name of its property.
    static void readQuota(JsonReader& entry, PartitionAdapter& adapter)
    {
        for (const QString& limit : {u"Min"_s, u"Max"_s, u"Optimal"_s}) {
            for (const QLatin1String capacity : capacityNames) {
                const QString name = limit + u"Partition"_s + capacity;
                if (entry.has(name))
                    adapter.changes.insert_or_assign(
                        name, cim::Value::unsignedInteger(cim::Type::UInt64, entry.number(name, 0)));
            }
        }
        if (!entry.has(u"minimumVramMiB"_s))
            return;
        constexpr std::uint64_t bytesPerMebibyte = 1024ULL * 1024;
        const std::uint64_t bytes = entry.number(u"minimumVramMiB"_s, 0) * bytesPerMebibyte;
        adapter.changes.insert_or_assign(u"MinPartitionVRAM"_s,
                                         cim::Value::unsignedInteger(cim::Type::UInt64, bytes));
    }

    void readDevices(Vm& vm)
    {
        for (JsonReader& entry : m_reader.objects(u"assignedDevices"_s)) {
            DeviceAssignment assignment;
            if (entry.has(u"pool"_s)) {
                assignment.poolId = entry.text(u"pool"_s);
                entry.finish();
                vm.devices.push_back(std::move(assignment));
                continue;
            }
            const std::uint64_t index = entry.number(u"device"_s, 0);
            entry.finish();
            if (index >= host().devices.size() || !host().devices[index].dismounted) {
                entry.report(u"device"_s,
                             u"is not the index of a dismounted device of %1"_s.arg(host().name));
                return;
            }
            const PciDevice& device = host().devices[index];
            assignment.locationPath = device.locationPath;
            assignment.hostResource =
                devicePath(host(), u"Msvm_PciExpress"_s, host().name, pciExpressDeviceId(device, host().name))
                    .toString();
            vm.devices.push_back(std::move(assignment));
        }
    }

    ClusterRole role(const Vm& vm) const
    {
        ClusterRole result;
        result.resourceId = guidFrom(u"resource/"_s + vm.id).toLower();
        result.groupId = guidFrom(u"group/"_s + vm.id).toLower();
        result.groupName = m_groupName.isEmpty() ? vm.name : m_groupName;
        result.offlineAction = m_offlineAction;
        const bool taken =
            std::any_of(m_world.vms().begin(), m_world.vms().end(), [&result](const auto& other) {
                return other->cluster && other->cluster->groupName == result.groupName;
            });
        if (taken)
            result.groupName += u" ("_s + vm.id.left(8) + u')';
        return result;
    }

    void add(const Vm& pattern, const QString& name)
    {
        auto vm = std::make_unique<Vm>(pattern);
        vm->name = name;
        vm->id = m_world.nextGuid();
        vm->created = m_world.wallNow() - std::chrono::hours(24 * 30 + qHash(vm->id) % 3000);
        for (PartitionAdapter& adapter : vm->partitions)
            adapter.id = m_world.nextGuid();
        for (DeviceAssignment& assignment : vm->devices)
            assignment.id = m_world.nextGuid();
        if (m_clustered)
            vm->cluster = role(*vm);
        settle(m_world.addVm(std::move(vm)));
    }

    /// Brings the VM into its first state; a running one takes its devices.
    void settle(Vm& vm)
    {
        vm.state = m_state;
        if (!isActive(vm))
            return;
        if (!startNow(m_world, vm)) {
            m_reader.report(u"state"_s,
                            u"cannot be '%1': no device is free for '%2'"_s.arg(stateText(), vm.name));
            return;
        }
        vm.state = m_state;
        vm.started = m_world.now() - std::chrono::minutes(30 + qHash(vm.id) % 20000);
    }

    QString stateText() const
    {
        const auto found = std::find_if(std::begin(states), std::end(states),
                                        [this](const StateName& known) { return known.state == m_state; });
        return QString::fromUtf16(found->name);
    }

    JsonReader& m_reader;
    World& m_world;
    std::size_t m_host;
    std::uint16_t m_state = vmState::off;
    bool m_clustered = false;
    QString m_groupName;
    std::uint32_t m_offlineAction = 1;
};

} // namespace

void readVm(JsonReader& reader, World& world, std::size_t host)
{
    VmReader(reader, world, host).read();
}

} // namespace hvgpu::simulation
