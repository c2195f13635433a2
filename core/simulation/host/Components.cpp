#include "core/simulation/host/Components.h"

#include "core/simulation/host/Paths.h"
#include "core/simulation/host/World.h"

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

const QString rasdClass = u"Msvm_ResourceAllocationSettingData"_s;

cim::Value text(const QString& value)
{
    return cim::Value::string(value);
}

cim::Value number(cim::Type type, std::uint64_t value)
{
    return cim::Value::unsignedInteger(type, value);
}

class Builder
{
public:
    Builder(const Host& host, const Vm& vm)
        : m_host(host)
        , m_vm(vm)
    {}

    std::vector<Component> build()
    {
        addProcessorAndMemory();
        m_vm.generation == 1 ? addFirstGenerationStorage() : addSecondGenerationStorage();
        addNetwork();
        add(u"Msvm_SecuritySettingData"_s, u"9D7F5B14-2E62-4D4C-8A54-6B2F3C1D0E97"_s,
            {{u"TpmEnabled"_s, cim::Value::boolean(m_vm.virtualTpm)},
             {u"ShieldingRequested"_s, cim::Value::boolean(m_vm.shielded)}});
        return std::move(m_components);
    }

private:
    void add(const QString& className, const QString& localId, PropertyBag values)
    {
        m_components.push_back({className, localId, std::move(values)});
    }

    void addResource(std::uint16_t type, const QString& subType, const QString& caption,
                     const QString& localId, PropertyBag values)
    {
        values.insert({{u"ResourceType"_s, number(cim::Type::UInt16, type)},
                       {u"ResourceSubType"_s, text(subType)},
                       {u"Caption"_s, text(caption)},
                       {u"Description"_s, text(u"Settings for the Microsoft %1."_s.arg(caption))},
                       {u"ElementName"_s, text(caption)}});
        add(rasdClass, localId, std::move(values));
    }

    QString pathOf(const QString& className, const QString& localId) const
    {
        return instanceIdPath(m_host, className, settingsId(m_vm, localId)).toString();
    }

    void addProcessorAndMemory()
    {
        add(u"Msvm_ProcessorSettingData"_s, processorLocalId(),
            {{u"VirtualQuantity"_s, number(cim::Type::UInt64, m_vm.processors)},
             {u"ExposeVirtualizationExtensions"_s, cim::Value::boolean(m_vm.nestedVirtualization)}});
        const auto megabytes = number(cim::Type::UInt64, m_vm.memory);
        const std::uint64_t least = m_vm.dynamicMemory ? m_vm.memory / 2 : m_vm.memory;
        add(u"Msvm_MemorySettingData"_s, memoryLocalId(),
            {{u"VirtualQuantity"_s, megabytes},
             {u"Reservation"_s, number(cim::Type::UInt64, least)},
             {u"Limit"_s, number(cim::Type::UInt64, m_vm.dynamicMemory ? m_vm.memory * 2 : m_vm.memory)},
             {u"DynamicMemoryEnabled"_s, cim::Value::boolean(m_vm.dynamicMemory)}});
    }

    /// A drive on a controller and, unless empty, the image in it.
    void addDrive(const QString& controllerId, unsigned slot, bool isDvd, const QString& image)
    {
        const QString driveId = controllerId + u"\\%1\\D"_s.arg(slot);
        const PropertyBag place{{u"Parent"_s, text(pathOf(rasdClass, controllerId))},
                                {u"AddressOnParent"_s, text(QString::number(slot))}};
        if (isDvd)
            addResource(16, u"Microsoft:Hyper-V:Synthetic DVD Drive"_s, u"DVD Drive"_s, driveId, place);
        else
            addResource(17, u"Microsoft:Hyper-V:Synthetic Disk Drive"_s, u"Hard Drive"_s, driveId, place);
        if (image.isEmpty())
            return;
        add(u"Msvm_StorageAllocationSettingData"_s, controllerId + u"\\%1\\L"_s.arg(slot),
            {{u"Caption"_s, text(u"Hard Disk Image"_s)},
             {u"ElementName"_s, text(u"Hard Disk Image"_s)},
             {u"ResourceSubType"_s, text(u"Microsoft:Hyper-V:Virtual Hard Disk"_s)},
             {u"Parent"_s, text(pathOf(rasdClass, driveId))},
             {u"HostResource"_s, cim::Value::strings({image})}});
    }

    QString diskImage() const { return u"C:\\ClusterStorage\\Volume1\\%1\\disk.vhdx"_s.arg(m_vm.id); }

    void addFirstGenerationStorage()
    {
        const QString ide = u"83F8638B-8DCA-4152-9EDA-2CA8B33039B4"_s;
        for (const QString& channel : {u"0"_s, u"1"_s}) {
            addResource(5, u"Microsoft:Hyper-V:Emulated IDE Controller"_s,
                        u"IDE Controller %1"_s.arg(channel), ide + u'\\' + channel,
                        {{u"Address"_s, text(channel)}});
        }
        addDrive(ide + u"\\0"_s, 0, false, diskImage());
        addDrive(ide + u"\\1"_s, 0, true, {});
        addScsiController();
        for (const QString& port : {u"0"_s, u"1"_s}) {
            add(u"Msvm_SerialPortSettingData"_s, u"8E3A359F-559A-4B6A-98A9-1690A6100ED7\\"_s + port,
                {{u"ElementName"_s, text(u"COM %1"_s.arg(port.toInt() + 1))},
                 {u"Connection"_s, cim::Value::strings({QString()})}});
        }
    }

    QString addScsiController()
    {
        const QString id = guidFrom(m_vm.id + u"scsi"_s) + u"\\0"_s;
        addResource(6, u"Microsoft:Hyper-V:Synthetic SCSI Controller"_s, u"SCSI Controller"_s, id, {});
        return id;
    }

    void addSecondGenerationStorage()
    {
        const QString scsi = addScsiController();
        addDrive(scsi, 0, false, diskImage());
        addDrive(scsi, 1, true, {});
    }

    void addNetwork()
    {
        if (m_vm.switchName.isEmpty())
            return;
        const QString port = guidFrom(m_vm.id + u"port"_s);
        const QString mac = u"00155D%1"_s.arg(qHash(m_vm.id) & 0xFFFFFFU, 6, 16, QLatin1Char('0')).toUpper();
        add(u"Msvm_SyntheticEthernetPortSettingData"_s, port, {{u"Address"_s, text(mac)}});
        const auto switchPath = systemClassPath(u"Msvm_VirtualEthernetSwitch"_s, guidFrom(m_vm.switchName));
        add(u"Msvm_EthernetPortAllocationSettingData"_s, port + u"\\C"_s,
            {{u"Parent"_s, text(pathOf(u"Msvm_SyntheticEthernetPortSettingData"_s, port))},
             {u"HostResource"_s, cim::Value::strings({switchPath})}});
    }

    QString systemClassPath(const QString& className, const QString& name) const
    {
        return cim::ObjectPath(m_host.name, virtualizationNamespace, className,
                               {{u"CreationClassName"_s, text(className)}, {u"Name"_s, text(name)}})
            .toString();
    }

    const Host& m_host;
    const Vm& m_vm;
    std::vector<Component> m_components;
};

void applyTo(Component& component, const std::vector<Component>& changed)
{
    for (const Component& change : changed) {
        if (change.localId != component.localId)
            continue;
        for (const auto& [name, value] : change.values)
            component.values.insert_or_assign(name, value);
    }
}

} // namespace

QString memoryLocalId()
{
    return u"4764334D-E001-4176-82EE-5594EC9B530E"_s;
}

QString processorLocalId()
{
    return u"B637F346-6A0E-4DEC-AF52-BD70CB80A21D\\0"_s;
}

std::vector<Component> componentsOf(const Host& host, const Vm& vm)
{
    auto components = Builder(host, vm).build();
    components.insert(components.end(), vm.addedComponents.begin(), vm.addedComponents.end());
    std::erase_if(components, [&vm](const Component& c) { return vm.removedComponents.contains(c.localId); });
    for (Component& component : components)
        applyTo(component, vm.changedComponents);
    return components;
}

} // namespace hvgpu::simulation
