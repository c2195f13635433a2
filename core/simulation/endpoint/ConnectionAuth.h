#pragma once

#include "core/simulation/endpoint/HttpExchange.h"
#include "core/simulation/endpoint/SecurityAcceptor.h"

#include <memory>
#include <optional>

namespace hvgpu::simulation {

/// What becomes of a request before anybody reads its SOAP.
struct Admission
{
    std::optional<Delivery> answer; ///< set: this goes back and nothing is served
    QByteArray body;                ///< the plain message
    QByteArray protocol;            ///< not empty: it came encrypted in this way, and so does the answer
    QList<QByteArray> challenges;   ///< to go with the answer
};

/// What one connection knows about its caller: Basic by the request, Negotiate and Kerberos by the
/// connection. Used by one request after the other.
class ConnectionAuth
{
public:
    ConnectionAuth(std::shared_ptr<const SignInRules> rules, QString computerName);

    /// What the caller showed when the connection was made, as DER.
    void setCallersCertificate(QByteArray der) { m_callersCertificate = std::move(der); }
    [[nodiscard]] Admission admit(const HttpRequest& request);
    /// Encrypts an answer.
    void seal(Delivery& delivery, const QByteArray& protocol);
    /// A 401 that says what is offered.
    [[nodiscard]] Delivery challenge() const;

private:
    [[nodiscard]] bool acceptsBasic(const QByteArray& authorization) const;
    [[nodiscard]] bool acceptsCertificate(const QByteArray& authorization) const;
    [[nodiscard]] bool isSignedIn() const { return m_complete; }
    [[nodiscard]] Admission negotiate(const HttpRequest& request, const QByteArray& scheme);
    [[nodiscard]] Admission takeEncrypted(const HttpRequest& request);
    [[nodiscard]] Admission takePlain(const HttpRequest& request) const;

    std::shared_ptr<const SignInRules> m_rules;
    QString m_computerName;
    std::unique_ptr<SecurityAcceptor> m_acceptor;
    QByteArray m_callersCertificate;
    bool m_complete = false;
};

} // namespace hvgpu::simulation
