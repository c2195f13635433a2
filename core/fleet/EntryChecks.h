#pragma once

#include <QString>

#include <optional>

namespace hvgpu::fleet {

/// What is wrong with a user name.
enum class UserProblem {
    Password, ///< "ada:secret": no account has a colon in its name
    Character ///< one that no account has in its name
};
/// nullopt when @p user can be one: "user@domain", "DOMAIN\user" or a local name; also when it is empty.
[[nodiscard]] std::optional<UserProblem> userProblem(const QString& user);

/// What is wrong with the address of a proxy.
enum class ProxyProblem {
    Password, ///< user information: lists, settings and command lines are read by others
    Kind,     ///< not an HTTP proxy
    Address
};
/// nullopt when @p proxy can be used: "http://host:port", "host:port" or "host"; also when it is empty.
[[nodiscard]] std::optional<ProxyProblem> proxyProblem(const QString& proxy);

/// Whether client certificates can be PEM files here: Windows takes PKCS #12 only.
[[nodiscard]] bool takesPemCertificate();
/// Whether @p file can be a client certificate here, by its name.
[[nodiscard]] bool takesCertificateFile(const QString& file);

/// Whether @p pin is a SHA-256 fingerprint, with colons or without, or several with commas; each may be of
/// one host only: "node1=3F:A0:…".
[[nodiscard]] bool isCertificatePin(const QString& pin);

} // namespace hvgpu::fleet
