#pragma once

#include "core/operations/VmPower.h"

#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace hvgpu::operations {

/// Carries out a target about whole devices or a VM's settings: takes devices from the host and gives them
/// back, assigns them, changes settings; and puts all of it back when that fails. Driven by the state read
/// just before, like VmTargetRun.
class DeviceTargetRun
{
public:
    /// @p earlier is what the journal knows of the target; empty for a first run.
    DeviceTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                    const TargetHistory& earlier, std::stop_token stop);

    [[nodiscard]] Outcome run();
    [[nodiscard]] Outcome resume();
    /// Brings devices, settings and power back to what the plan expected at its start. What the plan did not
    /// begin to change is left alone.
    [[nodiscard]] Outcome putBack();
    /// The same as a wish of its own, see VmTargetRun.
    [[nodiscard]] Outcome undo();

    /// The target is one for this class.
    [[nodiscard]] static bool handles(const Target& target);

private:
    /// Everything the target is about, as it stands now.
    struct State
    {
        std::optional<hyperv::VmState> vm; ///< nullopt without a VM in the target, or when it has gone
        hyperv::VmDevices has;             ///< settings and whole devices of the VM
        std::map<model::GpuId, hyperv::DeviceState> devices;
        std::set<model::GpuId> partitionable; ///< of those whose steps ask for it
        std::vector<hyperv::PoolState> pools; ///< targets that are a pool
    };

    [[nodiscard]] base::Result<State> read(const std::stop_token& stop);
    [[nodiscard]] base::Result<State> readSettled();
    base::Result<void> readDevices(State& state, const std::stop_token& stop);
    base::Result<void> readVmDevices(State& state, const std::stop_token& stop);
    base::Result<void> readPartitionable(State& state, const std::stop_token& stop);
    [[nodiscard]] QString difference(const State& state) const;
    [[nodiscard]] QString deviceDifference(const State& state) const;

    [[nodiscard]] Outcome runSteps();
    base::Result<void> perform(int index);
    [[nodiscard]] QString conflict(int index, const State& state) const;
    [[nodiscard]] bool isDone(int index, const State& state) const;
    /// Everything but power is as the plan wants it.
    [[nodiscard]] bool areEditsDone(const State& state) const;
    base::Result<void> actAndReadBack(int index, const State& before, const hyperv::ActionContext& context);
    base::Result<void> act(const Step& step, const State& state, const hyperv::ActionContext& context);
    base::Result<void> actOnDevice(const Step& step, const State& state,
                                   const hyperv::ActionContext& context);
    [[nodiscard]] Outcome failed(const base::Error& error);

    [[nodiscard]] bool isBegun(int index) const { return m_begun.contains(index); }
    /// A step of one of @p kinds about @p device was begun.
    [[nodiscard]] bool hasBegun(const model::GpuId& device, std::initializer_list<StepKind> kinds) const;
    [[nodiscard]] bool hasBegun(StepKind kind) const;
    /// The VM's setting data that names the device; null when it does not have it.
    [[nodiscard]] static const model::Assignment* adapterFor(const State& state, const model::GpuId& device);
    [[nodiscard]] static const hyperv::PoolState* poolOf(const Step& step, const State& state);
    /// Places in pools that the VM has and had not when the plan was made.
    [[nodiscard]] std::vector<const model::Assignment*> addedPlaces(const State& state) const;

    // Putting back, in DeviceTargetUndo.cpp.
    [[nodiscard]] std::optional<Outcome> obstacle(const State& state);
    /// Steps that need the VM off come first and last; those on the host in between.
    struct Back
    {
        std::vector<Step> removals;
        std::vector<Step> onHost;
        std::vector<Step> edits;

        [[nodiscard]] bool touchesVm() const { return !removals.empty() || !edits.empty(); }
    };
    [[nodiscard]] Back stepsBack(const State& state) const;
    void deviceBack(Back& back, const DeviceExpectation& device, const State& state) const;
    void placesBack(Back& back, const State& state) const;
    void poolBack(Back& back, const State& state) const;
    void settingsBack(Back& back, const State& state) const;
    [[nodiscard]] std::vector<Step> inOrder(const Back& back, const State& state) const;
    void takeBack(const std::vector<Step>& steps, const State& state);

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    const TargetHistory& m_earlier;
    std::stop_token m_stop;
    std::optional<VmPower> m_power; ///< targets with a VM
    std::set<int> m_begun;          ///< steps that were begun, now or earlier
    bool m_touched;
    std::optional<base::Error> m_vmLost; ///< while putting back: the VM is not on this host
};

} // namespace hvgpu::operations
