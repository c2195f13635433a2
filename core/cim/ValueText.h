#pragma once

#include "core/cim/Value.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::cim {

/// Exact readers of the text forms CIM-XML and WS-Management use. White space around numbers is allowed;
/// nullopt for anything that is not the whole value, out of range included.
/// Decimal, or hexadecimal with "0x".
[[nodiscard]] std::optional<std::uint64_t> unsignedFromText(QStringView text);
[[nodiscard]] std::optional<std::int64_t> signedFromText(QStringView text);
/// Decimal or scientific, "INF", "-INF", "NaN".
[[nodiscard]] std::optional<double> realFromText(QStringView text);
/// true/false in any case, 1 and 0.
[[nodiscard]] std::optional<bool> boolFromText(QStringView text);

/// Shortest text that reads back as the same number.
[[nodiscard]] QString realToText(Type type, double value);

/// A typed scalar from its text, checked against the range of @p type; datetimes in CIM form only. nullopt
/// when the text does not fit, and for Type::Object, which has no text form.
[[nodiscard]] std::optional<Value> valueFromText(Type type, QStringView text);

} // namespace hvgpu::cim
