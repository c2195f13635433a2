#pragma once

#include "core/operations/Request.h"

#include <QJsonObject>

#include <optional>

namespace hvgpu::operations::detail {

/// Requests about whole devices, VM settings and pools; "kind" is added by the caller.
[[nodiscard]] QJsonObject fields(const DdaAssignRequest& request);
[[nodiscard]] QJsonObject fields(const DdaRemoveRequest& request);
[[nodiscard]] QJsonObject fields(const DismountRequest& request);
[[nodiscard]] QJsonObject fields(const MountRequest& request);
[[nodiscard]] QJsonObject fields(const VmSettingsRequest& request);
[[nodiscard]] QJsonObject fields(const CreatePoolRequest& request);
[[nodiscard]] QJsonObject fields(const DeletePoolRequest& request);
[[nodiscard]] QJsonObject fields(const AssignPoolRequest& request);

/// Nullopt when @p kind is none of these.
[[nodiscard]] std::optional<Request> deviceRequestFrom(const QString& kind, const QJsonObject& json);

} // namespace hvgpu::operations::detail
