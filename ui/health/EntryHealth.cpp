#include "ui/health/EntryHealth.h"

#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"

#include <algorithm>

namespace hvgpu::ui {

namespace {

bool sameError(const std::optional<base::Error>& a, const std::optional<base::Error>& b)
{
    return a.has_value() == b.has_value() && (!a || base::describe(*a) == base::describe(*b));
}

/// Snapshots are immutable: the same one says the same.
bool sameHost(const analysis::ObservedHost& a, const analysis::ObservedHost& b)
{
    return a.snapshot == b.snapshot && a.id == b.id && a.name == b.name && a.nodeState == b.nodeState &&
           a.pending == b.pending && (!a.error || a.lastSuccess == b.lastSuccess) &&
           sameError(a.error, b.error);
}

bool sameEntry(const analysis::ObservedEntry& a, const analysis::ObservedEntry& b)
{
    return a.id == b.id && a.isCluster == b.isCluster && a.name == b.name && sameError(a.error, b.error) &&
           std::ranges::equal(a.hosts, b.hosts, sameHost);
}

bool has(const EntryHealth& health, HealthPart part)
{
    switch (part) {
    case HealthPart::Diagnoses:
        return health.diagnoses != nullptr && health.checks == nullptr;
    case HealthPart::Checks:
        return health.checks != nullptr && health.diagnoses == nullptr;
    case HealthPart::Count:
        break;
    }
    return health.diagnoses == nullptr && health.checks == nullptr;
}

int seriousOf(const std::vector<analysis::Diagnosis>& diagnoses)
{
    return static_cast<int>(std::ranges::count_if(diagnoses, [](const analysis::Diagnosis& diagnosis) {
        return diagnosis.severity != analysis::DiagnosisSeverity::Note;
    }));
}

} // namespace

std::shared_ptr<const EntryHealth> examineEntry(const analysis::ObservedEntry& entry,
                                                std::shared_ptr<const EntryHealth> before, HealthPart part)
{
    const bool same = before != nullptr && sameEntry(before->seen, entry);
    if (same && has(*before, part))
        return before;
    auto health = std::make_shared<EntryHealth>();
    health->seen = entry;
    const analysis::ObservedFleet alone{{entry}, {}};
    if (part == HealthPart::Diagnoses || !same) {
        std::vector<analysis::Diagnosis> found = analysis::diagnose(alone);
        health->serious = seriousOf(found);
        if (part == HealthPart::Diagnoses)
            health->diagnoses = std::make_shared<const std::vector<analysis::Diagnosis>>(std::move(found));
    } else {
        health->serious = before->serious;
    }
    if (part == HealthPart::Checks)
        health->checks =
            std::make_shared<const std::vector<analysis::CheckGroup>>(analysis::prerequisites(alone));
    return health;
}

} // namespace hvgpu::ui
