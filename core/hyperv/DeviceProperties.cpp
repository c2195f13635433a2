#include "core/hyperv/DeviceProperties.h"

#include "core/hyperv/PnpDevices.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

/// Whether Win32_PnPEntity lists the device as it did: what GetDeviceProperties adds is left out.
bool isListedAlike(const model::PnpDevice& left, const model::PnpDevice& right)
{
    const auto listed = [](const model::PnpDevice& device) {
        return std::tie(device.instanceId, device.name, device.pnpClass, device.service, device.status,
                        device.manufacturer, device.problemCode, device.present, device.hardwareIds,
                        device.compatibleIds);
    };
    return listed(left) == listed(right);
}

/// Whether something of the device's properties could not be read or used then.
bool wasInDoubt(const model::HostSnapshot& host, const QString& instanceId)
{
    return std::ranges::any_of(host.notes, [&](const model::ReadNote& note) {
        return note.part == model::Part::DeviceProperties && note.subject.startsWith(instanceId);
    });
}

const model::CompanionFunction* findCompanion(const model::HostSnapshot& host, const model::GpuId& id)
{
    for (const model::Gpu& gpu : host.gpus) {
        const auto found = std::ranges::find(gpu.companions, id, &model::CompanionFunction::id);
        if (found != gpu.companions.end())
            return &*found;
    }
    return nullptr;
}

base::Error methodError(const QString& instanceId, std::uint32_t returnValue)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = base::ErrorCode::Internal;
    error.operation = u"Invoke GetDeviceProperties"_s;
    error.target = instanceId;
    error.nativeCode = returnValue;
    return error;
}

} // namespace

DeviceProperties::DeviceProperties(Conversation& conversation, ReadContext& context,
                                   const model::HostSnapshot* previous, std::chrono::seconds mayBe)
    : m_conversation(conversation)
    , m_context(context)
    , m_previous(previous)
    , m_mayBe(mayBe)
{}

void DeviceProperties::begin(const model::HostFacts& host, const QDateTime& now)
{
    const bool isUsable = m_previous != nullptr && host.lastBoot.isValid() &&
                          m_previous->host.lastBoot == host.lastBoot && m_previous->propertiesAt.isValid() &&
                          m_previous->propertiesAt <= now && // the clock was not set back meanwhile
                          m_previous->propertiesAt.secsTo(now) < m_mayBe.count();
    if (!isUsable)
        m_previous = nullptr;
    m_readAt = isUsable ? m_previous->propertiesAt : now;
}

void DeviceProperties::readDisplay(model::PnpDevice& device)
{
    const model::GpuId id = model::gpuIdFrom(device.instanceId);
    const model::Gpu* known = m_previous == nullptr ? nullptr : m_previous->findGpu(id);
    if (known == nullptr || !known->pnp || !known->pnp->propertiesRead ||
        !isListedAlike(*known->pnp, device) || wasInDoubt(*m_previous, device.instanceId))
        return ask(device, devicePropertyKeys());
    device = *known->pnp;
    m_takenOver.insert(id);
}

void DeviceProperties::readPlace(model::PnpDevice& device)
{
    const model::CompanionFunction* known =
        m_previous == nullptr ? nullptr : findCompanion(*m_previous, model::gpuIdFrom(device.instanceId));
    if (known == nullptr || known->locationPath.isEmpty() || known->dismounted != device.isDismounted())
        return ask(device, placeKeys());
    device.locationPaths = {known->locationPath};
}

bool DeviceProperties::isTakenOver(const model::PnpDevice& device) const
{
    return m_takenOver.contains(model::gpuIdFrom(device.instanceId));
}

void DeviceProperties::ask(model::PnpDevice& device, const QStringList& keys)
{
    std::vector<cim::Value> names;
    for (const QString& key : keys)
        names.push_back(cim::Value::string(key));
    const cim::ObjectPath target({}, cimv2, u"Win32_PnPEntity"_s,
                                 {{u"DeviceID"_s, cim::Value::string(device.instanceId)}});
    const base::Result<wmi::InvokeResult> result = m_conversation.tryInvoke(
        target, u"GetDeviceProperties"_s,
        {{u"devicePropertyKeys"_s, cim::Value::array(cim::Type::String, std::move(names))}});
    const auto note = [&](const base::Error& error) {
        m_context.notes.push_back({model::Part::DeviceProperties, device.instanceId, error});
    };
    if (!result)
        return note(result.error());
    if (result->returnValue != 0)
        return note(methodError(device.instanceId, result->returnValue));
    applyDeviceProperties(result->parameter(u"deviceProperties"), device, m_context);
}

} // namespace hvgpu::hyperv
