#include "core/analysis/VmTitle.h"
#include "core/model/LiveDevice.h"
#include "ui/details/Describe.h"
#include "ui/details/SectionBuilder.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct PartitionDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::PartitionDetails)
};
using State = analysis::PartitionSlot::State;

QString partitionId(const analysis::PartitionSlot& slot)
{
    if (slot.partitionId)
        return QString::number(*slot.partitionId);
    if (slot.state == State::Unread)
        return DetailWords::couldNotRead();
    if (slot.isFree())
        return {};
    return slot.assignment != nullptr && model::hasLiveDevice(*slot.assignment)
               ? PartitionDetails::tr("in use, but not reported")
               : PartitionDetails::tr("resolved at start");
}

QString stateText(State state)
{
    switch (state) {
    case State::Free:
        return PartitionDetails::tr("free");
    case State::Running:
        return PartitionDetails::tr("in use by a running virtual machine");
    case State::ResolvedAtStart:
        return PartitionDetails::tr(
            "assigned; which partition it is, is decided when the virtual machine starts");
    case State::Unread:
        return DetailWords::couldNotRead();
    case State::OverCommitted:
        return PartitionDetails::tr(
            "assigned beyond the partition count; the virtual machine will not start");
    }
    return {};
}

/// What the running VM really has, or what a partition of this GPU would have.
struct Share
{
    std::optional<std::uint64_t> value;
    bool isCurrent = false;
};

Share share(const analysis::PartitionSlot& slot, std::optional<std::uint64_t> model::Assignment::*current,
            const model::Capacity& capacity)
{
    if (slot.assignment != nullptr && slot.assignment->*current)
        return {slot.assignment->*current, true};
    return {capacity.optimalPartition, false};
}

void addShare(SectionBuilder& section, const QString& id, const QString& label, const Share& value,
              const model::Partitioning& partitioning, text::Unit unit)
{
    if (value.isCurrent || !value.value) {
        section.addQuantity(id, label, value.value, partitioning, unit);
        return;
    }
    const QString amount = text::quantity(analysis::quantity(value.value, partitioning), unit);
    section.add(
        id, label, amount,
        PartitionDetails::tr(
            "The usual share of a partition of this GPU. The real value is known once a virtual machine "
            "with this partition runs."));
}

/// The six fields that the Microsoft document names, in its order.
DetailSection documentFields(const model::Gpu& gpu, const analysis::PartitionSlot& slot)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"partitionId"_s, PartitionDetails::tr("Partition ID"), partitionId(slot));
    const model::Assignment* assignment = slot.assignment;
    if (assignment != nullptr)
        section.addIdentifier(u"vmId"_s, PartitionDetails::tr("VM ID"), assignment->vm.text());
    else
        section.add(u"vmId"_s, PartitionDetails::tr("VM ID"), PartitionDetails::tr("none: free"));
    const model::Partitioning partitioning = gpu.partitioning.value_or(model::Partitioning{});
    const bool ownPath = assignment != nullptr && !assignment->deviceInstancePath.isEmpty();
    section.addIdentifier(u"instancePath"_s, PartitionDetails::tr("Instance path"),
                          ownPath ? assignment->deviceInstancePath : partitioning.name);
    addShare(section, u"partitionVram"_s, PartitionDetails::tr("Partition VRAM"),
             share(slot, &model::Assignment::currentVram, partitioning.vram), partitioning,
             text::Unit::Bytes);
    addShare(section, u"partitionEncode"_s, PartitionDetails::tr("Partition encode"),
             share(slot, &model::Assignment::currentEncode, partitioning.encode), partitioning,
             text::Unit::Blocks540p60);
    addShare(section, u"partitionDecode"_s, PartitionDetails::tr("Partition decode"),
             share(slot, &model::Assignment::currentDecode, partitioning.decode), partitioning,
             text::Unit::Blocks540p60);
    return section.take();
}

/// Of an assignment of which only the device was seen.
QString unknownPlacement(const fleet::HostRecord& host)
{
    return host.snapshot && host.snapshot->couldNotRead(model::Part::PartitionAdapters)
               ? DetailWords::couldNotRead()
               : QString();
}

DetailSection assignmentFields(const fleet::HostRecord& host, const model::Gpu& gpu,
                               const analysis::PartitionSlot& slot)
{
    SectionBuilder section(u"assignment"_s, PartitionDetails::tr("Assignment"));
    section.add(u"state"_s, PartitionDetails::tr("State"), stateText(slot.state));
    if (slot.assignment != nullptr) {
        const model::Assignment& assignment = *slot.assignment;
        const model::VirtualMachine* vm = host.snapshot ? host.snapshot->findVm(assignment.vm) : nullptr;
        section.add(u"vmName"_s, PartitionDetails::tr("Virtual machine"),
                    vm != nullptr ? analysis::vmName(*vm) : assignment.vmName);
        if (vm != nullptr)
            section.add(u"vmState"_s, PartitionDetails::tr("Power state"), text::powerState(vm->state));
        const bool known = !assignment.adapterId.isEmpty(); // else only the partition was read
        section.add(u"placement"_s, PartitionDetails::tr("GPU chosen by"),
                    !known                 ? unknownPlacement(host)
                    : assignment.automatic ? PartitionDetails::tr("the host, when the virtual machine starts")
                                           : PartitionDetails::tr("the assignment"));
        section.add(u"liveMigration"_s, PartitionDetails::tr("Can be live-migrated"),
                    DetailWords::yesNo(assignment.supportsOutgoingLiveMigration),
                    PartitionDetails::tr("Reported by Windows Server 2025 (build 26100) and later."));
        section.addIdentifier(u"vfLuid"_s, PartitionDetails::tr("Virtual function LUID"),
                              assignment.partitionVfLuid);
        section.addIdentifier(u"adapterId"_s, PartitionDetails::tr("Adapter ID"), assignment.adapterId);
    }
    section.add(u"gpu"_s, PartitionDetails::tr("GPU"), gpu.name);
    section.add(u"server"_s, PartitionDetails::tr("Server"), host.displayName);
    return section.take();
}

} // namespace

DetailContent describePartition(const fleet::HostRecord& host, const model::Gpu& gpu,
                                const analysis::PartitionSlot& slot)
{
    DetailContent content;
    content.title = slot.partitionId ? PartitionDetails::tr("Partition %1").arg(*slot.partitionId)
                                     : PartitionDetails::tr("Partition");
    content.subtitle = PartitionDetails::tr("Partition of %1 on %2").arg(gpu.name, host.displayName);
    content.icon = u"partition"_s;
    content.sections.push_back(documentFields(gpu, slot));
    content.sections.push_back(assignmentFields(host, gpu, slot));
    return content;
}

} // namespace hvgpu::ui
