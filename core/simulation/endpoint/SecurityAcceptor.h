#pragma once

#include "core/simulation/endpoint/SignInRules.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace hvgpu::simulation {

/// The host's side of one security context (GSSAPI), bound to one connection.
class SecurityAcceptor
{
public:
    /// What goes back for a token.
    struct Reply
    {
        QByteArray token;
        bool complete = false;
        bool refused = false;
    };
    /// A sealed message as it stands in a multipart body.
    struct Sealed
    {
        QByteArray signature;
        QByteArray data;
    };

    virtual ~SecurityAcceptor() = default;
    SecurityAcceptor() = default;
    SecurityAcceptor(const SecurityAcceptor&) = delete;
    SecurityAcceptor& operator=(const SecurityAcceptor&) = delete;

    [[nodiscard]] virtual Reply accept(const QByteArray& token) = 0;
    /// Whether the caller named this host's certificate.
    [[nodiscard]] virtual bool isBound() const = 0;
    [[nodiscard]] virtual Sealed seal(const QByteArray& plain) = 0;
    /// Nothing when the message was changed, is old or out of order.
    [[nodiscard]] virtual std::optional<QByteArray> unseal(const Sealed& message) = 0;
};

/// An acceptor for the mechanism that @p firstToken speaks; null when the rules or this build have none.
[[nodiscard]] std::unique_ptr<SecurityAcceptor>
makeSecurityAcceptor(const SignInRules& rules, const QString& computerName, const QByteArray& firstToken);

} // namespace hvgpu::simulation
