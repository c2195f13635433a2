#pragma once

#include "core/simulation/endpoint/WsmanRequest.h"

#include <QByteArray>
#include <QString>

namespace hvgpu::simulation {

/// Answer envelopes with exactly Windows' prefixes and header order (wsman.md 1.1): clients in the field
/// evaluate XPath with these prefixes.
namespace envelope {

enum class Family { Enumeration, Transfer, Method };

/// Everything up to and including <s:Body>.
void begin(QByteArray& out, Family family, const QString& language, const QString& action,
           const QString& relatesTo);
/// </s:Body></s:Envelope>
void end(QByteArray& out);
/// Bytes end() appends.
[[nodiscard]] qsizetype endSize();
/// A whole fault envelope.
[[nodiscard]] QByteArray fault(const SoapFault& fault, const QString& language, const QString& machine,
                               const QString& relatesTo);

} // namespace envelope

} // namespace hvgpu::simulation
