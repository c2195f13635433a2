#pragma once

#include "tests/core/operations/RunBench.h"

#include <array>

namespace hvgpu::test {

inline constexpr std::array allTroubles{
    Trouble::RefusedBefore,  Trouble::LostBefore,   Trouble::LostAfter,  Trouble::TimedOutAfter,
    Trouble::JobFailed,      Trouble::AccessDenied, Trouble::Restarting, Trouble::AppliedNothing,
    Trouble::ForeignAdapter, Trouble::DiskFull,     Trouble::Stop,       Trouble::KilledBefore,
    Trouble::KilledAfter};

/// Judges what became of a world after trouble: each target is as its outcome says, what was cut off can be
/// put back and resumed, nothing of somebody else is taken, and the journal tells the truth. Fails the
/// running test otherwise.
class FaultJudge
{
public:
    void check(bool right, const QString& what);
    void judgeEnded(const Bench& bench, const Known& known, const operations::RunReport& report,
                    bool diskFull);
    void judgeBothWays(const Bench& bench, const Known& known);
    /// Runs the scenario with @p fault and judges.
    void judge(const Known& known, Fault fault);

    /// Which of the calls of a scenario are hit: every one, or, where that takes too long, every so manieth,
    /// with another one first for each scenario.
    struct Stride
    {
        int failing = 1;
        int killed = 1;
    };
    /// Without trouble every plan is carried out, and its journal says so.
    static void judgeUntroubled(const std::vector<RunScenario>& scenarios);
    /// Every kind of trouble at every call of every scenario; ends with the first that fails the test.
    void judgeEveryTrouble(const std::vector<RunScenario>& scenarios);
    /// Killed while what a failed step made necessary is put back.
    void judgeKilledWhilePuttingBack(const std::vector<RunScenario>& scenarios, Stride stride);

    QString label;
    int combinations = 0; ///< of the last of these

private:
    void judgeKills(const Known& known, int failing, int stride);
};

} // namespace hvgpu::test
