#pragma once

#include "core/base/Error.h"

#include <QString>

#include <cstdint>

namespace hvgpu::simulation {

/// WBEM HRESULTs the simulated provider gives (wmi.md 1.7).
enum class Hr : std::uint32_t {
    Failed = 0x80041001,
    NotFound = 0x80041002,
    AccessDenied = 0x80041003,
    InvalidParameter = 0x80041008,
    InvalidNamespace = 0x8004100E,
    InvalidClass = 0x80041010,
    InvalidQuery = 0x80041017,
    ReadOnly = 0x80041023,
    NotCapable = 0x80041024,
    InvalidMethod = 0x8004102E,
    InvalidMethodParameters = 0x8004102F,
    InvalidObjectPath = 0x8004103A,
    MethodNotImplemented = 0x80041055,
    ClusterNotSupported = 0x80070032,     ///< ERROR_NOT_SUPPORTED
    ClusterNodeDown = 0x800713BA,         ///< ERROR_CLUSTER_NODE_DOWN
    ClusterResourceNotFound = 0x8007138F, ///< ERROR_RESOURCE_NOT_FOUND
};

/// An error as WMI reports it; without @p text, with Windows' own words for the code.
[[nodiscard]] base::Error wmiError(Hr code, const QString& operation, const QString& target,
                                   const QString& text = {});

/// Return values of methods of root\virtualization\v2 (wmi.md 1.6).
namespace returns {
inline constexpr std::uint32_t completed = 0;
inline constexpr std::uint32_t jobStarted = 4096;
inline constexpr std::uint32_t failed = 32768;
inline constexpr std::uint32_t notSupported = 32770;
inline constexpr std::uint32_t invalidParameter = 32773;
inline constexpr std::uint32_t inUse = 32774;
inline constexpr std::uint32_t invalidState = 32775;
inline constexpr std::uint32_t incorrectType = 32776;
} // namespace returns

} // namespace hvgpu::simulation
