#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace hvgpu::wsman {

/// What every request says in its headers.
struct RequestHeaders
{
    QString to;                          ///< the endpoint's URL
    QString messageId;                   ///< "uuid:…"
    QString sessionId;                   ///< "uuid:…"
    std::uint32_t maxEnvelopeSize = 0;   ///< bytes we take in one answer
    std::chrono::milliseconds timeout{}; ///< OperationTimeout; at least 500 ms is sent, the host's minimum
};

/// How an enumeration wants its rows.
struct EnumerateOptions
{
    QString nameSpace;
    QString wql;
    std::uint32_t maxElements = 1;
    bool withPaths = false;
};

/// Writes requests (wsman.md 1.2, 2). Fails only when a text holds a character that XML cannot carry.
class RequestWriter
{
public:
    explicit RequestWriter(RequestHeaders headers)
        : m_headers(std::move(headers))
    {}

    [[nodiscard]] base::Result<QByteArray> enumerate(const EnumerateOptions& options) const;
    /// Always with MaxElements: the host's default is one row per answer.
    [[nodiscard]] base::Result<QByteArray> pull(const EnumerateOptions& options,
                                                const QString& context) const;
    [[nodiscard]] base::Result<QByteArray> release(const QString& nameSpace, const QString& context) const;
    [[nodiscard]] base::Result<QByteArray> get(const cim::ObjectPath& path) const;
    [[nodiscard]] base::Result<QByteArray> put(const cim::ObjectPath& path,
                                               const cim::Instance& instance) const;
    [[nodiscard]] base::Result<QByteArray> invoke(const cim::ObjectPath& target, const QString& method,
                                                  const std::vector<cim::Property>& parameters) const;
    [[nodiscard]] static base::Result<QByteArray> identify();

private:
    RequestHeaders m_headers;
};

} // namespace hvgpu::wsman
