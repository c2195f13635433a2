#include "core/simulation/host/Errors.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

struct Wording
{
    Hr code;
    base::ErrorCode meaning;
    const char16_t* text; // as Windows words it, trailing blank included
};

constexpr Wording wordings[] = {
    {Hr::Failed, base::ErrorCode::InvalidState, u"Generic failure "},
    {Hr::NotFound, base::ErrorCode::NotFound, u"Not found "},
    {Hr::AccessDenied, base::ErrorCode::AccessDenied, u"Access denied "},
    {Hr::InvalidParameter, base::ErrorCode::InvalidArgument, u"Invalid parameter "},
    {Hr::InvalidNamespace, base::ErrorCode::InvalidNamespace, u"Invalid namespace "},
    {Hr::InvalidClass, base::ErrorCode::InvalidClass, u"Invalid class "},
    {Hr::InvalidQuery, base::ErrorCode::InvalidQuery, u"Invalid query "},
    {Hr::ReadOnly, base::ErrorCode::ReadOnly, u"Attempt to modify a read-only property "},
    {Hr::NotCapable, base::ErrorCode::Unsupported, u"Provider is not capable of the attempted operation "},
    {Hr::InvalidMethod, base::ErrorCode::InvalidArgument, u"Invalid method "},
    {Hr::InvalidMethodParameters, base::ErrorCode::InvalidArgument, u"Invalid method Parameter(s) "},
    {Hr::InvalidObjectPath, base::ErrorCode::InvalidArgument, u"Invalid object path "},
    {Hr::MethodNotImplemented, base::ErrorCode::Unsupported, u"This method is not implemented in any class "},
    {Hr::ClusterNotSupported, base::ErrorCode::Unsupported, u"The request is not supported. "},
    {Hr::ClusterNodeDown, base::ErrorCode::InvalidState, u"A cluster node is down. "},
    {Hr::ClusterResourceNotFound, base::ErrorCode::NotFound, u"The cluster resource could not be found. "},
};

} // namespace

base::Error wmiError(Hr code, const QString& operation, const QString& target, const QString& text)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.operation = operation;
    error.target = target;
    error.nativeCode = static_cast<std::uint32_t>(code);
    for (const Wording& wording : wordings) {
        if (wording.code == code) {
            error.code = wording.meaning;
            error.hostText = text.isEmpty() ? QString::fromUtf16(wording.text) : text;
        }
    }
    return error;
}

} // namespace hvgpu::simulation
