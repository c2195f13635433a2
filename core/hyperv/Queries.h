#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace hvgpu::hyperv {

/// What is asked of one class. No columns means all of them.
struct ClassQuery
{
    QString nameSpace;
    QString className;
    QStringList columns;
    QString condition;
    bool classMayBeAbsent = false; ///< hosts older than the class: no class, no instances
};

/// The namespaces a read talks to.
inline constexpr char16_t cimv2[] = u"root\\cimv2";
inline constexpr char16_t virtualization[] = u"root\\virtualization\\v2";
inline constexpr char16_t registry[] = u"root\\default";
inline constexpr char16_t deviceGuard[] = u"root\\Microsoft\\Windows\\DeviceGuard";
inline constexpr char16_t mscluster[] = u"root\\MSCluster";

/// The fixed list of queries of one read. Columns are chosen by the host's build, because a column the class
/// does not have makes the whole query invalid; an unknown build asks for everything.
namespace queries {

using Build = std::optional<std::uint32_t>;

[[nodiscard]] ClassQuery operatingSystem();
[[nodiscard]] ClassQuery computerSystem();
[[nodiscard]] ClassQuery pciDevices();
[[nodiscard]] ClassQuery videoControllers();
[[nodiscard]] ClassQuery partitionableGpus(Build build);
[[nodiscard]] ClassQuery assignableDevices();
[[nodiscard]] ClassQuery virtualMachines(Build build);
[[nodiscard]] ClassQuery systemStates();
[[nodiscard]] ClassQuery memorySettings();
[[nodiscard]] ClassQuery protectedVms(); ///< only those with a virtual TPM or shielding
[[nodiscard]] ClassQuery nestedVms();    ///< only those that may run virtual machines themselves
[[nodiscard]] ClassQuery partitionAdapters();
[[nodiscard]] ClassQuery partitions(Build build);
[[nodiscard]] ClassQuery deviceAdapters();
[[nodiscard]] ClassQuery remoteFxAdapters();
[[nodiscard]] ClassQuery iovSupport();
[[nodiscard]] ClassQuery processors();
[[nodiscard]] ClassQuery securityProperties();
[[nodiscard]] ClassQuery migrationSettings();
[[nodiscard]] ClassQuery memoryAddresses();
[[nodiscard]] ClassQuery allocatedResources();
[[nodiscard]] ClassQuery resourcePools();
[[nodiscard]] ClassQuery cluster();
[[nodiscard]] ClassQuery clusterNodes();
[[nodiscard]] ClassQuery clusterVmResources();

} // namespace queries

} // namespace hvgpu::hyperv
