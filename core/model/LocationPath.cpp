#include "core/model/LocationPath.h"

namespace hvgpu::model {
namespace {

constexpr int hexadecimal = 16;
constexpr std::uint32_t byteMask = 0xFF;
constexpr std::uint32_t byteBits = 8;

/// The number in "PCI(0301)" or "PCIROOT(D7)"; nullopt when @p component is no such thing.
std::optional<std::uint32_t> numberOf(QStringView component, QStringView kind)
{
    if (component.size() < kind.size() + 3 || !component.startsWith(kind) ||
        component.at(kind.size()) != u'(' || !component.endsWith(u')'))
        return std::nullopt;
    const QStringView digits = component.sliced(kind.size() + 1).chopped(1);
    bool ok = false;
    const std::uint32_t number = digits.toUInt(&ok, hexadecimal);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<LocationPath> LocationPath::parse(QStringView text)
{
    LocationPath path;
    path.m_components = text.trimmed().toString().toUpper().split(u'#');
    if (!numberOf(path.m_components.front(), u"PCIROOT"))
        return std::nullopt;
    for (qsizetype i = 1; i < path.m_components.size(); ++i) {
        const auto number = numberOf(path.m_components.at(i), u"PCI");
        if (!number)
            return std::nullopt;
        path.m_device = static_cast<std::uint8_t>((*number >> byteBits) & byteMask);
        path.m_function = static_cast<std::uint8_t>(*number & byteMask);
    }
    return path;
}

bool LocationPath::isOtherFunctionOf(const LocationPath& other) const
{
    const qsizetype size = m_components.size();
    return size > 1 && size == other.m_components.size() && m_device == other.m_device &&
           m_function != other.m_function &&
           m_components.first(size - 1) == other.m_components.first(size - 1);
}

bool LocationPath::startsWith(const LocationPath& start) const
{
    return start.m_components.size() <= m_components.size() &&
           m_components.first(start.m_components.size()) == start.m_components;
}

bool isSameLocation(QStringView a, QStringView b)
{
    const auto first = LocationPath::parse(a);
    const auto second = LocationPath::parse(b);
    return first && second && first->isSame(*second);
}

} // namespace hvgpu::model
