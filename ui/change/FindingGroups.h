#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hvgpu::ui {

/// Findings that say the same of different things, as one message.
struct FindingGroup
{
    static constexpr int subjectsShown = 6;

    operations::Severity severity = operations::Severity::Note;
    QStringList subjects; ///< names of what it is about; empty when it is about the whole plan
    QString text;         ///< "Warning: vm-01, vm-02: …", with the advice
    int first = 0;        ///< index in the plan of the first of them
    bool offersUnassign = false;

    friend bool operator==(const FindingGroup&, const FindingGroup&) = default;
};

/// The worst first, else in the plan's order. Pure.
[[nodiscard]] std::vector<FindingGroup> groupFindings(const operations::Plan& plan,
                                                      const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::ui
