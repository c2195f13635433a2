#include "core/simulation/host/PropertyList.h"

#include <QtEndian>

namespace hvgpu::simulation {
namespace {

constexpr std::uint32_t nameSyntax = 0x00040003;
constexpr std::uint32_t dwordSyntax = 0x00010002;
constexpr std::uint32_t endMark = 0;

class Reader
{
public:
    explicit Reader(const QByteArray& bytes)
        : m_bytes(bytes)
    {}

    std::optional<std::uint32_t> dword()
    {
        if (m_bytes.size() - m_position < 4)
            return std::nullopt;
        const auto value = qFromLittleEndian<std::uint32_t>(m_bytes.constData() + m_position);
        m_position += 4;
        return value;
    }

    /// A name with its length in front, padded to four bytes.
    std::optional<QString> name()
    {
        const auto length = dword();
        if (!length || *length < 2 || *length % 2 != 0 || *length > m_bytes.size() - m_position)
            return std::nullopt;
        QString result;
        for (std::uint32_t i = 0; i + 2 < *length; i += 2)
            result += QChar(qFromLittleEndian<char16_t>(m_bytes.constData() + m_position + i));
        m_position += (*length + 3) / 4 * 4;
        return result;
    }

private:
    const QByteArray& m_bytes;
    qsizetype m_position = 0;
};

} // namespace

std::optional<std::map<QString, std::uint32_t>> readPropertyList(const QByteArray& bytes)
{
    Reader reader(bytes);
    std::map<QString, std::uint32_t> result;
    const auto count = reader.dword();
    for (std::uint32_t i = 0; count && i < *count; ++i) {
        if (reader.dword() != nameSyntax)
            return std::nullopt;
        const auto name = reader.name();
        if (!name || reader.dword() != dwordSyntax || reader.dword() != 4U)
            return std::nullopt;
        const auto value = reader.dword();
        if (!value || reader.dword() != endMark)
            return std::nullopt;
        result.insert_or_assign(*name, *value);
    }
    return count ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace hvgpu::simulation
