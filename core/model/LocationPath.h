#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace hvgpu::model {

/// Where a PCI device sits: "PCIROOT(0)#PCI(0300)#PCI(0000)", the way from the root to the device. Compared
/// by its components, never as text: how much of the text is enough depends on the depth of the tree.
class LocationPath
{
public:
    /// Nullopt when @p text is not the location path of a PCI device.
    [[nodiscard]] static std::optional<LocationPath> parse(QStringView text);

    /// The same device.
    [[nodiscard]] bool isSame(const LocationPath& other) const { return m_components == other.m_components; }
    /// Another function of the same card: the same way, the same device number, another function number.
    [[nodiscard]] bool isOtherFunctionOf(const LocationPath& other) const;
    /// @p start is the beginning of the way to this device, or all of it.
    [[nodiscard]] bool startsWith(const LocationPath& start) const;
    [[nodiscard]] std::uint8_t function() const { return m_function; }

private:
    QStringList m_components; ///< in upper case
    std::uint8_t m_device = 0;
    std::uint8_t m_function = 0;
};

/// Both are location paths and mean the same device.
[[nodiscard]] bool isSameLocation(QStringView a, QStringView b);

} // namespace hvgpu::model
