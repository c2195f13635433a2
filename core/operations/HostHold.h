#pragma once

#include "core/operations/Outcome.h"
#include "core/operations/Plan.h"

#include <optional>
#include <utility>

namespace hvgpu::operations {

/// Why nothing further is begun on a host: a VM that ran could not be brought up there again, or the host
/// denied a change. What became of one target would become of the next.
class HostHold
{
public:
    HostHold() = default;
    /// Held from the start, when @p reason says why.
    explicit HostHold(std::optional<base::Error> reason)
        : m_reason(std::move(reason))
    {}
    /// A target of the host has ended.
    void note(const Target& target, const TargetReport& report);
    [[nodiscard]] const std::optional<base::Error>& reason() const { return m_reason; }

private:
    std::optional<base::Error> m_reason;
};

} // namespace hvgpu::operations
