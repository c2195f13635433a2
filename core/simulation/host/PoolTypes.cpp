#include "core/simulation/host/PoolTypes.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr PoolType types[] = {
    {3, u"Microsoft:Hyper-V:Processor", u"Msvm_ProcessorSettingData",
     u"B637F347-6A0E-4DEC-AF52-BD70CB80A21D"},
    {4, u"Microsoft:Hyper-V:Memory", u"Msvm_MemorySettingData", u"B637F348-6A0E-4DEC-AF52-BD70CB80A21D"},
    {5, u"Microsoft:Hyper-V:Emulated IDE Controller", u"Msvm_ResourceAllocationSettingData",
     u"83F8638B-8DCA-4152-9EDA-2CA8B33039B4"},
    {6, u"Microsoft:Hyper-V:Synthetic SCSI Controller", u"Msvm_ResourceAllocationSettingData",
     u"D422512D-2BF2-4752-809D-7B82B5FCB1B4"},
    {10, u"Microsoft:Hyper-V:Synthetic Ethernet Port", u"Msvm_SyntheticEthernetPortSettingData",
     u"6A45335D-4C3A-44B7-B61F-C9808BBDF8ED"},
    {14, u"Microsoft:Hyper-V:Synthetic Diskette Drive", u"Msvm_ResourceAllocationSettingData",
     u"3E48A4CA-7DA1-4C48-B4F1-C5F9A5F4AC21"},
    {16, u"Microsoft:Hyper-V:Synthetic DVD Drive", u"Msvm_ResourceAllocationSettingData",
     u"2A1FDA6E-7D94-4F95-B3F5-5F8E4C6A7B08"},
    {17, u"Microsoft:Hyper-V:Synthetic Disk Drive", u"Msvm_ResourceAllocationSettingData",
     u"D5B41D1E-1B5F-4C3E-9E0B-3F0C2E7A4A11"},
    {17, u"Microsoft:Hyper-V:Physical Disk Drive", u"Msvm_ResourceAllocationSettingData",
     u"1AF2D2C0-4B7A-4E0B-8A11-92E1C7B7D7C3"},
    {21, u"Microsoft:Hyper-V:Serial Port", u"Msvm_SerialPortSettingData",
     u"8E3A359F-559A-4B6A-98A9-1690A6100ED7"},
    {24, u"Microsoft:Hyper-V:Synthetic 3D Display Controller",
     u"Msvm_Synthetic3DDisplayControllerSettingData", u"16C1C1E5-0B32-4F3A-9A7C-6D3B0B77CB42"},
    {31, u"Microsoft:Hyper-V:Virtual Hard Disk", u"Msvm_StorageAllocationSettingData",
     u"70BB60D2-A9D3-46AA-B654-3DE53004B4F8"},
    {31, u"Microsoft:Hyper-V:Virtual CD/DVD Disk", u"Msvm_StorageAllocationSettingData",
     u"CB28D5F5-8C5A-4C3E-93D4-7A6B4C1B3C60"},
    {33, u"Microsoft:Hyper-V:Ethernet Connection", u"Msvm_EthernetPortAllocationSettingData",
     u"72027ECE-E44A-446E-AF2B-8D8C4B8A2279"},
    {pciExpressType, u"Microsoft:Hyper-V:Virtual Pci Express Port", u"Msvm_PciExpressSettingData",
     u"0E2F2AB4-7C0B-4B60-8CB3-6E4C39F11D15"},
    {gpuPartitionType, u"Microsoft:Hyper-V:GPU Partition", u"Msvm_GpuPartitionSettingData",
     u"0DCC3FD1-6B1C-4D2A-9C53-4E6E58C1A7B2"},
};

constexpr TemplateKind kinds[] = {
    {u"Default", 0, 0}, {u"Minimum", 1, 3}, {u"Maximum", 2, 3}, {u"Increment", 3, 3}};

} // namespace

std::span<const PoolType> poolTypes()
{
    return types;
}

std::span<const TemplateKind> templateKinds()
{
    return kinds;
}

QString templateId(const PoolType& type, const TemplateKind& kind)
{
    return u"Microsoft:Definition\\%1\\%2"_s.arg(type.definitionText(), QString::fromUtf16(kind.suffix));
}

} // namespace hvgpu::simulation
