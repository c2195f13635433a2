#include "core/wmi/StatusMeaning.h"

#include <algorithm>
#include <array>

namespace hvgpu::wmi {
namespace {

using base::ErrorCode;

struct CodeRow
{
    std::uint32_t code;
    StatusMeaning meaning;
};

// WBEM_E_… and what Windows itself says on the way there.
constexpr std::array Codes{
    CodeRow{0x80041002, {ErrorCode::NotFound, false}},
    CodeRow{0x80041003, {ErrorCode::AccessDenied, false}},
    CodeRow{0x80041004, {ErrorCode::Internal, false}},
    CodeRow{0x80041008, {ErrorCode::InvalidArgument, false}},
    CodeRow{0x8004100E, {ErrorCode::InvalidNamespace, false}},
    CodeRow{0x80041010, {ErrorCode::InvalidClass, false}},
    CodeRow{0x80041013, {ErrorCode::ShuttingDown, true}}, // provider load failure: vmms is stopped
    CodeRow{0x80041015, {ErrorCode::Unreachable, true}},
    CodeRow{0x80041016, {ErrorCode::InvalidState, false}},
    CodeRow{0x80041017, {ErrorCode::InvalidQuery, false}},
    CodeRow{0x80041018, {ErrorCode::InvalidQuery, false}}, // query language
    CodeRow{0x80041023, {ErrorCode::ReadOnly, false}},
    CodeRow{0x80041024, {ErrorCode::Unsupported, false}},
    CodeRow{0x8004102E, {ErrorCode::Unsupported, false}}, // no such method
    CodeRow{0x8004102F, {ErrorCode::InvalidArgument, false}},
    CodeRow{0x80041032, {ErrorCode::Cancelled, false}},
    CodeRow{0x80041033, {ErrorCode::ShuttingDown, true}},
    CodeRow{0x80041035, {ErrorCode::Unsupported, false}},
    CodeRow{0x8004103A, {ErrorCode::InvalidArgument, false}},
    CodeRow{0x8004103D, {ErrorCode::Unsupported, false}}, // partial update
    CodeRow{0x80041055, {ErrorCode::Unsupported, false}},
    CodeRow{0x80041056, {ErrorCode::Unsupported, false}},
    CodeRow{0x80041058, {ErrorCode::InvalidQuery, false}},
    CodeRow{0x80041064, {ErrorCode::InvalidArgument, false}}, // credentials for the local computer
    CodeRow{0x80041069, {ErrorCode::TimedOut, true}},
    CodeRow{0x8004106C, {ErrorCode::QuotaExceeded, true}},
    CodeRow{0x80041071, {ErrorCode::Unreachable, true}},
    CodeRow{0x80041086, {ErrorCode::Unreachable, true}},
    CodeRow{0x80041087, {ErrorCode::EncryptionRequired, false}},
    CodeRow{0x80041088, {ErrorCode::TimedOut, true}},
    CodeRow{0x80070005, {ErrorCode::AccessDenied, false}},
    CodeRow{0x8001011B, {ErrorCode::AccessDenied, false}}, // RPC_E_ACCESS_DENIED
    CodeRow{0x8000401B, {ErrorCode::AccessDenied, false}}, // CO_E_LAUNCH_PERMSSION_DENIED
    CodeRow{0x800706BA, {ErrorCode::ShuttingDown, true}},  // RPC server unavailable
};

} // namespace

std::optional<StatusMeaning> meaningOfHresult(std::uint32_t code)
{
    const auto row = std::ranges::find(Codes, code, &CodeRow::code);
    return row == Codes.end() ? std::nullopt : std::optional(row->meaning);
}

} // namespace hvgpu::wmi
