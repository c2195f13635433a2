#include "core/hyperv/PlatformReader.h"

#include "core/hyperv/Fields.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/RegistryValue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

using base::ErrorCode;
using model::Part;
using Rows = Conversation::Rows;

constexpr std::uint16_t dmaProtectionProperty = 3;

void readProcessors(Conversation& conversation, ReadContext& context, model::HostPlatform& platform)
{
    const base::Result<Rows> rows = conversation.tryRows(queries::processors());
    if (!rows)
        return context.notes.push_back({Part::Processors, {}, rows.error()});
    if (rows->empty())
        return;
    const Fields fields(rows->front(), Part::Processors, {}, context);
    platform.processorName = fields.text(u"Name").trimmed();
    platform.addressWidth = fields.u16(u"AddressWidth");
    platform.virtualizationFirmware = fields.flag(u"VirtualizationFirmwareEnabled");
    platform.secondLevelTranslation = fields.flag(u"SecondLevelAddressTranslationExtensions");
    platform.monitorModeExtensions = fields.flag(u"VMMonitorModeExtensions");
}

void readDmaProtection(Conversation& conversation, ReadContext& context, model::HostPlatform& platform)
{
    const base::Result<Rows> rows = conversation.tryRows(queries::securityProperties());
    if (!rows) {
        // Windows without the namespace says nothing about it, which is not a failure to read.
        if (rows.error().code != ErrorCode::InvalidNamespace)
            context.notes.push_back({Part::DeviceGuard, {}, rows.error()});
        return;
    }
    if (rows->empty() || rows->front().value(u"AvailableSecurityProperties").isNull())
        return;
    const Fields fields(rows->front(), Part::DeviceGuard, {}, context);
    const std::vector<std::uint16_t> properties = fields.u16List(u"AvailableSecurityProperties");
    platform.dmaProtection = std::ranges::find(properties, dmaProtectionProperty) != properties.end();
}

std::optional<std::uint32_t> registryNumber(Conversation& conversation, ReadContext& context,
                                            const QString& key, const QString& value)
{
    const base::Result<cim::Value> found =
        registryValue(conversation, u"GetDWORDValue"_s, key, value, u"uValue");
    if (!found) {
        // One note for all: they are refused together.
        const bool noted = std::ranges::any_of(
            context.notes, [](const model::ReadNote& note) { return note.part == Part::Policies; });
        if (!noted)
            context.notes.push_back({Part::Policies, {}, found.error()});
        return std::nullopt;
    }
    const std::optional<std::uint64_t> number = found->toUInt64();
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

void readPolicies(Conversation& conversation, ReadContext& context, model::HostPlatform& platform)
{
    const QString hyperV = u"SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV"_s;
    platform.requireSecureDeviceAssignment =
        registryNumber(conversation, context, hyperV, u"RequireSecureDeviceAssignment"_s);
    platform.requireSupportedDeviceAssignment =
        registryNumber(conversation, context, hyperV, u"RequireSupportedDeviceAssignment"_s);
    platform.gpuVirtualizationFlags =
        registryNumber(conversation, context, u"SYSTEM\\CurrentControlSet\\Control\\GraphicsDrivers"_s,
                       u"GpuVirtualizationFlags"_s);
}

void readMigrationSettings(Conversation& conversation, ReadContext& context, model::HostPlatform& platform)
{
    const base::Result<Rows> rows = conversation.tryRows(queries::migrationSettings());
    if (!rows)
        return context.notes.push_back({Part::MigrationSettings, {}, rows.error()});
    if (rows->empty())
        return;
    const Fields fields(rows->front(), Part::MigrationSettings, {}, context);
    platform.liveMigrationEnabled = fields.flag(u"EnableVirtualSystemMigration");
    platform.maximumLiveMigrations = fields.u32(u"MaximumActiveVirtualSystemMigration");
    platform.migrationAuthentication = fields.u16(u"AuthenticationType");
}

/// What was read since the host started and cannot have changed.
const model::HostPlatform* sinceBoot(const model::HostSnapshot* previous, const model::HostFacts& host)
{
    const bool same =
        previous != nullptr && host.lastBoot.isValid() && previous->host.lastBoot == host.lastBoot &&
        !previous->host.platform.processorName.isEmpty() && previous->host.platform.dmaProtection.has_value();
    return same ? &previous->host.platform : nullptr;
}

} // namespace

void readPlatform(Conversation& conversation, ReadContext& context, const model::HostSnapshot* previous,
                  model::HostFacts& host)
{
    if (const model::HostPlatform* known = sinceBoot(previous, host)) {
        host.platform = *known;
        host.platform.liveMigrationEnabled.reset();
        host.platform.maximumLiveMigrations.reset();
        host.platform.migrationAuthentication.reset();
    } else {
        readProcessors(conversation, context, host.platform);
        readDmaProtection(conversation, context, host.platform);
        // An update that changes it takes effect with the next start.
        host.platform.updateRevision = registryNumber(
            conversation, context, u"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"_s, u"UBR"_s);
    }
    readPolicies(conversation, context, host.platform);
    if (host.hyperVRole)
        readMigrationSettings(conversation, context, host.platform);
}

} // namespace hvgpu::hyperv
