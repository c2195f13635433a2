#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::fleet {

/// A host name or address with a port.
struct HostPort
{
    QString host; ///< IPv6 without brackets
    std::uint16_t port = 0;

    /// "host:port", IPv6 in brackets.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const HostPort&, const HostPort&) = default;
};

/// "host.example" of "host.example.": the dot that ends a name for the DNS says nothing else here, and
/// neither tickets nor certificates have it.
[[nodiscard]] QString withoutRootDot(const QString& host);

/// Reads "host", "host:port", "[::1]:port" and bare IPv6, without the dot that ends a name. @p defaultPort is
/// used when there is none. nullopt when the host is empty or has characters no host has, or the port is not
/// 1…65535.
[[nodiscard]] std::optional<HostPort> parseHostPort(QStringView text, std::uint16_t defaultPort);
/// True for an IPv4 or IPv6 literal.
[[nodiscard]] bool isAddressLiteral(QStringView host);

} // namespace hvgpu::fleet
