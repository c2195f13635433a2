#pragma once

#include "core/operations/VmPower.h"

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace hvgpu::operations {

/// Carries out one VM's target: power down, change adapters, power up; and puts the VM back when that fails.
/// Both are driven by the state read just before, never by what we believe we did, so that the same code
/// serves a normal run, resuming after a crash, and undoing.
class VmTargetRun
{
public:
    /// @p earlier is what the journal knows of the target; empty for a first run.
    VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, const TargetHistory& earlier,
                std::stop_token stop);

    /// From the state the plan expects to the end of the plan; decides the outcome.
    [[nodiscard]] Outcome run();
    /// Goes on where an interrupted run stopped: steps found done are not repeated.
    [[nodiscard]] Outcome resume();
    /// Brings the VM back to what the plan expected at its start; its power to that too, unless the plan had
    /// been carried out: then the VM is left as it is found. PutBack, PartlyDone or Indeterminate.
    [[nodiscard]] Outcome putBack();
    /// The same as a wish of its own: with the power handling of the plan; refused when somebody changed the
    /// VM since the plan was carried out; Succeeded, as it was, when nothing could be begun.
    [[nodiscard]] Outcome undo();

private:
    [[nodiscard]] Outcome runSteps();
    [[nodiscard]] Outcome failed(const base::Error& error);
    [[nodiscard]] bool isAsExpected(const hyperv::VmState& state);
    [[nodiscard]] bool isDone(const Step& step, const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<QString> addedAdapters(const hyperv::VmState& state) const;
    /// Those of the added ones that may be ours; more than one when it is not known which.
    [[nodiscard]] std::vector<QString> ownAdapters(const hyperv::VmState& state) const;
    /// The adapter is of the kind that the plan adds: of the same GPU, and not of another change.
    [[nodiscard]] bool mayBeOurs(const hyperv::VmState& state, const QString& adapterId) const;
    [[nodiscard]] bool areEditsDone(const hyperv::VmState& state) const;

    /// What stands against a step, because it was not there when the plan was made; empty when nothing does.
    [[nodiscard]] QString conflict(const Step& step, const hyperv::VmState& state) const;
    base::Result<void> perform(int index);
    /// The GPUs are as planned and have @p needed more partitions free for the step that adds an adapter.
    base::Result<void> checkRoom(int needed);
    /// What is there behind a step that is done is what was planned.
    base::Result<void> verify(const Step& step, const hyperv::VmState& state);
    base::Result<void> verifyPartitions();
    base::Result<void> changed(const QString& difference);
    base::Result<void> actAndReadBack(const Step& step, const hyperv::VmState& before,
                                      const hyperv::ActionContext& context);
    base::Result<void> act(const Step& step, const hyperv::VmState& state,
                           const hyperv::ActionContext& context);
    base::Result<void> addAdapter(const Step& step, const hyperv::ActionContext& context);
    /// What putting back needs to know of the adapter that @p step removes; goes to the journal with the
    /// step.
    void noteQuotas(const Step& step, const hyperv::VmState& state);
    void findNewAdapter(const hyperv::VmState& before, const hyperv::VmState& after);

    // Putting back, in VmTargetUndo.cpp.
    /// Why nothing may or can be put back in this state; nullopt when it can.
    [[nodiscard]] std::optional<Outcome> obstacle(const hyperv::VmState& state);
    /// What somebody changed since the plan was carried out; empty when it may be taken back.
    [[nodiscard]] QString changedSince(const hyperv::VmState& state) const;
    /// Why what was removed cannot be added again; empty when it can.
    [[nodiscard]] base::Result<QString> lackOfRoomBack(const hyperv::VmState& state);
    [[nodiscard]] QString adaptersChanged(const hyperv::VmState& state) const;
    [[nodiscard]] base::Result<hyperv::GpuState> readGpu(const QString& gpuName);
    /// What keeps @p wanted adapters of the GPU from being added again; empty when nothing does.
    [[nodiscard]] base::Result<QString> lacksRoom(const QString& gpuName, std::size_t wanted);
    /// Adapters that are neither of before nor of this change stay, and it is said that they do.
    void noteForeign(const hyperv::VmState& state);
    [[nodiscard]] bool adds() const;
    /// Adapters that an earlier putting back may have added in place of the one @p removal took away.
    [[nodiscard]] std::vector<QString> readdedAdapters(const Step& removal,
                                                       const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> removalsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> additionsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> editsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> stepsBack(const hyperv::VmState& state) const;
    void takeBack(const std::vector<Step>& steps, const hyperv::VmState& state);
    /// Adapters that stand for removed ones after an earlier addition, by the id of the removed one.
    [[nodiscard]] std::map<QString, QString> standIns(const hyperv::VmState& state) const;
    /// The limits that such adapters still need to be as the removed ones were, by their own id.
    [[nodiscard]] std::map<QString, hyperv::PartitionQuotas>
    lackingQuotas(const hyperv::VmState& state) const;
    base::Result<void> putQuotasBack(const hyperv::ActionContext& context);

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    const TargetHistory& m_earlier;
    std::stop_token m_stop;
    VmPower m_power;
    bool m_touched;        ///< something was begun, now or earlier
    bool m_mayHaveAdded;   ///< an adapter that was not expected may be ours
    bool m_mayHaveReadded; ///< putting back may have added a removed adapter again
    std::map<QString, hyperv::PartitionQuotas> m_quotas; ///< of removed adapters, by their ids
    QString m_answeredAdapter;                           ///< id the host gave in answer to the last addition
};

} // namespace hvgpu::operations
