#include "ui/health/FindingRows.h"

#include "core/operations/Remedy.h"
#include "core/text/HealthText.h"
#include "ui/health/Health.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using analysis::Diagnosis;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::HealthRows)
};

HealthRow findingRow(const Diagnosis& diagnosis, bool fixable)
{
    HealthRow row;
    row.key = diagnosis.id();
    row.kind = RowKind::Notice;
    row.entry = diagnosis.entry;
    row.host = diagnosis.host;
    row.gpu = diagnosis.gpu;
    row.vm = diagnosis.vm;
    row.copyId = diagnosis.id();
    const QString cause = text::diagnosisCause(diagnosis);
    row.cells = {{text::diagnosisTitle(diagnosis.code), severityIcon(diagnosis.severity), {}, cause},
                 {text::severity(diagnosis.severity), {}, -static_cast<int>(diagnosis.severity), {}},
                 {diagnosis.subject.isEmpty() ? diagnosis.place : diagnosis.subject, {}, {}, {}},
                 {diagnosis.place, {}, {}, {}},
                 {fixable ? Words::tr("Yes") : Words::tr("No"), {}, {}, {}},
                 {cause, {}, {}, {}}};
    QStringList words;
    for (const HealthRow::Cell& cell : row.cells)
        words << cell.text;
    row.search = (words.join(u' ') + u' ' + row.key).toCaseFolded();
    return row;
}

/// Worst first, else in the order of the fleet.
std::vector<const Diagnosis*> acceptedBy(const HealthFilter& filter, const Health& health)
{
    std::vector<const Diagnosis*> found;
    const auto add = [&](const std::vector<Diagnosis>& diagnoses) {
        for (const Diagnosis& diagnosis : diagnoses) {
            if (filter.accepts(diagnosis.severity))
                found.push_back(&diagnosis);
        }
    };
    add(health.interrupted);
    for (const auto& entry : health.entries) {
        if (entry->diagnoses != nullptr)
            add(*entry->diagnoses);
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const Diagnosis* diagnosis) { return diagnosis->severity; });
    return found;
}

} // namespace

void addFindingRows(Health& health, int limit)
{
    const HealthView& view = health.view;
    const std::vector<const Diagnosis*> found = acceptedBy(view.filter, health);
    health.all = static_cast<int>(found.size());
    health.isCut = health.all > limit;
    const bool narrowed = health.isCut && view.isNarrow();
    for (const Diagnosis* diagnosis : found) {
        if (health.shown >= limit)
            break;
        if (narrowed && !view.scope.contains(diagnosis->entry, diagnosis->host))
            continue;
        const bool fixable = operations::fixOf(*diagnosis, *health.fleet) != operations::Fix::None;
        HealthRow row = findingRow(*diagnosis, fixable);
        if (narrowed && !std::ranges::all_of(
                            view.words, [&row](const QString& word) { return row.search.contains(word); }))
            continue;
        if (fixable)
            health.fixable.insert(row.key);
        health.diagnoses.insert(row.key, diagnosis);
        health.findingRows.push_back(std::make_shared<const HealthRow>(std::move(row)));
        ++health.shown;
    }
}

} // namespace hvgpu::ui
