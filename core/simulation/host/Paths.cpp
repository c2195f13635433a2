#include "core/simulation/host/Paths.h"

#include "core/simulation/host/Row.h"
#include "core/simulation/host/World.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

QString settingsId(const QString& id)
{
    return u"Microsoft:"_s + id;
}

QString settingsId(const Vm& vm, const QString& localId)
{
    return u"Microsoft:"_s + vm.id + u'\\' + localId;
}

cim::ObjectPath systemPath(const Host& host, const QString& name)
{
    return makePath(host.name, virtualizationNamespace, u"Msvm_ComputerSystem"_s,
                    {{u"CreationClassName"_s, u"Msvm_ComputerSystem"_s}, {u"Name"_s, name}});
}

cim::ObjectPath vmPath(const Host& host, const Vm& vm)
{
    return systemPath(host, vm.id);
}

cim::ObjectPath vmSettingsPath(const Host& host, const Vm& vm)
{
    return instanceIdPath(host, u"Msvm_VirtualSystemSettingData"_s, settingsId(vm.id));
}

cim::ObjectPath instanceIdPath(const Host& host, const QString& className, const QString& instanceId)
{
    return makePath(host.name, virtualizationNamespace, className, {{u"InstanceID"_s, instanceId}});
}

cim::ObjectPath devicePath(const Host& host, const QString& className, const QString& systemName,
                           const QString& deviceId)
{
    return makePath(host.name, virtualizationNamespace, className,
                    {{u"SystemCreationClassName"_s, u"Msvm_ComputerSystem"_s},
                     {u"SystemName"_s, systemName},
                     {u"CreationClassName"_s, className},
                     {u"DeviceID"_s, deviceId}});
}

cim::ObjectPath gpuPath(const Host& host, const PciDevice& device)
{
    return makePath(host.name, virtualizationNamespace, u"Msvm_PartitionableGpu"_s,
                    {{u"CreationClassName"_s, u"Msvm_PartitionableGpu"_s}, {u"Name"_s, gpuName(device)}});
}

cim::ObjectPath servicePath(const Host& host, const QString& className, const QString& name)
{
    return makePath(host.name, virtualizationNamespace, className,
                    {{u"SystemCreationClassName"_s, u"Msvm_ComputerSystem"_s},
                     {u"SystemName"_s, host.name},
                     {u"CreationClassName"_s, className},
                     {u"Name"_s, name}});
}

cim::ObjectPath jobPath(const Host& host, const Job& job)
{
    return instanceIdPath(host, u"Msvm_ConcreteJob"_s, job.id);
}

QString makeInterfaceName(const PciDevice& device)
{
    QString name = device.instance;
    const qsizetype slash = name.indexOf(u'\\');
    name = u"\\\\?\\PCI#"_s + name.left(slash) + u'#' + name.mid(slash + 1).toLower() +
           u"#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
    if (device.partitioning && device.partitioning->paravirtual)
        name += u"\\GPUPARAV"_s;
    return name;
}

QString remoteFxLocalId()
{
    return u"4FDE2B6E-3C7C-4E5A-9B1D-0F6B6A1B7E55\\0"_s;
}

QString shutdownLocalId()
{
    return u"9F8233AC-BE49-4C79-8EE3-E7E1985B2077\\0"_s;
}

QString keyboardLocalId()
{
    return u"58F75A6D-D949-4320-99E1-A2A2576D581C\\0"_s;
}

QString displayLocalId()
{
    return u"02CEF2F6-D2DE-4A2B-9F1C-6E1C4D2A7B10\\0"_s;
}

QString videoHeadLocalId()
{
    return displayLocalId() + u"\\0"_s;
}

QString pnpInstanceId(const PciDevice& device)
{
    return (device.dismounted ? u"PCIP\\"_s : u"PCI\\"_s) + device.instance;
}

QString dismountedInstanceId(const PciDevice& device)
{
    return u"PCIP\\"_s + device.instance;
}

QString pciExpressDeviceId(const PciDevice& device, const QString& systemName)
{
    return u"Microsoft:%1\\%2"_s.arg(guidFrom(systemName + device.locationPath),
                                     dismountedInstanceId(device));
}

} // namespace hvgpu::simulation
