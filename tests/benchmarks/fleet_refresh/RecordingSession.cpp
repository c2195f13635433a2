#include "tests/benchmarks/fleet_refresh/RecordingSession.h"

#include "core/wmi/wsman/RequestWriter.h"
#include "core/wmi/wsman/Tuning.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::bench {
namespace {

wsman::RequestWriter writer(const QString& url)
{
    wsman::RequestHeaders headers;
    headers.to = url;
    headers.messageId = u"uuid:00000000-0000-0000-0000-000000000001"_s;
    headers.sessionId = u"uuid:00000000-0000-0000-0000-000000000002"_s;
    headers.maxEnvelopeSize = 512'000;
    headers.timeout = std::chrono::seconds(30);
    return wsman::RequestWriter(headers);
}

} // namespace

RecordingSession::RecordingSession(std::unique_ptr<wmi::Session> inner, QString url,
                                   std::vector<RecordedRequest>& requests)
    : m_inner(std::move(inner))
    , m_url(std::move(url))
    , m_requests(requests)
{}

base::Result<void> RecordingSession::query(const QString& nameSpace, const QString& wql,
                                           const wmi::RowSink& sink, const wmi::CallOptions& options)
{
    wsman::EnumerateOptions enumerate;
    enumerate.nameSpace = nameSpace;
    enumerate.wql = wql;
    enumerate.maxElements = wsman::Tuning().maxElements;
    if (const auto body = writer(m_url).enumerate(enumerate))
        m_requests.push_back({*body, true, nameSpace});
    return m_inner->query(nameSpace, wql, sink, options);
}

base::Result<cim::Instance> RecordingSession::get(const cim::ObjectPath& path,
                                                  const wmi::CallOptions& options)
{
    if (const auto body = writer(m_url).get(path))
        m_requests.push_back({*body, false, path.nameSpace()});
    return m_inner->get(path, options);
}

base::Result<cim::Instance> RecordingSession::put(const cim::ObjectPath& path,
                                                  const std::vector<cim::Property>& changes,
                                                  const wmi::CallOptions& options)
{
    return m_inner->put(path, changes, options);
}

base::Result<wmi::InvokeResult> RecordingSession::invoke(const cim::ObjectPath& target, const QString& method,
                                                         const std::vector<cim::Property>& parameters,
                                                         const wmi::CallOptions& options)
{
    if (const auto body = writer(m_url).invoke(target, method, parameters))
        m_requests.push_back({*body, false, target.nameSpace()});
    return m_inner->invoke(target, method, parameters, options);
}

base::Result<wmi::Identity> RecordingSession::identify(const wmi::CallOptions& options)
{
    return m_inner->identify(options);
}

} // namespace hvgpu::bench
