// The cluster verbs of WmiHostControl (wmi.md 4.4–4.6).
#include "core/cim/Wql.h"
#include "core/hyperv/ControlPaths.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/WmiHostControl.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

using base::ErrorCode;

constexpr std::uint32_t resourceOnline = 2;
constexpr std::uint32_t resourceOffline = 3;
constexpr std::uint32_t resourceFailed = 4;
constexpr std::uint32_t resourcePending = 128; // then 129 online pending, 130 offline pending
constexpr std::uint32_t resourceOfflinePending = 130;
constexpr std::uint32_t ioPending = 0x800703E5;   // HRESULT of ERROR_IO_PENDING
constexpr std::uint32_t waitTimeout = 0x80070102; // HRESULT of WAIT_TIMEOUT
// The verb blocks in the host until the resource is there or this is over; it must be well within the
// deadline of one call, or its answer is lost.
constexpr std::chrono::seconds longestInHost{30};
constexpr std::int64_t setPrivateProperties = 0x01400086; // CLUSCTL_RESOURCE_SET_PRIVATE_PROPERTIES
constexpr std::uint32_t propertiesStored = 0x800713A0;    // stored, in force when the resource comes online

std::optional<std::uint32_t> number(const cim::Instance& instance, QStringView name)
{
    const auto value = instance.value(name).toUInt64();
    return value ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

ClusterResource resourceFrom(const cim::Instance& row)
{
    ClusterResource resource;
    resource.name = row.value(u"Name").toString().value_or(QString());
    resource.ownerNode = row.value(u"OwnerNode").toString().value_or(QString());
    resource.state = number(row, u"State");
    if (const cim::Instance* properties = row.value(u"PrivateProperties").toObject())
        resource.offlineAction = number(*properties, u"OfflineAction");
    return resource;
}

void appendDword(QByteArray& bytes, std::uint32_t value)
{
    const quint32 little = qToLittleEndian<quint32>(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

/// A cluster property list with one DWORD property (clusapi layout, wmi.md 4.5).
QByteArray propertyList(const QString& name, std::uint32_t value)
{
    constexpr std::uint32_t syntaxName = 0x00040003;
    constexpr std::uint32_t syntaxDword = 0x00010002;
    QByteArray text;
    for (const QChar character : name + QChar(u'\0')) {
        const quint16 little = qToLittleEndian<quint16>(character.unicode());
        text.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    QByteArray bytes;
    appendDword(bytes, 1);
    appendDword(bytes, syntaxName);
    appendDword(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
    bytes.append((4 - text.size() % 4) % 4, '\0');
    appendDword(bytes, syntaxDword);
    appendDword(bytes, sizeof(std::uint32_t));
    appendDword(bytes, value);
    appendDword(bytes, 0);
    return bytes;
}

/// The cluster goes on with what it was asked for; only the answer came too early or not at all.
bool goesOn(const base::Error& error)
{
    return error.code == ErrorCode::Indeterminate || error.code == ErrorCode::TimedOut ||
           error.nativeCode == ioPending || error.nativeCode == waitTimeout;
}

bool isPending(const ClusterResource& resource)
{
    return resource.state && *resource.state >= resourcePending && *resource.state <= resourceOfflinePending;
}

} // namespace

base::Result<std::optional<ClusterResource>> WmiHostControl::clusterResource(const model::VmId& vm,
                                                                             const ActionContext& context)
{
    if (m_noCluster)
        return std::optional<ClusterResource>();
    // Found by VmID: the resource's name may differ from the VM's (EC-52). The cluster compares as stored.
    const auto rows = m_calls.rows(
        QStringView(mscluster).toString(),
        cim::wql::select(u"MSCluster_Resource"_s, {},
                         u"Type = 'Virtual Machine' AND (PrivateProperties.VmID = %1 OR "
                         "PrivateProperties.VmID = %2)"_s.arg(cim::wql::literal(vm.text().toUpper()),
                                                              cim::wql::literal(vm.text().toLower()))),
        context);
    if (!rows) {
        m_noCluster = rows.error().code == ErrorCode::InvalidNamespace;
        if (m_noCluster)
            return std::optional<ClusterResource>();
        return base::fail(rows.error());
    }
    if (rows->empty())
        return std::optional<ClusterResource>();
    return std::optional(resourceFrom(rows->front()));
}

base::Result<cim::Instance> WmiHostControl::clusterRow(const QString& resource, const ActionContext& context)
{
    return m_calls.get(paths::clusterResource(resource), context);
}

base::Result<void> WmiHostControl::setOfflineAction(const QString& resource, std::uint32_t action,
                                                    const ActionContext& context)
{
    const auto row = clusterRow(resource, context);
    if (!row)
        return base::fail(row.error());
    const cim::Instance* properties = row->value(u"PrivateProperties").toObject();
    if (properties != nullptr) {
        cim::Instance changed = *properties;
        changed.set(u"OfflineAction"_s, cim::Value::unsignedInteger(cim::Type::UInt32, action));
        const auto stored =
            m_calls.put(paths::clusterResource(resource),
                        {{u"PrivateProperties"_s, cim::Value::object(std::move(changed))}}, context);
        if (!stored && stored.error().nativeCode == propertiesStored)
            return {};
        if (stored) {
            const auto now = clusterRow(resource, context);
            if (now && resourceFrom(*now).offlineAction == action)
                return {};
        } else if (stored.error().code == ErrorCode::Cancelled ||
                   stored.error().code == ErrorCode::AccessDenied ||
                   stored.error().code == ErrorCode::Unreachable) {
            return base::fail(stored.error());
        }
    }
    return controlOfflineAction(resource, action, context);
}

base::Result<void> WmiHostControl::controlOfflineAction(const QString& resource, std::uint32_t action,
                                                        const ActionContext& context)
{
    std::vector<cim::Value> bytes;
    for (const char byte : propertyList(u"OfflineAction"_s, action))
        bytes.push_back(cim::Value::unsignedInteger(cim::Type::UInt8, static_cast<std::uint8_t>(byte)));
    const auto done = m_calls.invoke(
        paths::clusterResource(resource), u"ExecuteResourceControl"_s,
        {{u"ControlCode"_s, cim::Value::signedInteger(cim::Type::SInt32, setPrivateProperties)},
         {u"InputBuffer"_s, cim::Value::array(cim::Type::UInt8, std::move(bytes))}},
        context);
    if (!done && done.error().nativeCode != propertiesStored)
        return base::fail(done.error());
    return {};
}

base::Result<void> WmiHostControl::moveResource(const QString& method, const QString& resource,
                                                std::uint32_t wanted, std::chrono::seconds timeout,
                                                const ActionContext& context)
{
    const auto seconds = static_cast<std::uint64_t>(std::min(timeout, longestInHost).count());
    const auto ask = [&] {
        return m_calls.invoke(paths::clusterResource(resource), method,
                              {{u"TimeOut"_s, cim::Value::unsignedInteger(cim::Type::UInt32, seconds)}},
                              context);
    };
    auto called = ask();
    if (!called && called.error().code == ErrorCode::Indeterminate) {
        // Lost on its way there it would be waited for in vain; asking for it twice does no harm.
        const auto row = clusterRow(resource, context);
        const auto now = row ? std::optional(resourceFrom(*row)) : std::nullopt;
        if (now && now->state != wanted && !isPending(*now))
            called = ask();
    }
    if (!called && !goesOn(called.error())) {
        // Asked for once more while it is already under way, the cluster may refuse.
        const auto row = clusterRow(resource, context);
        if (!row || !isPending(resourceFrom(*row)))
            return base::fail(called.error());
    }
    return m_calls.waitUntil(
        [&]() -> base::Result<bool> {
            const auto row = clusterRow(resource, context);
            if (!row)
                return base::fail(row.error());
            const auto state = resourceFrom(*row).state;
            if (state == resourceFailed && wanted == resourceOnline) {
                base::Error error = returnValueError(method, resource, 2);
                error.detail = u"the cluster resource failed"_s;
                return base::fail(error);
            }
            return state == wanted;
        },
        timeout, method, context);
}

base::Result<void> WmiHostControl::takeOffline(const QString& resource, std::chrono::seconds timeout,
                                               const ActionContext& context)
{
    return moveResource(u"TakeOffline"_s, resource, resourceOffline, timeout, context);
}

base::Result<void> WmiHostControl::bringOnline(const QString& resource, std::chrono::seconds timeout,
                                               const ActionContext& context)
{
    return moveResource(u"BringOnline"_s, resource, resourceOnline, timeout, context);
}

base::Result<void> WmiHostControl::updateVirtualMachine(const QString& resource, const ActionContext& context)
{
    const auto done =
        m_calls.invoke(paths::clusterResource(resource), u"UpdateVirtualMachine"_s, {}, context);
    if (!done)
        return base::fail(done.error());
    return {};
}

} // namespace hvgpu::hyperv
