#pragma once

#include "core/simulation/endpoint/EnumerationContexts.h"
#include "core/simulation/endpoint/WsmanRequest.h"

#include <QString>

#include <chrono>

namespace hvgpu::simulation {

/// How a host's WS-Management service is set up; the defaults are Windows' (wsman.md 1.3, 1.7).
struct ServiceOptions
{
    QString language = QStringLiteral("en-US"); ///< xml:lang of answers, the host's UI language
    std::int64_t maxEnvelopeBytes = 500 * 1024; ///< MaxEnvelopeSizekb
    std::chrono::milliseconds enumerationTimeout{60'000};
    std::size_t maxEnumerations = 1500;
    bool renameContexts = false; ///< every Pull answer carries a new context, as WS-Enumeration allows
    bool wmiErrorFaults = false; ///< faults as MSFT_WmiError without RelatesTo
};

/// What an operation works with.
struct OperationContext
{
    CimProvider& provider;
    EnumerationContexts& enumerations;
    const ServiceOptions& options;
    const WsmanRequest& request;

    /// Largest answer in bytes: the smaller of the service's limit and the request's.
    [[nodiscard]] std::int64_t answerLimit() const
    {
        return std::min(options.maxEnvelopeBytes, request.maxEnvelopeSize.value_or(options.maxEnvelopeBytes));
    }
    /// The request's own limit is the smaller one.
    [[nodiscard]] bool clientLimits() const { return answerLimit() < options.maxEnvelopeBytes; }
};

/// The operations; each gives a whole answer envelope or a fault.
namespace operations {
[[nodiscard]] Outcome<QByteArray> enumerate(const OperationContext& context);
[[nodiscard]] Outcome<QByteArray> pull(const OperationContext& context);
[[nodiscard]] Outcome<QByteArray> release(const OperationContext& context);
[[nodiscard]] Outcome<QByteArray> get(const OperationContext& context);
[[nodiscard]] Outcome<QByteArray> put(const OperationContext& context);
[[nodiscard]] Outcome<QByteArray> invoke(const OperationContext& context);
} // namespace operations

} // namespace hvgpu::simulation
