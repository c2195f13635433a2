#include "core/analysis/Doctor.h"
#include "core/operations/Observe.h"
#include "ui/health/CheckRows.h"
#include "ui/health/FindingRows.h"
#include "ui/health/Health.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hvgpu::ui {

namespace {

/// What the last list knows of an entry.
struct Known
{
    std::shared_ptr<const EntryHealth> health;
    HealthRows rows; ///< of checks
};
using KnownEntries = std::unordered_map<model::EntryId, Known>;
/// What has been examined already for the new list.
using Examined = std::unordered_map<model::EntryId, std::shared_ptr<const EntryHealth>>;

KnownEntries knownOf(const Health& before)
{
    KnownEntries known;
    for (const auto& entry : before.entries)
        known[entry->seen.id].health = entry;
    for (const auto& row : before.checkRows)
        known[row->entry].rows.push_back(row);
    return known;
}

bool sameRowsWanted(const Health& before, const Health& now)
{
    return before.view.page == now.view.page && before.view.filter == now.view.filter &&
           before.narrowed == now.narrowed &&
           (!now.narrowed || (before.view.scope == now.view.scope && before.view.words == now.view.words));
}

bool anyCut(const HealthRows& rows)
{
    return std::ranges::any_of(rows, [](const auto& row) { return hasCut(*row); });
}

bool allCut(const HealthRows& rows)
{
    return !rows.empty() && std::ranges::all_of(rows, [](const auto& row) { return row->isCut; });
}

/// Whether the rows of the last list can stand where the new one is now.
bool stillFit(const HealthRows& rows, const CheckRows& maker)
{
    return !anyCut(rows) && spentOn(rows) <= maker.left();
}

/// Adds one entry with its rows of checks, taken over from the last list where they still hold.
void addChecks(Health& health, const analysis::ObservedEntry& entry, const Known& before,
               const std::shared_ptr<const EntryHealth>& examined, bool rowsHold, CheckRows& maker)
{
    const bool wasLeftOut = rowsHold && maker.isFull() && allCut(before.rows);
    const bool isWanted = maker.isWanted(entry.id);
    const HealthPart part = wasLeftOut || !isWanted ? HealthPart::Count : HealthPart::Checks;
    // Of what is not shown the last list may hold all there is to know.
    const bool mayHold = part == HealthPart::Count && before.health;
    auto now = examineEntry(entry, examined && !mayHold ? examined : before.health, part);
    const bool same = rowsHold && now == before.health;
    HealthRows rows;
    if (same && wasLeftOut) {
        rows = before.rows;
    } else if (same && stillFit(before.rows, maker)) {
        rows = before.rows;
        maker.take(rows);
    } else if (isWanted) {
        now = examineEntry(entry, examined ? examined : now, HealthPart::Checks);
        rows = maker.rows(*now->checks);
        if (allCut(rows)) // nobody asks for them: a fleet of thousands would fill the memory
            now = examineEntry(entry, now, HealthPart::Count);
    }
    health.isCut = health.isCut || anyCut(rows);
    health.entries.push_back(std::move(now));
    for (auto& row : rows)
        health.checkRows.push_back(std::move(row));
}

void addChecks(Health& health, const analysis::ObservedFleet& observed, const KnownEntries& known,
               const Examined& examined, bool rowsHold, int limit)
{
    CheckRows maker(health.view, health.narrowed, limit);
    for (const analysis::ObservedEntry& entry : observed.entries) {
        const auto place = known.find(entry.id);
        const auto done = examined.find(entry.id);
        addChecks(health, entry, place == known.end() ? Known() : place->second,
                  done == examined.end() ? nullptr : done->second, rowsHold, maker);
    }
}

/// Whether the list has more rows than it may have when scope and words of @p view are not looked at. What it
/// examines for that is left in @p examined.
bool isTooLong(const HealthView& view, const analysis::ObservedFleet& observed, const KnownEntries& known,
               int limit, Examined& examined)
{
    CheckRows maker(view, false, limit);
    for (const analysis::ObservedEntry& entry : observed.entries) {
        const auto place = known.find(entry.id);
        const auto now =
            examineEntry(entry, place == known.end() ? nullptr : place->second.health, HealthPart::Checks);
        examined.emplace(entry.id, now);
        if (anyCut(maker.rows(*now->checks)))
            return true;
    }
    return false;
}

} // namespace

std::shared_ptr<const Health>
examine(const Health& before, std::shared_ptr<const fleet::FleetSnapshot> fleet,
        const std::vector<std::shared_ptr<const operations::Activity>>& activities, const HealthView& view,
        const HealthLimits& limits)
{
    auto health = std::make_shared<Health>();
    const analysis::ObservedFleet observed = operations::observe(*fleet, activities);
    const KnownEntries known = knownOf(before);
    health->fleet = std::move(fleet);
    health->view = view;
    health->interrupted = analysis::diagnoseInterrupted(observed);
    if (view.page == HealthView::Page::Checks) {
        Examined examined;
        health->narrowed = view.isNarrow() && isTooLong(view, observed, known, limits.checks, examined);
        addChecks(*health, observed, known, examined, sameRowsWanted(before, *health), limits.checks);
        health->isTooLong = health->isCut;
        health->isCut = health->isCut || health->narrowed;
        return health;
    }
    const bool findings = view.page == HealthView::Page::Diagnoses;
    for (const analysis::ObservedEntry& entry : observed.entries) {
        const auto place = known.find(entry.id);
        health->entries.push_back(examineEntry(entry, place == known.end() ? nullptr : place->second.health,
                                               findings ? HealthPart::Diagnoses : HealthPart::Count));
    }
    if (findings)
        addFindingRows(*health, limits.findings);
    return health;
}

} // namespace hvgpu::ui
