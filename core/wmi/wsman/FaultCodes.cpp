#include "core/wmi/wsman/FaultCodes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using base::ErrorCode;

struct CodeRow
{
    std::uint32_t code;
    FaultMeaning meaning;
};

struct NameRow
{
    QStringView name;
    FaultMeaning meaning;
};

constexpr std::array WsmanCodes{
    CodeRow{5, {ErrorCode::AccessDenied, false}},
    CodeRow{2150858752, {ErrorCode::NotFound, false}},
    CodeRow{2150858753, {ErrorCode::Unsupported, false}},
    CodeRow{2150858755, {ErrorCode::Internal, false}},
    CodeRow{2150858758, {ErrorCode::InUse, true}},
    CodeRow{2150858759, {ErrorCode::Cancelled, true}}, // the host closed the enumeration
    CodeRow{2150858767, {ErrorCode::ProtocolViolation, false}},
    CodeRow{2150858770, {ErrorCode::NotFound, false}},
    CodeRow{2150858772, {ErrorCode::ShuttingDown, true}},
    CodeRow{fault::CannotProcessFilter, {ErrorCode::InvalidQuery, false}},
    CodeRow{fault::InvalidEnumerationContext, {ErrorCode::InvalidState, true}},
    CodeRow{2150858780, {ErrorCode::TimedOut, true}},
    CodeRow{2150858790, {ErrorCode::LimitExceeded, false}},
    CodeRow{fault::OperationTimedOut, {ErrorCode::TimedOut, true}},
    CodeRow{2150858802, {ErrorCode::InUse, true}},
    CodeRow{2150858805, {ErrorCode::LimitExceeded, false}},
    CodeRow{2150858811, {ErrorCode::InvalidClass, false}},
    CodeRow{2150858813, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150858815, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150858817, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150858818, {ErrorCode::Unsupported, false}},
    CodeRow{2150858823, {ErrorCode::LimitExceeded, false}},
    CodeRow{fault::AnswerAboveClientLimit, {ErrorCode::LimitExceeded, false}},
    CodeRow{fault::AnswerAboveServerLimit, {ErrorCode::LimitExceeded, false}},
    CodeRow{2150858842, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150858843, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150858883, {ErrorCode::Internal, false}},
    CodeRow{2150859002, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150859003, {ErrorCode::InvalidQuery, false}},
    CodeRow{2150859008, {ErrorCode::LimitExceeded, false}},
    CodeRow{2150859010, {ErrorCode::Unsupported, false}},
    CodeRow{2150859011, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150859012, {ErrorCode::AccessDenied, false}},
    CodeRow{2150859013, {ErrorCode::AccessDenied, false}},
    CodeRow{2150859014, {ErrorCode::AccessDenied, false}},
    CodeRow{2150859038, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150859173, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859174, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859175, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859176, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859177, {ErrorCode::QuotaExceeded, false}},
    CodeRow{2150859179, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859225, {ErrorCode::InvalidArgument, false}},
    CodeRow{2150859230, {ErrorCode::Unreachable, true}},
    CodeRow{2150859236, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859237, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859238, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859239, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859240, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859241, {ErrorCode::QuotaExceeded, true}},
    CodeRow{2150859242, {ErrorCode::QuotaExceeded, true}},
};

constexpr std::array CimStatusCodes{
    CodeRow{2, {ErrorCode::AccessDenied, false}},    CodeRow{3, {ErrorCode::InvalidNamespace, false}},
    CodeRow{4, {ErrorCode::InvalidArgument, false}}, CodeRow{5, {ErrorCode::InvalidClass, false}},
    CodeRow{6, {ErrorCode::NotFound, false}},        CodeRow{7, {ErrorCode::Unsupported, false}},
    CodeRow{8, {ErrorCode::InvalidState, false}},    CodeRow{10, {ErrorCode::InvalidClass, false}},
    CodeRow{11, {ErrorCode::InvalidState, false}},   CodeRow{12, {ErrorCode::InvalidArgument, false}},
    CodeRow{14, {ErrorCode::InvalidQuery, false}},   CodeRow{15, {ErrorCode::InvalidQuery, false}},
    CodeRow{16, {ErrorCode::Unsupported, false}},    CodeRow{17, {ErrorCode::Unsupported, false}},
    CodeRow{27, {ErrorCode::QuotaExceeded, true}},   CodeRow{28, {ErrorCode::ShuttingDown, true}},
};

constexpr std::array Subcodes{
    NameRow{u"AccessDenied", {ErrorCode::AccessDenied, false}},
    NameRow{u"ActionNotSupported", {ErrorCode::Unsupported, false}},
    NameRow{u"AlreadyExists", {ErrorCode::InvalidState, false}},
    NameRow{u"CannotProcessFilter", {ErrorCode::InvalidQuery, false}},
    NameRow{u"Concurrency", {ErrorCode::InUse, true}},
    NameRow{u"DestinationUnreachable", {ErrorCode::NotFound, false}},
    NameRow{u"EncodingLimit", {ErrorCode::LimitExceeded, false}},
    NameRow{u"EndpointUnavailable", {ErrorCode::ShuttingDown, true}},
    NameRow{u"FilterDialectRequestedUnavailable", {ErrorCode::Unsupported, false}},
    NameRow{u"InvalidEnumerationContext", {ErrorCode::InvalidState, true}},
    NameRow{u"InvalidMessageInformationHeader", {ErrorCode::ProtocolViolation, false}},
    NameRow{u"InvalidParameter", {ErrorCode::InvalidArgument, false}},
    NameRow{u"InvalidSelectors", {ErrorCode::InvalidArgument, false}},
    NameRow{u"MessageInformationHeaderRequired", {ErrorCode::ProtocolViolation, false}},
    NameRow{u"QuotaLimit", {ErrorCode::QuotaExceeded, true}},
    NameRow{u"SchemaValidationError", {ErrorCode::InvalidArgument, false}},
    NameRow{u"TimedOut", {ErrorCode::TimedOut, true}},
    NameRow{u"UnsupportedFeature", {ErrorCode::Unsupported, false}},
};

template <std::size_t N>
std::optional<FaultMeaning> find(const std::array<CodeRow, N>& rows, std::uint32_t code)
{
    const auto row = std::ranges::find(rows, code, &CodeRow::code);
    return row == rows.end() ? std::nullopt : std::optional(row->meaning);
}

} // namespace

std::optional<FaultMeaning> meaningOfWsmanCode(std::uint32_t code)
{
    return find(WsmanCodes, code);
}

std::optional<FaultMeaning> meaningOfCimStatus(std::uint32_t code)
{
    return find(CimStatusCodes, code);
}

std::optional<FaultMeaning> meaningOfSubcode(QStringView subcode)
{
    const auto row = std::ranges::find(Subcodes, subcode, &NameRow::name);
    return row == Subcodes.end() ? std::nullopt : std::optional(row->meaning);
}

bool isPassingQuota(std::uint32_t wsmanCode)
{
    const auto meaning = meaningOfWsmanCode(wsmanCode);
    return meaning && meaning->code == ErrorCode::QuotaExceeded && meaning->retryable;
}

bool isAnswerTooLarge(const base::Error& error)
{
    // NOLINTNEXTLINE(misc-redundant-expression): the codes differ
    return error.faultCode == fault::AnswerAboveClientLimit ||
           error.faultCode == fault::AnswerAboveServerLimit || error.soapSubcode == "EncodingLimit"_L1;
}

bool isUnexplainedBadFilter(const base::Error& error)
{
    return error.code == ErrorCode::InvalidQuery &&
           (error.faultCode == fault::CannotProcessFilter || error.soapSubcode == "CannotProcessFilter"_L1) &&
           error.nativeCode.value_or(fault::CannotProcessFilter) == fault::CannotProcessFilter;
}

} // namespace hvgpu::wsman
