#include "ui/change/ServerChoices.h"

#include "core/analysis/PartitionLayout.h"
#include "core/operations/FreePartitions.h"
#include "core/text/Text.h"
#include "ui/change/Prechecks.h"
#include "ui/dda/DeviceChoices.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct ServerChoices
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::ServerChoices)
};

/// Short words, for a row, for what the plan would say.
QString whyNotReadable(const fleet::HostRecord& record)
{
    if (record.nodeState == model::NodeState::Down)
        return ServerChoices::tr("The cluster node is down");
    if (!record.snapshot)
        return hostConditionText(record);
    QStringList parts;
    for (const model::ReadNote& note : record.snapshot->notes)
        if (note.subject.isEmpty())
            parts << text::part(note.part);
    return ServerChoices::tr("Could not be read: %1").arg(parts.join(u", "_s));
}

/// Partitions of the server's GPUs; nullopt when no GPU can be partitioned.
std::optional<int> allPartitions(const model::HostSnapshot& host)
{
    std::optional<int> all;
    for (const model::Gpu& gpu : host.gpus)
        if (gpu.partitioning)
            all = all.value_or(0) + analysis::occupancy(gpu).total.value_or(0);
    return all;
}

QString whyNotAssign(const model::HostSnapshot& host)
{
    const std::optional<int> all = allPartitions(host);
    if (!all)
        return ServerChoices::tr("No partitionable GPU");
    operations::AssignRequest anything;
    if (operations::freePartitions(anything, host) == 0)
        return *all == 0 ? ServerChoices::tr("Partition count not reported")
                         : ServerChoices::tr("No free partition: all %n are assigned", nullptr, *all);
    if (host.vms.empty())
        return ServerChoices::tr("No virtual machines");
    return {};
}

/// GPUs of the server that could be assigned now.
int assignableGpus(const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record)
{
    const auto rows = deviceRows(DevicePurpose::Assign, fleet, {record.id});
    return static_cast<int>(std::ranges::count_if(rows, &ChoiceRow::isChoosable));
}

QString whyNotAssignDevice(const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record)
{
    if (record.snapshot->gpus.empty())
        return ServerChoices::tr("No GPU");
    if (assignableGpus(fleet, record) == 0)
        return ServerChoices::tr("No GPU that could be assigned now");
    return record.snapshot->vms.empty() ? ServerChoices::tr("No virtual machines") : QString();
}

QString whyNot(ChangePurpose purpose, const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record)
{
    if (!record.snapshot->host.hyperVRole)
        return hostConditionText(record);
    if (purpose == ChangePurpose::AssignDevice)
        return whyNotAssignDevice(fleet, record);
    if (purpose == ChangePurpose::Assign)
        return whyNotAssign(*record.snapshot);
    return assignedPartitions(*record.snapshot) == 0 ? ServerChoices::tr("No partition is assigned")
                                                     : QString();
}

ChoiceCell partitionsCell(ChangePurpose purpose, const fleet::FleetSnapshot& fleet,
                          const fleet::HostRecord& record, bool readable)
{
    if (readable && purpose == ChangePurpose::AssignDevice) {
        const int assignable = assignableGpus(fleet, record);
        return {ServerChoices::tr("%1 of %2").arg(assignable).arg(record.snapshot->gpus.size()),
                assignable,
                {},
                {}};
    }
    const std::optional<int> all = readable ? allPartitions(*record.snapshot) : std::nullopt;
    if (!readable || (purpose == ChangePurpose::Assign && !all))
        return {cells::unknown(), -1, {}, {}};
    if (purpose == ChangePurpose::Unassign) {
        const int assigned = assignedPartitions(*record.snapshot);
        return {QString::number(assigned), assigned, {}, {}};
    }
    const int free = operations::freePartitions({}, *record.snapshot);
    return {ServerChoices::tr("%1 of %2").arg(free).arg(*all), free, {}, {}};
}

QString clusterName(const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record)
{
    const auto entry = std::find_if(fleet.entries.begin(), fleet.entries.end(),
                                    [&](const auto& one) { return one->id == record.entry; });
    return record.inCluster && entry != fleet.entries.end() ? (*entry)->displayName : QString();
}

} // namespace

int assignedPartitions(const model::HostSnapshot& host)
{
    const auto count = [](const std::vector<model::Assignment>& assignments) {
        return static_cast<int>(std::count_if(assignments.begin(), assignments.end(), [](const auto& one) {
            return one.kind == model::Assignment::Kind::Partition;
        }));
    };
    int all = count(host.unplacedAssignments);
    for (const model::Gpu& gpu : host.gpus)
        all += count(gpu.assignments);
    return all;
}

std::vector<ColumnInfo> serverColumns(ChangePurpose purpose)
{
    return {{"server", ServerChoices::tr("Server"), {}},
            {"cluster", ServerChoices::tr("Cluster"), {}},
            {"partitions",
             purpose == ChangePurpose::AssignDevice ? ServerChoices::tr("GPUs that can be assigned")
             : purpose == ChangePurpose::Assign     ? ServerChoices::tr("Free partitions")
                                                    : ServerChoices::tr("Assigned partitions"),
             {},
             true,
             true},
            {"note", ServerChoices::tr("Note"), {}}};
}

std::vector<ChoiceRow> serverRows(ChangePurpose purpose, const fleet::FleetSnapshot& fleet,
                                  const QDateTime& now)
{
    std::vector<ChoiceRow> rows;
    for (const auto& record : fleet.hosts) {
        ChoiceRow row;
        row.key = record->id.text();
        const bool readable = whyNoPlan(record->id, fleet).isEmpty();
        row.whyNot = readable ? whyNot(purpose, fleet, *record) : whyNotReadable(*record);
        const QString toolTip = hostToolTip(*record, now);
        QString note = row.whyNot;
        if (note.isEmpty() && record->isStale())
            note =
                ServerChoices::tr("Data read %1: the server cannot be read now").arg(hostAge(*record, now));
        row.cells = {{record->displayName, {}, toolTip, hostIconName(*record)},
                     {clusterName(fleet, *record), {}, {}, {}},
                     partitionsCell(purpose, fleet, *record, readable),
                     {note, {}, note.isEmpty() ? QString() : note + u'\n' + toolTip, {}}};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace hvgpu::ui
