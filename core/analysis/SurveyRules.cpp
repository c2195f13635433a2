#include "core/analysis/SurveyRules.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {
namespace {

constexpr std::uint32_t displayClass = 3;
constexpr std::uint32_t lineInterruptsOnly = 1;
constexpr std::uint32_t codeDisabled = 22;
constexpr std::uint32_t codeNoDriver = 28;

// DEVPKEY_PciDevice_DeviceType
constexpr std::uint32_t typeEndpoint = 2;
constexpr std::uint32_t typeLegacyEndpoint = 3;
constexpr std::uint32_t typeIntegratedEndpoint = 4;
constexpr std::uint32_t typeTreatedAsPci = 5;
constexpr std::uint32_t typeFirstBridge = 6;
constexpr std::uint32_t typeLastBridge = 13;

QString property(const QString& key)
{
    return u"Win32_PnPDeviceProperty."_s + key;
}

/// What the rules have seen so far.
class Survey
{
public:
    Survey(const model::Gpu& gpu, const model::PnpDevice& device, const model::HostSnapshot& host)
        : m_gpu(gpu)
        , m_device(device)
        , m_host(host)
    {}

    [[nodiscard]] StatusVerdict run();

private:
    using Rule = SubStatus (Survey::*)();

    SubStatus reservedMemory();
    SubStatus accessControl();
    SubStatus deviceType();
    SubStatus locationPath();
    SubStatus interrupts();
    SubStatus endpointOfType(std::uint32_t type);
    /// Notes a value that was looked at; a missing one that matters makes the verdict Unknown.
    std::optional<std::uint32_t> see(const QString& source, std::optional<std::uint32_t> value, bool needed);
    [[nodiscard]] StatusVerdict verdict(AssignedStatus status, SubStatus subStatus);
    [[nodiscard]] StatusVerdict verdictByState(std::uint32_t problemCode);
    [[nodiscard]] StatusVerdict verdictByHost();

    const model::Gpu& m_gpu;
    const model::PnpDevice& m_device;
    const model::HostSnapshot& m_host;
    std::vector<Evidence> m_evidence;
    bool m_incomplete = false;
};

std::optional<std::uint32_t> Survey::see(const QString& source, std::optional<std::uint32_t> value,
                                         bool needed)
{
    m_evidence.push_back({source, value ? QString::number(*value) : u"not reported"_s});
    m_incomplete = m_incomplete || (needed && !value);
    return value;
}

SubStatus Survey::reservedMemory()
{
    const auto region = see(property(u"DEVPKEY_PciDevice_RequiresReservedMemoryRegion"_s),
                            m_device.requiresReservedMemoryRegion, true);
    return region.value_or(0) != 0 ? SubStatus::ReservedMemoryRegion : SubStatus::None;
}

SubStatus Survey::accessControl()
{
    const auto acs = see(property(u"DEVPKEY_PciDevice_AcsCompatibleUpHierarchy"_s),
                         m_device.acsCompatibleUpHierarchy, true);
    return acs == 0U ? SubStatus::NoAcs : SubStatus::None;
}

SubStatus Survey::deviceType()
{
    const auto type = see(property(u"DEVPKEY_PciDevice_DeviceType"_s), m_device.deviceType, true);
    return type ? endpointOfType(*type) : SubStatus::None;
}

SubStatus Survey::endpointOfType(std::uint32_t type)
{
    if (type == typeEndpoint || type == typeIntegratedEndpoint)
        return SubStatus::None;
    if (type == typeLegacyEndpoint) {
        const auto base = see(property(u"DEVPKEY_PciDevice_BaseClass"_s), m_device.baseClass, true);
        return base.value_or(displayClass) == displayClass ? SubStatus::None : SubStatus::LegacyPciDevice;
    }
    if (type == typeTreatedAsPci)
        return SubStatus::FirmwareKeepsControl;
    return type >= typeFirstBridge && type <= typeLastBridge ? SubStatus::SwitchPort
                                                             : SubStatus::LegacyPciDevice;
}

SubStatus Survey::locationPath()
{
    QString path = m_gpu.locationPath;
    if (path.isEmpty() && !m_device.locationPaths.isEmpty())
        path = m_device.locationPaths.constFirst();
    m_evidence.push_back(
        {property(u"DEVPKEY_Device_LocationPaths"_s), path.isEmpty() ? u"not reported"_s : path});
    m_incomplete = m_incomplete || path.isEmpty();
    return SubStatus::None;
}

SubStatus Survey::interrupts()
{
    // No interrupts at all is fine for the survey, so a missing value is no gap.
    const auto support =
        see(property(u"DEVPKEY_PciDevice_InterruptSupport"_s), m_device.interruptSupport, false);
    return support == lineInterruptsOnly ? SubStatus::LineInterruptsOnly : SubStatus::None;
}

StatusVerdict Survey::verdict(AssignedStatus status, SubStatus subStatus)
{
    return {status, subStatus, std::move(m_evidence)};
}

StatusVerdict Survey::run()
{
    static constexpr std::array<Rule, 4> rules = {&Survey::reservedMemory, &Survey::accessControl,
                                                  &Survey::deviceType, &Survey::locationPath};
    for (const Rule rule : rules) {
        if (const SubStatus failure = (this->*rule)(); failure != SubStatus::None)
            return verdict(AssignedStatus::NotAssignable, failure);
    }
    const auto code = see(u"Win32_PnPEntity.ConfigManagerErrorCode"_s, m_device.problemCode, true);
    const bool works = code.value_or(0) == 0;
    // A device that is stopped has no interrupts the survey could look at.
    if (works && interrupts() == SubStatus::LineInterruptsOnly)
        return verdict(AssignedStatus::NotAssignable, SubStatus::LineInterruptsOnly);
    if (m_incomplete && m_host.host.hyperVRole)
        return verdict(AssignedStatus::Unknown, SubStatus::PropertiesUnreadable);
    return works ? verdictByHost() : verdictByState(*code);
}

StatusVerdict Survey::verdictByState(std::uint32_t problemCode)
{
    if (problemCode == codeNoDriver)
        return verdict(AssignedStatus::HostOwned, SubStatus::NoDriver);
    return verdict(AssignedStatus::HostOwned,
                   problemCode == codeDisabled ? SubStatus::Disabled : SubStatus::DeviceProblem);
}

StatusVerdict Survey::verdictByHost()
{
    const QString source = u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupport"_s;
    if (m_host.host.iovSupport) {
        m_evidence.push_back({source, *m_host.host.iovSupport ? u"true"_s : u"false"_s});
        for (const QString& reason : m_host.host.iovSupportReasons)
            m_evidence.push_back(
                {u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupportReasons"_s, reason});
        return *m_host.host.iovSupport ? verdict(AssignedStatus::HostOwned, SubStatus::NoPartitionDriver)
                                       : verdict(AssignedStatus::NotAssignable, SubStatus::HostWithoutIov);
    }
    if (!m_host.host.hyperVRole) {
        m_evidence.push_back({u"root\\virtualization\\v2"_s, u"not present"_s});
        return verdict(AssignedStatus::Unknown, SubStatus::NoHyperVRole);
    }
    m_evidence.push_back(
        unreadable(m_host, model::Part::IovSupport, source).value_or(Evidence{source, u"not reported"_s}));
    return verdict(AssignedStatus::Unknown, SubStatus::IovSupportUnreadable);
}

} // namespace

StatusVerdict surveyVerdict(const model::Gpu& gpu, const model::PnpDevice& device,
                            const model::HostSnapshot& host)
{
    return Survey(gpu, device, host).run();
}

std::optional<Evidence> unreadable(const model::HostSnapshot& host, model::Part part, const QString& source)
{
    const auto note = std::ranges::find_if(
        host.notes, [part](const model::ReadNote& n) { return n.part == part && n.subject.isEmpty(); });
    if (note == host.notes.end())
        return std::nullopt;
    return Evidence{source, u"could not be read: "_s + base::describe(note->error)};
}

} // namespace hvgpu::analysis
