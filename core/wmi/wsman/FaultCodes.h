#pragma once

#include "core/base/Error.h"
#include "core/wmi/StatusMeaning.h"

#include <QStringView>

#include <cstdint>
#include <optional>

/// What the numbers and names in faults mean to us (wsman.md 3.1, 3.2, 3.4; wmi.md 1.7).
namespace hvgpu::wsman {

using FaultMeaning = wmi::StatusMeaning;

/// Numbers with a part of their own in the protocol's flow.
namespace fault {
inline constexpr std::uint32_t CannotProcessFilter = 2150858778; ///< bad query or namespace
inline constexpr std::uint32_t InvalidEnumerationContext = 2150858779;
inline constexpr std::uint32_t OperationTimedOut = 2150858793;
inline constexpr std::uint32_t AnswerAboveClientLimit = 2150858824;
inline constexpr std::uint32_t AnswerAboveServerLimit = 2150858825;
} // namespace fault

/// WSManFault@Code.
[[nodiscard]] std::optional<FaultMeaning> meaningOfWsmanCode(std::uint32_t code);
/// CIMStatusCode of DSP0200.
[[nodiscard]] std::optional<FaultMeaning> meaningOfCimStatus(std::uint32_t code);
/// Local name of the SOAP subcode.
[[nodiscard]] std::optional<FaultMeaning> meaningOfSubcode(QStringView subcode);
/// Quotas that pass by themselves: the list PowerShell retries on.
[[nodiscard]] bool isPassingQuota(std::uint32_t wsmanCode);
/// The answer did not fit into an envelope.
[[nodiscard]] bool isAnswerTooLarge(const base::Error& error);
/// The host could not process a filter and gives no HRESULT: the query is wrong, or the namespace is missing.
[[nodiscard]] bool isUnexplainedBadFilter(const base::Error& error);

} // namespace hvgpu::wsman
