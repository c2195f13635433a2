#pragma once

#include <QString>

#include <cstdint>
#include <span>

namespace hvgpu::simulation {

/// A kind of resource a host can give to VMs: its primordial pool, capabilities and setting templates.
struct PoolType
{
    std::uint16_t resourceType;
    const char16_t* subType;
    const char16_t* settingClass;
    const char16_t* definition; ///< GUID in "Microsoft:Definition\<GUID>\Default"

    [[nodiscard]] QString subTypeText() const { return QString::fromUtf16(subType); }
    [[nodiscard]] QString definitionText() const { return QString::fromUtf16(definition); }
    [[nodiscard]] QString settingClassText() const { return QString::fromUtf16(settingClass); }
};

inline constexpr std::uint16_t gpuPartitionType = 32770;
inline constexpr std::uint16_t pciExpressType = 32769;

[[nodiscard]] std::span<const PoolType> poolTypes();

/// The four templates of a type: suffix of the InstanceID, ValueRange and ValueRole (wmi.md 2.4).
struct TemplateKind
{
    const char16_t* suffix;
    std::uint16_t valueRange;
    std::uint16_t valueRole;
};
[[nodiscard]] std::span<const TemplateKind> templateKinds();
/// InstanceID of a template.
[[nodiscard]] QString templateId(const PoolType& type, const TemplateKind& kind);

} // namespace hvgpu::simulation
