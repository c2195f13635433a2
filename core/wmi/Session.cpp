#include "core/wmi/Session.h"

#include "core/cim/Names.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::wmi {

const cim::Value& InvokeResult::parameter(QStringView name) const
{
    static const cim::Value missing;
    const auto found =
        std::find_if(outParameters.begin(), outParameters.end(),
                     [name](const cim::Property& parameter) { return cim::sameName(parameter.name, name); });
    return found == outParameters.end() ? missing : found->value;
}

base::Error storedUnread(base::Error error)
{
    error.detail = u"stored, but not read back (%1): %2"_s.arg(base::name(error.code), error.detail);
    error.code = base::ErrorCode::Indeterminate;
    error.layer = base::Layer::Wmi;
    error.retryable = false;
    return error;
}

base::Result<std::vector<cim::Instance>> queryAll(Session& session, const QString& nameSpace,
                                                  const QString& wql, const CallOptions& options)
{
    std::vector<cim::Instance> rows;
    const auto keep = [&rows](cim::Instance&& row) {
        rows.push_back(std::move(row));
        return true;
    };
    if (auto done = session.query(nameSpace, wql, keep, options); !done)
        return base::fail(std::move(done).error());
    return rows;
}

} // namespace hvgpu::wmi
