#include "core/simulation/host/Paths.h"
#include "core/simulation/host/RowContext.h"

// Services, capabilities and other single objects of root\virtualization\v2, and the virtual switch.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void service(RowContext& context)
{
    context.add(context.row()
                    .set(u"SystemCreationClassName", u"Msvm_ComputerSystem"_s)
                    .set(u"SystemName", context.host().name)
                    .set(u"CreationClassName", context.info().declaration.name)
                    .number(u"EnabledState", 2)
                    .numbers(u"OperationalStatus", {2})
                    .texts(u"StatusDescriptions", {u"OK"_s})
                    .set(u"Status", u"OK"_s)
                    .number(u"HealthState", 5)
                    .set(u"StartMode", u"Automatic"_s)
                    .set(u"Started", true));
}

void single(RowContext& context)
{
    context.add(context.row().set(u"InstanceID", u"Microsoft:%1"_s.arg(context.host().name)));
}

void migrationSettings(RowContext& context)
{
    const Host& host = context.host();
    context.add(context.row()
                    .set(u"InstanceID", u"Microsoft:%1"_s.arg(host.name))
                    .set(u"EnableVirtualSystemMigration", host.liveMigration)
                    .number(u"AuthenticationType", host.domain.isEmpty() ? 0 : 1));
}

void switchCapabilities(RowContext& context)
{
    const Host& host = context.host();
    context.add(context.row()
                    .set(u"InstanceID", u"Microsoft:%1"_s.arg(guidFrom(host.name + u"switchcaps"_s)))
                    .set(u"IOVSupport", host.iovSupport)
                    .texts(u"IOVSupportReasons", host.iovReasons));
}

void switches(RowContext& context)
{
    const Host& host = context.host();
    if (host.switchName.isEmpty())
        return;
    context.add(context.row()
                    .set(u"Name", guidFrom(host.switchName))
                    .set(u"ElementName", host.switchName)
                    .number(u"EnabledState", 2)
                    .numbers(u"OperationalStatus", {2})
                    .texts(u"StatusDescriptions", {u"OK"_s})
                    .number(u"HealthState", 5));
}

void none(RowContext&) {}

constexpr RowSource sources[] = {
    {u"Msvm_VirtualSystemManagementService", service},
    {u"Msvm_AssignableDeviceService", service},
    {u"Msvm_ResourcePoolConfigurationService", service},
    {u"Msvm_VirtualEthernetSwitchManagementService", service},
    {u"Msvm_ImageManagementService", service},
    {u"Msvm_VirtualSystemSnapshotService", service},
    {u"Msvm_VirtualSystemMigrationService", service},
    {u"Msvm_Synthetic3DService", service},
    {u"Msvm_VirtualSystemManagementCapabilities", single},
    {u"Msvm_VirtualSystemManagementServiceSettingData", single},
    {u"Msvm_VirtualSystemMigrationServiceSettingData", migrationSettings},
    {u"Msvm_VirtualEthernetSwitchManagementCapabilities", switchCapabilities},
    {u"Msvm_VirtualEthernetSwitch", switches},
    {u"Msvm_DiskDrive", none}, // no physical disk is passed through in a simulated VM
};

} // namespace

std::span<const RowSource> serviceSources()
{
    return sources;
}

} // namespace hvgpu::simulation
