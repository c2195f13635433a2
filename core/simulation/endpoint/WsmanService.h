#pragma once

#include "core/base/Clock.h"
#include "core/simulation/endpoint/OperationContext.h"

#include <QByteArray>

#include <memory>

namespace hvgpu::simulation {

/// What goes back over HTTP.
struct WsmanAnswer
{
    int status = 200;
    QByteArray contentType = "application/soap+xml;charset=UTF-8";
    QByteArray body;
};

/// What a request is about, for faults that match by it.
struct RequestTarget
{
    Operation operation = Operation::Unknown;
    QString className;
    QString method;
};

/// The WS-Management service of one host, without HTTP: bytes in, status and bytes out. Thread-safe.
class WsmanService
{
public:
    /// @p clock decides when an idle enumeration expires; it must outlive the service.
    WsmanService(std::shared_ptr<CimProvider> provider, ServiceOptions options, const base::Clock& clock);

    [[nodiscard]] const ServiceOptions& options() const { return m_options; }
    [[nodiscard]] RequestTarget target(const WsmanRequest& request) const;
    /// Carries the request out. @p authenticated: an anonymous caller learns no version from Identify.
    [[nodiscard]] WsmanAnswer handle(const WsmanRequest& request, bool authenticated);
    /// The fault as an answer to @p request.
    [[nodiscard]] WsmanAnswer answerFault(const WsmanRequest& request, SoapFault fault) const;
    /// Enumerations that clients have not finished.
    [[nodiscard]] std::size_t openEnumerations() const { return m_enumerations.count(); }

private:
    [[nodiscard]] Outcome<QByteArray> run(const WsmanRequest& request, bool authenticated);
    [[nodiscard]] QByteArray identify(bool authenticated) const;
    [[nodiscard]] static WsmanAnswer encode(const WsmanRequest& request, QByteArray utf8, int status);

    std::shared_ptr<CimProvider> m_provider;
    ServiceOptions m_options;
    EnumerationContexts m_enumerations;
};

} // namespace hvgpu::simulation
