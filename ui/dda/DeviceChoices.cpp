#include "ui/dda/DeviceChoices.h"

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/MmioSizing.h"
#include "core/analysis/VmTitle.h"
#include "core/operations/Planner.h"
#include "core/text/MmioText.h"
#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/change/Titles.h"
#include "ui/models/GpuCells.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using operations::GpuRef;

constexpr QChar keySeparator(0x1f);

struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::DeviceChoices)
};

bool isDismounted(const model::Gpu& gpu)
{
    return gpu.dismounted || (gpu.pnp && gpu.pnp->isDismounted());
}

operations::Request requestFor(DevicePurpose purpose, const GpuRef& ref)
{
    switch (purpose) {
    case DevicePurpose::GiveBack:
        return operations::MountRequest{{ref}};
    case DevicePurpose::MakeReady:
        return operations::DismountRequest{{ref}, {}, true};
    case DevicePurpose::Pool: {
        operations::CreatePoolRequest pool;
        pool.name = u"pool"_s;
        pool.devices = {ref};
        return pool;
    }
    case DevicePurpose::Assign:
        break;
    }
    operations::DdaAssignRequest assign;
    assign.host = ref.host;
    assign.devices = {ref.gpu};
    assign.unassignPartitions = true; // asked when such a GPU is chosen
    return assign;
}

/// What the plan has against this device; that no virtual machine was chosen yet is no fault of it.
QString refusal(DevicePurpose purpose, const fleet::FleetSnapshot& fleet, const GpuRef& ref)
{
    const operations::Plan plan = operations::plan(requestFor(purpose, ref), fleet, {});
    QStringList reasons;
    for (const operations::Finding& finding : plan.findings) {
        const bool isAboutIt = finding.gpu == ref.gpu || (finding.gpu.isEmpty() && finding.vm.isEmpty());
        const bool isNoVm = finding.code == operations::FindingCode::VmNotFound;
        if (finding.severity == operations::Severity::Blocking && isAboutIt && !isNoVm)
            reasons << text::present(finding, plan, fleet).message;
    }
    return reasons.join(u' ');
}

QString whyNot(DevicePurpose purpose, const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record,
               const model::Gpu& gpu)
{
    if (purpose == DevicePurpose::MakeReady && isDismounted(gpu))
        return DeviceWords::tr("It is ready for DDA assignment already.");
    if (const model::GpuPool* pool = record.snapshot->poolOf(gpu); pool != nullptr)
        return DeviceWords::tr("It is in the GPU pool %1.").arg(pool->name);
    return refusal(purpose, fleet, {record.id, gpu.id});
}

QString canBeChosen(DevicePurpose purpose, const model::Gpu& gpu)
{
    const QStringList holders = partitionHolders(gpu);
    const bool takes = purpose == DevicePurpose::Assign || purpose == DevicePurpose::MakeReady;
    return takes && !holders.isEmpty()
               ? DeviceWords::tr("Its partitions must be unassigned first: %1").arg(holders.join(u", "_s))
               : DeviceWords::tr("Can be chosen");
}

QString mmioOf(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    if (!gpu.memory)
        return cells::unknown();
    const analysis::MmioSizing need = analysis::mmioSizing({&gpu}, host);
    return text::mmioSpaces(need.lowMb, need.highMb);
}

ChoiceRow rowOf(DevicePurpose purpose, const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record,
                const model::Gpu& gpu)
{
    const model::HostSnapshot& host = *record.snapshot;
    const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    ChoiceRow row;
    row.key = deviceKey({record.id, gpu.id});
    row.whyNot = whyNot(purpose, fleet, record, gpu);
    row.findBy = gpu.id.text() + u'\n' + gpu.locationPath;
    row.cells = {{gpuTitle(host, gpu), {}, gpu.id.text(), u"gpu"_s},
                 {record.displayName, {}, {}, {}},
                 {text::statusLabel(verdict.status),
                  {},
                  text::statusReason(verdict),
                  cells::statusIcon(verdict.status)},
                 {row.whyNot.isEmpty() ? canBeChosen(purpose, gpu) : row.whyNot, {}, {}, {}},
                 {mmioOf(host, gpu), {}, {}, {}},
                 {cells::location(gpu), cells::locationRank(gpu), {}, {}}};
    return row;
}

} // namespace

std::vector<ColumnInfo> deviceColumns()
{
    return {{"gpu", DeviceWords::tr("GPU"), {}},
            {"server", DeviceWords::tr("Server"), {}},
            {"assigned_status", DeviceWords::tr("Assigned status"), {}},
            {"check", DeviceWords::tr("Check"), DeviceWords::tr("What speaks for or against this device")},
            {"mmio", DeviceWords::tr("MMIO space"),
             DeviceWords::tr("What a virtual machine needs for this device alone")},
            {"location", DeviceWords::tr("Location"), {}}};
}

std::vector<ChoiceRow> deviceRows(DevicePurpose purpose, const fleet::FleetSnapshot& fleet,
                                  const std::vector<model::HostId>& hosts)
{
    std::vector<ChoiceRow> rows;
    for (const auto& record : fleet.hosts) {
        const bool wanted = hosts.empty() || std::ranges::find(hosts, record->id) != hosts.end();
        if (!wanted || !record->snapshot)
            continue;
        for (const model::Gpu& gpu : record->snapshot->gpus) {
            if (purpose != DevicePurpose::GiveBack || isDismounted(gpu))
                rows.push_back(rowOf(purpose, fleet, *record, gpu));
        }
    }
    return rows;
}

QString deviceKey(const GpuRef& ref)
{
    return ref.host.text() + keySeparator + ref.gpu.text();
}

GpuRef deviceOfKey(const QString& key)
{
    return {model::HostId(key.section(keySeparator, 0, 0)), model::GpuId(key.section(keySeparator, 1))};
}

const model::Gpu* deviceIn(const fleet::FleetSnapshot& fleet, const GpuRef& ref)
{
    const auto record = fleet.find(ref.host);
    return record && record->snapshot ? record->snapshot->findGpu(ref.gpu) : nullptr;
}

QStringList partitionHolders(const model::Gpu& gpu)
{
    QStringList names;
    for (const model::Assignment& assignment : gpu.assignments) {
        if (assignment.kind == model::Assignment::Kind::Partition)
            names << analysis::vmName(assignment);
    }
    names.removeDuplicates();
    return names;
}

QString deviceEvidence(const fleet::FleetSnapshot& fleet, const GpuRef& ref)
{
    const model::Gpu* gpu = deviceIn(fleet, ref);
    if (gpu == nullptr)
        return {};
    const analysis::StatusVerdict verdict = analysis::assignedStatus(*gpu, *fleet.find(ref.host)->snapshot);
    QStringList lines;
    for (const QString& sentence : {text::statusReason(verdict), text::statusAdvice(verdict)})
        if (!sentence.isEmpty())
            lines << sentence;
    QStringList facts;
    for (const analysis::Evidence& fact : verdict.evidence)
        facts << u"%1 = %2"_s.arg(fact.source, fact.value);
    lines << DeviceWords::tr("Evidence: %1").arg(facts.join(u"; "_s));
    return lines.join(u'\n');
}

std::vector<GpuRef> forgottenDevices(const fleet::FleetSnapshot& fleet,
                                     const std::vector<model::HostId>& hosts)
{
    std::vector<GpuRef> devices;
    for (const ChoiceRow& row : deviceRows(DevicePurpose::GiveBack, fleet, hosts))
        if (row.isChoosable())
            devices.push_back(deviceOfKey(row.key));
    return devices;
}

} // namespace hvgpu::ui
