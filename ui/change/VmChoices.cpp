#include "ui/change/VmChoices.h"

#include "core/operations/Planner.h"
#include "ui/change/Titles.h"
#include "ui/models/HostCondition.h"
#include "ui/models/VmCells.h"
#include "ui/models/VmTableModel.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct VmWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::VmChoices)
};

ChoiceCell cellOf(const VmCells& cells, int column, const QDateTime& now)
{
    return {cells.text(column), cells.raw(column), cells.toolTip(column, now), {}};
}

ChoiceRow rowOf(const fleet::HostRecord& record, const model::VirtualMachine& vm, const Prechecks& prechecks,
                const QDateTime& now)
{
    const VmCells cells(record, &vm);
    const Prechecks::Verdict verdict = prechecks.judge(prechecks.of(record.id, vm.id));
    ChoiceRow row;
    row.key = vm.id.text();
    row.whyNot = verdict.whyNot;
    row.findBy = vm.id.text();
    ChoiceCell name = cellOf(cells, VmTableModel::Name, now);
    name.text = vmTitle(*record.snapshot, vm);
    name.icon = cells.iconName(VmTableModel::Name);
    row.cells.push_back(std::move(name));
    for (const int column :
         {VmTableModel::State, VmTableModel::Generation, VmTableModel::Version, VmTableModel::Memory})
        row.cells.push_back(cellOf(cells, column, now));
    row.cells.push_back(verdict.cell);
    return row;
}

} // namespace

std::vector<ColumnInfo> vmColumns()
{
    return {
        {"name", VmWords::tr("Virtual machine"), {}},
        {"state", VmWords::tr("State"), {}},
        {"generation", VmWords::tr("Generation"), {}, true, true},
        {"version", VmWords::tr("Version"), VmWords::tr("Configuration version"), true, true},
        {"memory", VmWords::tr("Memory"), VmWords::tr("In use while the VM runs, else what it starts with"),
         true, true},
        {"check", VmWords::tr("Check"), VmWords::tr("What speaks for or against a partition for this VM")}};
}

VmChoices vmChoices(operations::AssignRequest request,
                    const std::shared_ptr<const fleet::FleetSnapshot>& fleet, const QDateTime& now)
{
    VmChoices choices;
    choices.whyUnknown = whyNoPlan(request.host, *fleet);
    if (!choices.whyUnknown.isEmpty())
        return choices;
    const auto record = fleet->find(request.host);
    request.vms.clear();
    for (const model::VirtualMachine& vm : record->snapshot->vms)
        request.vms.push_back(vm.id);
    choices.prechecks = Prechecks(operations::plan(request, *fleet, {{}, now}), fleet);
    for (const model::VirtualMachine& vm : record->snapshot->vms)
        choices.rows.push_back(rowOf(*record, vm, choices.prechecks, now));
    return choices;
}

} // namespace hvgpu::ui
