#include "core/simulation/host/Paths.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/VmRows.h"

#include <array>

// The machine and its Windows in root\cimv2.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t bytesPerMebibyte = 1024ULL * 1024;

void operatingSystem(RowContext& context)
{
    const Host& host = context.host();
    const std::uint64_t kibibytes = host.memory * 1024;
    context.add(context.row()
                    .set(u"Name", host.systemCaption + u"|C:\\Windows|\\Device\\Harddisk0\\Partition3"_s)
                    .set(u"Caption", host.systemCaption)
                    .set(u"Status", u"OK"_s)
                    .set(u"BuildNumber", QString::number(host.build))
                    .set(u"Version", host.systemVersion)
                    .set(u"CSName", host.name)
                    .time(u"InstallDate", host.booted - std::chrono::hours(24 * 90))
                    .time(u"LastBootUpTime", host.booted)
                    .time(u"LocalDateTime", context.world().wallNow())
                    .number(u"OperatingSystemSKU", host.sku)
                    .number(u"ProductType", host.productType)
                    .set(u"SerialNumber", u"00491-60000-00000-AA%1"_s.arg(qHash(host.name) % 1000))
                    .number(u"TotalVisibleMemorySize", kibibytes)
                    .number(u"FreePhysicalMemory", kibibytes / 3)
                    .number(u"TotalVirtualMemorySize", kibibytes + 8388608)
                    .number(u"FreeVirtualMemory", kibibytes / 3));
}

void computerSystem(RowContext& context)
{
    const Host& host = context.host();
    const std::uint32_t cores = host.sockets * host.coresPerSocket;
    context.add(context.row()
                    .set(u"Name", host.name)
                    .set(u"Caption", host.name)
                    .set(u"Description", u"AT/AT COMPATIBLE"_s)
                    .set(u"Status", u"OK"_s)
                    .set(u"DNSHostName", host.name)
                    .set(u"Domain", host.domain.isEmpty() ? u"WORKGROUP"_s : host.domain)
                    .set(u"PartOfDomain", !host.domain.isEmpty())
                    .set(u"HypervisorPresent", host.hyperV)
                    .set(u"Manufacturer", host.manufacturer)
                    .set(u"Model", host.model)
                    .number(u"NumberOfProcessors", host.sockets)
                    .number(u"NumberOfLogicalProcessors", cores * 2)
                    .number(u"TotalPhysicalMemory", host.memory * bytesPerMebibyte));
}

void computerSystemProduct(RowContext& context)
{
    const Host& host = context.host();
    context.add(context.row()
                    .set(u"IdentifyingNumber", host.serialNumber)
                    .set(u"Name", host.model)
                    .set(u"UUID", host.uuid)
                    .set(u"Vendor", host.manufacturer)
                    .set(u"Version", u"1.0"_s));
}

void processors(RowContext& context)
{
    const Host& host = context.host();
    for (std::uint32_t socket = 0; socket < host.sockets; ++socket) {
        context.add(context.row()
                        .set(u"DeviceID", u"CPU%1"_s.arg(socket))
                        .set(u"Name", host.processorName)
                        .set(u"Caption", u"Intel64 Family 6"_s)
                        .set(u"Description", u"Intel64 Family 6"_s)
                        .set(u"SystemName", host.name)
                        .set(u"Status", u"OK"_s)
                        .set(u"SocketDesignation", u"Proc %1"_s.arg(socket + 1))
                        .set(u"Manufacturer",
                             host.processorName.startsWith(u"AMD"_s) ? u"AuthenticAMD"_s : u"GenuineIntel"_s)
                        .number(u"Availability", 3)
                        .number(u"MaxClockSpeed", host.clockMhz)
                        .number(u"CurrentClockSpeed", host.clockMhz)
                        .number(u"LoadPercentage", 12)
                        .number(u"NumberOfCores", host.coresPerSocket)
                        .number(u"NumberOfEnabledCore", host.coresPerSocket)
                        .number(u"NumberOfLogicalProcessors", host.coresPerSocket * 2)
                        // A running hypervisor hides the features that it uses.
                        .set(u"VirtualizationFirmwareEnabled", !host.hyperV && host.firmwareVirtualization)
                        .set(u"SecondLevelAddressTranslationExtensions", !host.hyperV)
                        .set(u"VMMonitorModeExtensions", !host.hyperV));
    }
}

void computerSystemProcessors(RowContext& context)
{
    const Host& host = context.host();
    for (std::uint32_t socket = 0; socket < host.sockets; ++socket) {
        context.add(context.row()
                        .set(u"GroupComponent", makePath(host.name, inventoryNamespace,
                                                         u"Win32_ComputerSystem"_s, {{u"Name"_s, host.name}}))
                        .set(u"PartComponent", makePath(host.name, inventoryNamespace, u"Win32_Processor"_s,
                                                        {{u"DeviceID"_s, u"CPU%1"_s.arg(socket)}})));
    }
}

void deviceGuard(RowContext& context)
{
    // Base virtualization support, secure boot, and DMA protection where there is an IOMMU.
    std::vector<std::uint64_t> available{1, 2};
    if (context.host().dmaProtection.value_or(false))
        available.push_back(3);
    context.add(context.row().numbers(u"AvailableSecurityProperties", available));
}

void serverFeatures(RowContext& context)
{
    constexpr std::uint32_t workstation = 1;
    const Host& host = context.host();
    if (host.productType == workstation)
        return;
    if (host.hyperV)
        context.add(context.row().number(u"ID", 20).set(u"Name", u"Hyper-V"_s));
    if (context.world().cluster)
        context.add(context.row().number(u"ID", 33).set(u"Name", u"Failover Clustering"_s));
}

void optionalFeatures(RowContext& context)
{
    const bool hyperV = context.host().hyperV;
    const std::array features{
        std::pair(u"Microsoft-Hyper-V"_s, u"Hyper-V"_s),
        std::pair(u"Microsoft-Hyper-V-Management-PowerShell"_s, u"Hyper-V Module for Windows PowerShell"_s)};
    for (const auto& [name, caption] : features)
        context.add(context.row()
                        .set(u"Name", name)
                        .set(u"Caption", caption)
                        .number(u"InstallState", hyperV ? 1 : 2));
}

void services(RowContext& context)
{
    const Host& host = context.host();
    const auto add = [&context, &host](const QString& name, const QString& display, bool running) {
        context.add(context.row()
                        .set(u"Name", name)
                        .set(u"DisplayName", display)
                        .set(u"Caption", display)
                        .set(u"SystemName", host.name)
                        .set(u"Started", running)
                        .set(u"StartMode", u"Auto"_s)
                        .set(u"State", running ? u"Running"_s : u"Stopped"_s)
                        .set(u"Status", u"OK"_s)
                        .set(u"StartName", u"LocalSystem"_s)
                        .set(u"ServiceType", u"Own Process"_s));
    };
    if (host.hyperV)
        add(u"vmms"_s, u"Hyper-V Virtual Machine Management"_s, true);
    if (context.world().cluster)
        add(u"ClusSvc"_s, u"Cluster Service"_s, host.node != NodeState::Down);
    add(u"WinRM"_s, u"Windows Remote Management (WS-Management)"_s, true);
}

/// One row per virtual processor of a running VM, "<VM>:Hv VP <n>".
void virtualProcessors(RowContext& context)
{
    for (const auto& vm : context.world().vms()) {
        if (vm->host != context.hostIndex() || vm->state != vmState::running)
            continue;
        const auto upTime =
            std::chrono::duration_cast<std::chrono::milliseconds>(context.world().now() - vm->started);
        for (std::uint32_t i = 0; i < vm->processors; ++i) {
            context.add(
                context.row()
                    .set(u"Name", u"%1:Hv VP %2"_s.arg(vm->name).arg(i))
                    .number(u"PercentTotalRunTime", static_cast<std::uint64_t>(upTime.count()) * 1000)
                    .number(u"PercentGuestRunTime", static_cast<std::uint64_t>(upTime.count()) * 900));
        }
    }
}

constexpr RowSource sources[] = {
    {u"Win32_OperatingSystem", operatingSystem},
    {u"Win32_ComputerSystem", computerSystem},
    {u"Win32_ComputerSystemProduct", computerSystemProduct},
    {u"Win32_Processor", processors},
    {u"Win32_ComputerSystemProcessor", computerSystemProcessors},
    {u"Win32_DeviceGuard", deviceGuard},
    {u"Win32_ServerFeature", serverFeatures},
    {u"Win32_OptionalFeature", optionalFeatures},
    {u"Win32_Service", services},
    {u"Win32_PerfRawData_HvStats_HyperVHypervisorVirtualProcessor", virtualProcessors},
};

} // namespace

std::span<const RowSource> inventorySources()
{
    return sources;
}

} // namespace hvgpu::simulation
