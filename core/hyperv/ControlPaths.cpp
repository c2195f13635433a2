#include "core/hyperv/ControlPaths.h"

#include "core/hyperv/Queries.h"

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv::paths {
namespace {

cim::ObjectPath v2(const QString& className, std::vector<cim::Key> keys)
{
    return {QString(), virtualization, className, std::move(keys)};
}

cim::Key key(const QString& name, const QString& value)
{
    return {name, cim::Value::string(value)};
}

} // namespace

cim::ObjectPath virtualMachine(const model::VmId& vm)
{
    return v2(u"Msvm_ComputerSystem"_s,
              {key(u"CreationClassName"_s, u"Msvm_ComputerSystem"_s), key(u"Name"_s, vm.text())});
}

cim::ObjectPath activeSettings(const model::VmId& vm)
{
    return v2(u"Msvm_VirtualSystemSettingData"_s, {key(u"InstanceID"_s, u"Microsoft:"_s + vm.text())});
}

cim::ObjectPath managementService()
{
    // The class name alone selects the singleton (wsman.md 2.4); its other keys hold the host's name.
    return v2(u"Msvm_VirtualSystemManagementService"_s,
              {key(u"CreationClassName"_s, u"Msvm_VirtualSystemManagementService"_s)});
}

cim::ObjectPath partitionableGpu(const QString& gpuName)
{
    return v2(u"Msvm_PartitionableGpu"_s,
              {key(u"CreationClassName"_s, u"Msvm_PartitionableGpu"_s), key(u"Name"_s, gpuName)});
}

cim::ObjectPath partitionAdapter(const QString& instanceId)
{
    return v2(u"Msvm_GpuPartitionSettingData"_s, {key(u"InstanceID"_s, instanceId)});
}

cim::ObjectPath deviceAdapter(const QString& instanceId)
{
    return v2(u"Msvm_PciExpressSettingData"_s, {key(u"InstanceID"_s, instanceId)});
}

cim::ObjectPath assignableDeviceService()
{
    return v2(u"Msvm_AssignableDeviceService"_s,
              {key(u"CreationClassName"_s, u"Msvm_AssignableDeviceService"_s)});
}

cim::ObjectPath poolService()
{
    return v2(u"Msvm_ResourcePoolConfigurationService"_s,
              {key(u"CreationClassName"_s, u"Msvm_ResourcePoolConfigurationService"_s)});
}

cim::ObjectPath resourcePool(const QString& instanceId)
{
    return v2(u"Msvm_ResourcePool"_s, {key(u"InstanceID"_s, instanceId)});
}

cim::ObjectPath clusterResource(const QString& name)
{
    return {QString(), mscluster, u"MSCluster_Resource"_s, {key(u"Name"_s, name)}};
}

} // namespace hvgpu::hyperv::paths
