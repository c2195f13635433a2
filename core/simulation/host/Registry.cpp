#include "core/simulation/host/Registry.h"

#include "core/simulation/host/Paths.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

const QString displayClass = u"{4d36e968-e325-11ce-bfc1-08002be10318}"_s;
const QString policyKey = u"SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV"_s;
constexpr std::uint32_t workstation = 1;

cim::Value text(const QString& value)
{
    return cim::Value::string(value);
}

void addAdapter(RegistryKeys& keys, const PciDevice& device)
{
    RegistryValues& instance = keys[u"SYSTEM\\CurrentControlSet\\Enum\\"_s + pnpInstanceId(device)];
    instance.insert_or_assign(u"DeviceDesc"_s, text(device.name));
    if (device.dismounted || device.pnpClass != u"Display"_s)
        return;
    const QString index = u"%1"_s.arg(device.registryIndex, 4, 10, QLatin1Char('0'));
    instance.insert_or_assign(u"Driver"_s, text(displayClass + u'\\' + index));
    RegistryValues& driver =
        keys[u"SYSTEM\\CurrentControlSet\\Control\\Class\\%1\\%2"_s.arg(displayClass, index)];
    driver.insert_or_assign(u"DriverDesc"_s, text(device.name));
    driver.insert_or_assign(u"DriverVersion"_s, text(device.driverVersion));
    driver.insert_or_assign(u"ProviderName"_s, text(device.driverProvider));
    driver.insert_or_assign(u"InfPath"_s, text(device.inf));
    driver.insert_or_assign(u"HardwareInformation.qwMemorySize"_s,
                            cim::Value::unsignedInteger(cim::Type::UInt64, device.videoMemory));
}

} // namespace

QString registryEntry(const QString& key, const QString& value)
{
    return key + u'|' + value;
}

RegistryKeys registryOf(const Host& host)
{
    RegistryKeys keys;
    for (const PciDevice& device : host.devices)
        addAdapter(keys, device);
    RegistryValues& version = keys[u"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"_s];
    version.insert_or_assign(u"ProductName"_s, text(host.systemCaption));
    version.insert_or_assign(u"CurrentBuild"_s, text(QString::number(host.build)));
    version.insert_or_assign(u"UBR"_s, cim::Value::unsignedInteger(cim::Type::UInt32, host.updateRevision));
    version.insert_or_assign(u"InstallationType"_s,
                             text(host.productType == workstation ? u"Client"_s : u"Server"_s));
    keys[u"SYSTEM\\CurrentControlSet\\Control\\GraphicsDrivers"_s];
    for (auto entry = host.registry.begin(); entry != host.registry.end(); ++entry)
        keys[entry.key().section(u'|', 0, 0)].insert_or_assign(entry.key().section(u'|', 1), entry.value());
    return keys;
}

bool hasStrictDevicePolicy(const Host& host)
{
    if (host.productType == workstation)
        return false;
    const auto isRelaxed = [&host](const QString& value) {
        for (auto entry = host.registry.begin(); entry != host.registry.end(); ++entry) {
            if (entry.key().compare(registryEntry(policyKey, value), Qt::CaseInsensitive) == 0)
                return entry.value().toUInt64() == 0;
        }
        return false;
    };
    return !isRelaxed(u"RequireSecureDeviceAssignment"_s) ||
           !isRelaxed(u"RequireSupportedDeviceAssignment"_s);
}

} // namespace hvgpu::simulation
