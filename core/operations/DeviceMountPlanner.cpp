#include "core/operations/Conversion.h"
#include "core/operations/Devices.h"
#include "core/operations/Planner.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hvgpu::operations {
namespace {

using model::DeviceMount;
using Card = std::pair<model::HostId, model::GpuId>;

/// The chosen devices by the card they are on, one target for each: its functions belong together.
struct CardChoice
{
    const fleet::HostRecord* record = nullptr;
    std::vector<DeviceFacts> devices;
};

std::map<Card, CardChoice> byCard(PlanBuilder& builder, const std::vector<GpuRef>& devices)
{
    std::map<Card, CardChoice> cards;
    if (devices.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});
    for (const GpuRef& ref : devices) {
        const fleet::HostRecord* record = builder.usableHost(ref.host);
        if (record == nullptr)
            continue;
        const auto device = findDevice(*record->snapshot, ref.gpu);
        if (!device) {
            builder.add(FindingCode::DeviceNotFound, Severity::Blocking, ref.host, ref.gpu, {},
                        {ref.gpu.text()});
            continue;
        }
        CardChoice& card = cards[{ref.host, device->card->id}];
        card.record = record;
        card.devices.push_back(*device);
    }
    return cards;
}

void addTarget(PlanBuilder& builder, const CardChoice& card, std::vector<Step> steps)
{
    if (steps.empty())
        return;
    Target target;
    target.host = card.record->id;
    target.hostName = card.record->displayName;
    target.gpu = card.devices.front().card->id;
    target.name = findDevice(*card.record->snapshot, target.gpu)->name;
    for (const DeviceFacts& device : card.devices)
        target.expected.devices.push_back(device.expectation({}));
    target.steps = std::move(steps);
    builder.add(std::move(target));
}

bool isFree(PlanBuilder& builder, const CardChoice& card, const DeviceFacts& device)
{
    const model::HostSnapshot& host = *card.record->snapshot;
    const QStringList owners = device.owners(host);
    if (const QStringList gone = device.ownersGone(host); !gone.isEmpty())
        builder.add(FindingCode::DeviceOwnerGone, Severity::Warning, card.record->id, device.id, {}, gone);
    if (!owners.isEmpty())
        builder.add(FindingCode::DeviceAssigned, Severity::Blocking, card.record->id, device.id, {}, owners);
    const model::GpuPool* pool = host.poolOf(*device.card);
    if (pool != nullptr)
        builder.add(FindingCode::DeviceInPool, Severity::Blocking, card.record->id, device.id, {},
                    {pool->name});
    return owners.isEmpty() && pool == nullptr;
}

} // namespace

Plan planDismount(const DismountRequest& request, const fleet::FleetSnapshot& fleet,
                  const PlanContext& context)
{
    if (request.unassignPartitions)
        return planWithoutPartitions(request, request.devices, fleet, context);
    PlanBuilder builder(request, fleet, context);
    std::map<model::HostId, std::vector<DeviceFacts>> chosen;
    std::map<model::HostId, const fleet::HostRecord*> records;
    for (const auto& [key, card] : byCard(builder, request.devices)) {
        std::vector<Step> steps;
        bool blocked = false;
        for (const DeviceFacts& device : card.devices) {
            records[key.first] = card.record;
            chosen[key.first].push_back(device);
            if (device.mount == DeviceMount::Dismounted) {
                builder.add(FindingCode::DeviceAlreadyDismounted, Severity::Note, key.first, device.id);
                continue;
            }
            blocked = !checkDismount(builder, *card.record, device) || blocked;
            const std::vector<Step> own = dismountSteps(device, request.requirements);
            steps.insert(steps.end(), own.begin(), own.end());
        }
        if (!blocked)
            addTarget(builder, card, std::move(steps));
    }
    for (const auto& [host, devices] : chosen)
        warnOfCards(builder, *records[host], devices);
    warnOfForce(builder, {}, request.requirements);
    return builder.take();
}

Plan planMount(const MountRequest& request, const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    for (const auto& [key, card] : byCard(builder, request.devices)) {
        std::vector<Step> steps;
        std::vector<Step> checks; // when every function of the card is back
        bool blocked = false;
        for (const DeviceFacts& device : card.devices) {
            blocked = !isFree(builder, card, device) || blocked;
            if (device.mount == DeviceMount::Disabled)
                steps.push_back(deviceStep(StepKind::EnableDevice, device)); // what was mounted and forgotten
            else if (device.mount != DeviceMount::Dismounted)
                builder.add(FindingCode::DeviceNotDismounted, Severity::Note, key.first, device.id);
            else
                for (const Step& step : mountSteps(device))
                    steps.push_back(step);
            if (request.forPartitioning && !device.isCompanion && !steps.empty())
                checks.push_back(deviceStep(StepKind::VerifyPartitionable, device));
        }
        steps.insert(steps.end(), checks.begin(), checks.end());
        if (!blocked)
            addTarget(builder, card, std::move(steps));
    }
    return builder.take();
}

} // namespace hvgpu::operations
