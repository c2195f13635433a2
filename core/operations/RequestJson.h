#pragma once

#include "core/operations/Request.h"

#include <QJsonObject>

#include <optional>

namespace hvgpu::operations::detail {

[[nodiscard]] QJsonObject toJson(const PowerHandling& power);
[[nodiscard]] std::optional<PowerHandling> powerFrom(const QJsonObject& json);
[[nodiscard]] QJsonObject powerMap(const std::map<model::VmId, PowerHandling>& powerOf);
[[nodiscard]] std::map<model::VmId, PowerHandling> powerMapFrom(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const Request& request);
/// nullopt when the kind of request is unknown.
[[nodiscard]] std::optional<Request> requestFrom(const QJsonObject& json);

} // namespace hvgpu::operations::detail
