#include "core/simulation/host/Components.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PoolTypes.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/Templates.h"
#include "core/simulation/host/VmRows.h"

// Resource settings of virtual machines and their templates.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

/// Every setting class has its templates besides the rows of the VMs.
void settings(RowContext& context)
{
    addTemplates(context);
    context.forEachVm([&context](const Vm& vm) {
        for (const Component& component : componentsOf(context.host(), vm)) {
            if (component.className != context.info().declaration.name)
                continue;
            Row row = context.row();
            row.set(u"InstanceID", settingsId(vm, component.localId));
            applyChanges(row, component.values);
            context.add(row);
        }
    });
}

constexpr RowSource sources[] = {
    {u"Msvm_ProcessorSettingData", settings},
    {u"Msvm_MemorySettingData", settings},
    {u"Msvm_ResourceAllocationSettingData", settings},
    {u"Msvm_SerialPortSettingData", settings},
    {u"Msvm_StorageAllocationSettingData", settings},
    {u"Msvm_SyntheticEthernetPortSettingData", settings},
    {u"Msvm_EthernetPortAllocationSettingData", settings},
    {u"Msvm_SecuritySettingData", settings},
};

/// What the templates of processors and memory say besides the class's defaults.
void setLimits(Row& row, const PoolType& type, QStringView kind)
{
    constexpr std::uint16_t processor = 3;
    constexpr std::uint16_t memory = 4;
    const bool isMaximum = kind == u"Maximum";
    if (type.resourceType == processor)
        row.number(u"VirtualQuantity", isMaximum ? 2048 : 1);
    if (type.resourceType == memory)
        row.number(u"VirtualQuantity", isMaximum ? 251658240 : (kind == u"Default" ? 1024 : 32));
}

} // namespace

void addTemplates(RowContext& context)
{
    for (const PoolType& type : poolTypes()) {
        if (context.info().declaration.name != type.settingClassText())
            continue;
        for (const TemplateKind& kind : templateKinds()) {
            Row row = context.row();
            row.set(u"InstanceID", templateId(type, kind))
                .number(u"ResourceType", type.resourceType)
                .set(u"ResourceSubType", type.subTypeText());
            setLimits(row, type, kind.suffix);
            context.add(row);
        }
    }
}

std::span<const RowSource> settingSources()
{
    return sources;
}

} // namespace hvgpu::simulation
