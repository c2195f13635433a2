#pragma once

#include "core/base/Error.h"
#include "core/base/Secret.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace hvgpu::wmi {

/// Tells passwords apart without keeping them, for as long as this process lives; empty for no password.
using PasswordMark = QByteArray;
[[nodiscard]] PasswordMark markOf(const base::Secret& password);

/// Domains lock an account after some wrong passwords within minutes, and a fleet of hosts signs in often: a
/// password that was refused is not shown again for this long.
constexpr std::chrono::minutes RefusedPasswordRests{10};

/// That a password was refused, and until when that counts. Not thread-safe.
class PasswordHold
{
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// What was said when it was refused, as long as it counts.
    [[nodiscard]] std::optional<base::Error> refusal(time_point now) const;
    void remember(const base::Error& refusal, time_point until);
    void lift();

private:
    std::optional<base::Error> m_refusal;
    time_point m_until{};
};

} // namespace hvgpu::wmi
