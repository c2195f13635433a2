#pragma once

#include "core/base/Error.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <QString>

#include <chrono>

/// Domain controllers that do not answer. The Kerberos library waits for half a minute and more, whatever our
/// deadline is, so it is asked aside, left behind after some seconds, and not asked again for a while.
namespace hvgpu::wsman::kdc {

constexpr std::chrono::minutes SilenceRests{3};

/// How long to wait for a controller. @p hasOther: there is another way to sign in, which needs its time.
[[nodiscard]] std::chrono::milliseconds patience(const TransferLimit& limit, bool hasOther);

/// Whether nobody answered for @p realm a short while ago.
[[nodiscard]] bool isSilent(const QString& realm);
/// Nobody has answered for @p realm within @p waited; too short a wait does not count.
void heardNothing(const QString& realm, std::chrono::milliseconds waited);
/// Somebody did, if only after we had gone.
void heard(const QString& realm);

/// What that is told as; or that the caller stopped.
[[nodiscard]] base::Error noAnswer(const QString& realm, const std::stop_token& stop);

} // namespace hvgpu::wsman::kdc
