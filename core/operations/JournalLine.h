#pragma once

#include "core/operations/Journal.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace hvgpu::operations::detail {

/// "<checksum> <json>\n"; the checksum covers the JSON text.
[[nodiscard]] QByteArray journalLine(const QByteArray& json);
/// The JSON of one line without its newline; nullopt when the checksum does not fit.
[[nodiscard]] std::optional<QJsonObject> journalLineFrom(const QByteArray& line);
[[nodiscard]] QJsonObject toJson(const JournalRecord& record);
[[nodiscard]] std::optional<JournalRecord> recordFrom(const QJsonObject& json);

} // namespace hvgpu::operations::detail
