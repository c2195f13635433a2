#pragma once

#include "core/model/VmSettings.h"
#include "core/operations/Activities.h"

#include <QDateTime>

#include <optional>

namespace hvgpu::ui {

/// How a virtual machine was set before it got a whole device, as the record of that change tells.
struct PriorSettings
{
    model::VmSettings settings;
    std::optional<std::uint32_t> offlineAction;
    QDateTime recordedAt; ///< UTC

    [[nodiscard]] bool isEmpty() const { return settings.isEmpty() && !offlineAction; }
};

/// From the first change of a row of them: what it was before the last device of the machine was taken away
/// has been put back already. Nullopt when there is no record.
[[nodiscard]] std::optional<PriorSettings> priorSettings(const operations::Activities& activities,
                                                         const model::HostId& host, const model::VmId& vm);

} // namespace hvgpu::ui
