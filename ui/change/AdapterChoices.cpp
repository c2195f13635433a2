#include "ui/change/AdapterChoices.h"

#include "core/analysis/PartitionSize.h"
#include "core/operations/Planner.h"
#include "core/text/Text.h"
#include "ui/change/Titles.h"
#include "ui/models/GpuCells.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct AdapterWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::AdapterChoices)
};

constexpr QChar keySeparator(0x1f);

/// An adapter where it was found.
struct Place
{
    const fleet::HostRecord* record = nullptr;
    const model::Assignment* assignment = nullptr;
    const model::Gpu* gpu = nullptr; ///< null when it is not on the server, or not yet chosen
    int ofVm = 0;                    ///< adapters of the same VM
    int number = 0;                  ///< 1-based among those
};

std::vector<Place> placesOn(const fleet::HostRecord& record)
{
    std::vector<Place> places;
    const auto collect = [&](const std::vector<model::Assignment>& assignments, const model::Gpu* gpu) {
        for (const model::Assignment& assignment : assignments)
            if (assignment.kind == model::Assignment::Kind::Partition)
                places.push_back({&record, &assignment, gpu});
    };
    for (const model::Gpu& gpu : record.snapshot->gpus)
        collect(gpu.assignments, &gpu);
    collect(record.snapshot->unplacedAssignments, nullptr);
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        const int order = a.assignment->vmName.compare(b.assignment->vmName, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.assignment->vm < b.assignment->vm;
    });
    for (auto first = places.begin(); first != places.end();) {
        const auto next = std::find_if(first, places.end(), [first](const Place& place) {
            return place.assignment->vm != first->assignment->vm;
        });
        int number = 0;
        const auto count = static_cast<int>(next - first);
        for (; first != next; ++first) {
            first->ofVm = count;
            first->number = ++number;
        }
    }
    return places;
}

operations::AdapterRef refOf(const Place& place)
{
    return {place.record->id, place.assignment->vm, place.assignment->adapterId};
}

// ---- cells

ChoiceCell vmCell(const Place& place, const model::VirtualMachine* vm)
{
    const model::Assignment& assignment = *place.assignment;
    QString name = vm != nullptr ? vmTitle(*place.record->snapshot, *vm) : cells::vmName(assignment);
    const QString toolTip = name + u'\n' + assignment.vm.text() + u'\n' +
                            AdapterWords::tr("Adapter: %1").arg(cells::orUnknown(assignment.adapterId));
    if (place.ofVm > 1)
        name = AdapterWords::tr("%1 (partition %2 of %3)", "VM name; which of its partitions")
                   .arg(name)
                   .arg(place.number)
                   .arg(place.ofVm);
    return {name, {}, toolTip, cells::powerStateIcon(vm != nullptr ? vm->state : model::PowerState::Unknown)};
}

ChoiceCell gpuCell(const Place& place)
{
    const model::Assignment& assignment = *place.assignment;
    if (place.gpu != nullptr) {
        const QString where = cells::location(*place.gpu);
        const QString path = cells::gpuId(*place.gpu);
        return {gpuTitle(*place.record->snapshot, *place.gpu), {}, where + u'\n' + path, u"gpu"_s};
    }
    if (assignment.automatic)
        return {AdapterWords::tr("Chosen when the VM starts"), {}, {}, {}};
    return {AdapterWords::tr("Not on this server: %1").arg(assignment.deviceInstancePath),
            {},
            AdapterWords::tr("The GPU was removed, or its path has changed:") + u'\n' +
                assignment.deviceInstancePath,
            u"warning"_s};
}

ChoiceCell partitionCell(const model::Assignment& assignment)
{
    if (assignment.partitionId)
        return {QString::number(*assignment.partitionId), static_cast<int>(*assignment.partitionId), {}, {}};
    return {AdapterWords::tr("resolved at start"), -1, {}, {}};
}

ChoiceCell vramCell(const Place& place)
{
    const auto amount = [](std::uint64_t bytes, const QString& text) {
        return ChoiceCell{text, QVariant::fromValue<quint64>(bytes), text::exactBytes(bytes), {}};
    };
    if (place.assignment->currentVram && place.gpu != nullptr && place.gpu->partitioning) {
        const auto quantity = analysis::quantity(place.assignment->currentVram, *place.gpu->partitioning);
        if (quantity.meaning == analysis::Meaning::Amount)
            return amount(quantity.value, text::bytes(quantity.value));
        return {text::quantity(quantity, text::Unit::Bytes), {}, {}, {}};
    }
    const auto size = place.gpu != nullptr ? analysis::currentPartitionSize(*place.gpu) : std::nullopt;
    return size ? amount(size->bytes, u"≈ "_s + text::bytes(size->bytes))
                : ChoiceCell{cells::unknown(), {}, {}, {}};
}

// ---- rows

/// Of the VM's findings those that are about this adapter or about all of them.
Findings findingsOf(const Place& place, const Prechecks& prechecks)
{
    Findings own;
    for (const operations::Finding& finding : prechecks.of(place.record->id, place.assignment->vm)) {
        if (finding.code == operations::FindingCode::AdapterNotFound &&
            finding.arguments.value(0) != place.assignment->adapterId)
            continue;
        if (finding.code == operations::FindingCode::GpuMissing &&
            (place.gpu != nullptr || finding.arguments.value(1) != place.assignment->deviceInstancePath))
            continue;
        if (std::find(own.begin(), own.end(), finding) == own.end())
            own.push_back(finding);
    }
    return own;
}

void addRow(AdapterChoices& choices, const Place& place)
{
    const model::Assignment& assignment = *place.assignment;
    const model::VirtualMachine* vm = place.record->snapshot->findVm(assignment.vm);
    const ChoiceCell gpu = gpuCell(place);
    // Where a GPU was that is gone is said by its finding.
    AdapterChoices::Adapter adapter{refOf(place), findingsOf(place, choices.prechecks),
                                    place.gpu != nullptr ? gpu.toolTip : QString()};
    ChoiceRow row;
    row.key = adapterKey(adapter.ref);
    // Without ids of their own, only the place in the list tells two apart.
    while (choices.adapters.contains(row.key))
        row.key += keySeparator;
    const Prechecks::Verdict verdict = choices.prechecks.judge(adapter.findings);
    row.whyNot = verdict.whyNot;
    row.findBy = QStringList{assignment.vm.text(), assignment.adapterId, assignment.deviceInstancePath,
                             place.gpu != nullptr ? cells::location(*place.gpu) : QString()}
                     .join(u'\n');
    row.cells = {vmCell(place, vm),
                 {place.record->displayName, {}, {}, {}},
                 {vm != nullptr ? text::powerState(vm->state) : cells::unknown(), {}, {}, {}},
                 gpu,
                 partitionCell(assignment),
                 vramCell(place),
                 verdict.cell};
    choices.adapters.insert(row.key, adapter);
    choices.rows.push_back(std::move(row));
}

} // namespace

std::vector<ColumnInfo> adapterColumns()
{
    return {{"virtual_machine", AdapterWords::tr("Virtual machine"), {}},
            {"server", AdapterWords::tr("Server"), {}},
            {"state", AdapterWords::tr("State"), {}},
            {"gpu", AdapterWords::tr("GPU"), {}},
            {"partition_id", AdapterWords::tr("Partition ID"), {}},
            {"vram", AdapterWords::tr("VRAM"),
             AdapterWords::tr("What the running VM has; with ≈ what it gets when it starts"), true, true},
            {"check", AdapterWords::tr("Check"), AdapterWords::tr("What speaks against taking it away")}};
}

QString adapterKey(const operations::AdapterRef& ref)
{
    return QStringList{ref.host.text(), ref.vm.text(), ref.adapterId.toCaseFolded()}.join(keySeparator);
}

AdapterChoices adapterChoices(const std::vector<model::HostId>& hosts, const operations::PowerHandling& power,
                              const std::shared_ptr<const fleet::FleetSnapshot>& fleet, const QDateTime& now)
{
    AdapterChoices choices;
    operations::UnassignRequest request;
    request.power = power;
    std::vector<std::shared_ptr<const fleet::HostRecord>> records;
    std::vector<Place> places;
    for (const model::HostId& id : hosts) {
        if (const QString reason = whyNoPlan(id, *fleet); !reason.isEmpty()) {
            choices.unknownServers << reason;
            continue;
        }
        const auto record = fleet->find(id);
        records.push_back(record);
        for (const Place& place : placesOn(*record)) {
            places.push_back(place);
            request.adapters.push_back(refOf(place));
        }
    }
    choices.prechecks = Prechecks(operations::plan(request, *fleet, {{}, now}), fleet);
    for (const Place& place : places)
        addRow(choices, place);
    return choices;
}

} // namespace hvgpu::ui
