#pragma once

#include "core/base/Error.h"
#include "core/wmi/wsman/XmlNode.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::wsman {

/// A SOAP fault as it was received (wsman.md 3.1). Everything but the code is optional on the wire.
struct Fault
{
    QString code;                            ///< local name: "Sender", "Receiver", "MustUnderstand" …
    QString subcode;                         ///< local name, for example "AccessDenied"
    QString faultDetail;                     ///< last part of w:FaultDetail, for example "ResourceNotFound"
    QString reason;                          ///< s:Reason
    std::optional<std::uint32_t> wsmanCode;  ///< WSManFault@Code
    QString machine;                         ///< WSManFault@Machine
    std::optional<std::uint32_t> nativeCode; ///< HRESULT of the provider
    std::optional<std::uint32_t> cimStatusCode; ///< MSFT_WmiError, DSP0200 numbers
    QString message;                            ///< the most specific text the host gave

    /// Reads s:Fault with a WSManFault detail, a nested ProviderFault or an MSFT_WmiError.
    [[nodiscard]] static Fault read(const XmlNode& node);
    /// What it means to the program; operation, target and host are left to the caller.
    [[nodiscard]] base::Error toError() const;
};

} // namespace hvgpu::wsman
