#pragma once

#include "core/model/Ids.h"

#include <QStringView>

#include <optional>

namespace hvgpu::hyperv {

/// The VM a GUID text names, in the form of VmId; braces are dropped; nullopt when @p text is not a GUID.
[[nodiscard]] std::optional<model::VmId> vmIdFromGuid(QStringView text);
/// The VM (or checkpoint) that owns setting data or a device, from "Microsoft:<GUID>" or
/// "Microsoft:<GUID>\…"; nullopt for templates ("Microsoft:Definition\…") and anything else.
[[nodiscard]] std::optional<model::VmId> vmIdFromInstanceId(QStringView instanceId);

} // namespace hvgpu::hyperv
