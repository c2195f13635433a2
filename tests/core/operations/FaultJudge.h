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

    QString label;
    int combinations = 0;
};

} // namespace hvgpu::test
