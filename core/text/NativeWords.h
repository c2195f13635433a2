#pragma once

#include "core/text/ErrorWords.h"

#include <optional>

namespace hvgpu::text {

/// What a number or a status says more exactly than its code.
enum class NativeTopic {
    ServiceBusy,
    Locked,
    Disabled,
    Expired,
    Restricted,
    SmartCardOnly,
    SmartCardUnread,
    SmartCardPin,
    SmartCardBlocked,
    SmartCardCertificate,
    RevocationUnknown,
    ControllerCertificate,
    NoController,
    NoTrust,
    NoCommonCipher,
    NtlmForbidden,
    NothingToSignInWith,
    DcomDenied,
    DcomNotThere,
    DcomSilent,
    NamespaceDenied
};

/// Of an error whose number (of Windows' sign-in, DCOM, WMI) or HTTP status has one; nullopt of all others.
[[nodiscard]] std::optional<NativeTopic> nativeTopic(const base::Error& error);
/// Its words; null without a topic.
[[nodiscard]] const ErrorWords* nativeWords(const base::Error& error);

} // namespace hvgpu::text
