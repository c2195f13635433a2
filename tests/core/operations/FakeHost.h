#pragma once

#include "core/base/Clock.h"
#include "core/hyperv/HostControl.h"

#include <QMap>

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace hvgpu::test {

/// Thrown by an injected crash: what the process would have done next never happens.
struct Killed : std::exception
{};

/// A clock whose sleeps take no time.
class InstantClock final : public base::Clock
{
public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const override
    {
        return std::chrono::system_clock::time_point(std::chrono::hours(24 * 365 * 56)) + m_elapsed;
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::time_point(m_elapsed);
    }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        m_elapsed += duration;
        return !stop.stop_requested();
    }

private:
    std::chrono::milliseconds m_elapsed{};
};

/// What a Hyper-V host does, as far as plans go; outlives the controls that talk to it.
struct FakeWorld
{
    struct Vm
    {
        QString name;
        model::PowerState power = model::PowerState::Off;
        std::vector<model::Assignment> adapters;
        std::map<QString, hyperv::PartitionQuotas> quotas; ///< by adapter
        std::vector<model::Assignment> devices;            ///< whole ones
        model::VmSettings settings;
        std::optional<hyperv::ClusterResource> cluster;
        std::optional<std::chrono::steady_clock::time_point> offAt; ///< the guest is shutting down
        bool elsewhere = false;                                     ///< on another node of the cluster
    };
    struct Gpu
    {
        std::uint16_t count = 4;
        std::vector<std::uint16_t> valid{16, 8, 4, 2, 1};
        std::uint64_t vram = 15'929'966'592ULL;
    };
    struct Device
    {
        model::DeviceMount mount = model::DeviceMount::Enabled;
        QString
            partitions; ///< Msvm_PartitionableGpu.Name while the host uses it; empty: cannot be partitioned
        bool refusesDismount = false;
        int listedAfter = 0; ///< reads of it until the host lists it
        int readsLeft = 0;
    };
    struct Pool
    {
        std::vector<model::GpuId> devices;
    };
    /// What a host may refuse for good.
    enum class Call {
        SetCount,
        AddAdapter,
        SetQuotas,
        RemoveAdapter,
        ShutDownGuest,
        TakeOffline,
        SetOfflineAction,
        UpdateVm,
        Start,
        BringOnline
    };
    std::map<model::GpuId, Device> devices;
    std::map<QString, Pool> pools;
    std::map<model::VmId, Vm> vms;
    std::map<QString, Gpu> gpus;
    int nextAdapter = 1;
    std::chrono::seconds shutdownTakes{0}; ///< from the request to the guest being off
    std::function<void()> fillDisk;        ///< where the journal is
    QStringList actionsAtStop;             ///< offline actions in force when the cluster took a VM offline
    QString placesOn;                      ///< GPU that the host takes, whatever an adapter names
    std::function<void()> whenAdding;      ///< what others do while a partition adapter is added; once
    std::function<void()> whenCounting;    ///< what others do just after a partition count is set; once
    int foreignAdded = 0;
    bool takesNoQuotas = false;                   ///< with a new adapter, as drivers of paravirtual GPUs do
    std::map<Call, base::ErrorCode> refuses = {}; ///< always, with this error

    /// Guests whose time has come are off.
    void settle(std::chrono::steady_clock::time_point now);
    /// What another administrator does, to a VM that is off.
    void addForeignAdapter(Vm& vm);
    [[nodiscard]] std::vector<model::VmId> ownersOf(const model::GpuId& device) const;
    /// No device of this name, or one that the host uses.
    [[nodiscard]] bool canPartition(const QString& gpuName) const;
    [[nodiscard]] hyperv::GpuState stateOf(const QString& gpuName) const;
    [[nodiscard]] static bool isForeign(const model::Assignment& adapter);
};

/// What goes wrong at one call.
enum class Trouble {
    None,
    RefusedBefore, ///< an error, nothing happened
    LostBefore,    ///< connection lost before the host did anything
    LostAfter,     ///< the host did it, the answer was lost
    TimedOutAfter, ///< the host did it, the deadline passed
    JobFailed,     ///< the job ended in an exception, nothing happened
    AccessDenied,
    Restarting,     ///< provider shutting down, several calls in a row
    AppliedNothing, ///< success reported, nothing happened
    VmGone,         ///< moved to another node
    ForeignAdapter, ///< another administrator adds an adapter just before
    DiskFull,       ///< from here on the journal cannot be written
    MovedAway,      ///< the cluster moves a VM that is off to another node
    Stop,           ///< the user cancels during the call
    KilledBefore,   ///< the console dies before the call reaches the host
    KilledAfter     ///< the console dies after the host did it
};

struct Fault
{
    int call = -1;
    Trouble trouble = Trouble::None;
};

/// HostControl on a FakeWorld, with trouble at some calls.
class FakeHost final : public hyperv::HostControl
{
public:
    FakeHost(FakeWorld& world, std::shared_ptr<int> calls, std::vector<Fault> faults, base::Clock& clock,
             std::stop_source stop);

    base::Result<hyperv::GpuState> readGpu(const QString& gpuName,
                                           const hyperv::ActionContext& context) override;
    base::Result<std::vector<hyperv::GpuState>> readGpus(const hyperv::ActionContext& context) override;
    base::Result<hyperv::VmState> readVm(const model::VmId& vm,
                                         const hyperv::ActionContext& context) override;
    base::Result<std::vector<model::Assignment>>
    readPartitions(const model::VmId& vm, const hyperv::ActionContext& context) override;
    base::Result<void> setPartitionCount(const QString& gpuName, std::uint16_t count,
                                         const hyperv::ActionContext& context) override;
    base::Result<QString> addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                              std::optional<std::uint64_t> minPartitionVram,
                                              const hyperv::ActionContext& context) override;
    base::Result<void> setPartitionQuotas(const QString& adapterId, const hyperv::PartitionQuotas& quotas,
                                          const hyperv::ActionContext& context) override;
    base::Result<void> removePartitionAdapter(const QString& adapterId,
                                              const hyperv::ActionContext& context) override;
    base::Result<void> shutDownGuest(const model::VmId& vm, std::chrono::seconds timeout,
                                     const hyperv::ActionContext& context) override;
    base::Result<void> turnOff(const model::VmId& vm, const hyperv::ActionContext& context) override;
    base::Result<void> start(const model::VmId& vm, const hyperv::ActionContext& context) override;
    base::Result<void> setOfflineAction(const QString& resource, std::uint32_t action,
                                        const hyperv::ActionContext& context) override;
    base::Result<void> takeOffline(const QString& resource, std::chrono::seconds timeout,
                                   const hyperv::ActionContext& context) override;
    base::Result<void> bringOnline(const QString& resource, std::chrono::seconds timeout,
                                   const hyperv::ActionContext& context) override;
    base::Result<void> updateVirtualMachine(const QString& resource,
                                            const hyperv::ActionContext& context) override;
    base::Result<hyperv::DeviceState> readDevice(const hyperv::DeviceRef& device,
                                                 const hyperv::ActionContext& context) override;
    base::Result<bool> isPartitionable(const hyperv::DeviceRef& device,
                                       const hyperv::ActionContext& context) override;
    base::Result<hyperv::VmDevices> readVmDevices(const model::VmId& vm,
                                                  const hyperv::ActionContext& context) override;
    base::Result<void> disableDevice(const hyperv::DeviceRef& device,
                                     const hyperv::ActionContext& context) override;
    base::Result<void> enableDevice(const hyperv::DeviceRef& device,
                                    const hyperv::ActionContext& context) override;
    base::Result<void> dismountDevice(const hyperv::DeviceRef& device, bool requireAcs,
                                      bool requireMitigations, const hyperv::ActionContext& context) override;
    base::Result<void> mountDevice(const hyperv::DeviceRef& device,
                                   const hyperv::ActionContext& context) override;
    base::Result<QString> assignDevice(const model::VmId& vm, const hyperv::DeviceRef& device,
                                       const hyperv::ActionContext& context) override;
    base::Result<void> removeDevice(const QString& adapterId, const hyperv::ActionContext& context) override;
    base::Result<void> setVmSettings(const model::VmId& vm, const model::VmSettings& settings,
                                     const hyperv::ActionContext& context) override;
    base::Result<void> setVmMemory(const model::VmId& vm, const model::VmSettings& settings,
                                   const hyperv::ActionContext& context) override;
    base::Result<std::vector<hyperv::PoolState>> readPools(const hyperv::ActionContext& context) override;
    base::Result<void> createPool(const QString& name, const std::vector<model::GpuId>& devices,
                                  const hyperv::ActionContext& context) override;
    base::Result<void> deletePool(const QString& name, const hyperv::ActionContext& context) override;
    base::Result<QString> assignFromPool(const model::VmId& vm, const QString& pool,
                                         const hyperv::ActionContext& context) override;

private:
    /// Changes how the host has the device, when it is one of @p from and no VM has it.
    base::Result<void> moveDevice(const hyperv::DeviceRef& device,
                                  std::initializer_list<model::DeviceMount> from, model::DeviceMount to,
                                  const hyperv::ActionContext& context);
    base::Result<QString> giveDevice(const model::VmId& vm, const model::Assignment& adapter,
                                     const hyperv::ActionContext& context);
    base::Result<void> change(const hyperv::ActionContext& context,
                              const std::function<base::Result<void>()>& effect);
    /// The same for what the host may refuse for good.
    base::Result<void> change(FakeWorld::Call call, const hyperv::ActionContext& context,
                              const std::function<base::Result<void>()>& effect);
    FakeWorld::Vm* byResource(const QString& resource);
    std::optional<base::Error> before();
    std::optional<base::Error> after();

    [[nodiscard]] Trouble troubleNow() const;
    /// Asks a guest to go down and waits for it up to @p timeout.
    base::Result<void> goDown(FakeWorld::Vm& vm, std::chrono::seconds timeout);
    void comeUp(FakeWorld::Vm& vm);

    FakeWorld& m_world;
    std::shared_ptr<int> m_calls;
    std::vector<Fault> m_faults;
    base::Clock& m_clock;
    std::stop_source m_stop;
};

} // namespace hvgpu::test
