#include "core/wmi/com/Transport.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

/// Says what is missing, whatever is asked.
class NoSession final : public wmi::Session
{
public:
    explicit NoSession(QString host)
        : m_host(std::move(host))
    {}

    base::Result<void> query(const QString&, const QString&, const wmi::RowSink&,
                             const wmi::CallOptions&) override
    {
        return base::fail(error());
    }
    base::Result<cim::Instance> get(const cim::ObjectPath&, const wmi::CallOptions&) override
    {
        return base::fail(error());
    }
    base::Result<cim::Instance> put(const cim::ObjectPath&, const std::vector<cim::Property>&,
                                    const wmi::CallOptions&) override
    {
        return base::fail(error());
    }
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath&, const QString&,
                                           const std::vector<cim::Property>&,
                                           const wmi::CallOptions&) override
    {
        return base::fail(error());
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions&) override { return base::fail(error()); }
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return {}; }

private:
    [[nodiscard]] base::Error error() const
    {
        base::Error error;
        error.layer = base::Layer::Connect;
        error.code = base::ErrorCode::Unsupported;
        error.operation = u"Connect"_s;
        error.host = m_host;
        error.detail = u"native WMI (COM and DCOM) exists on Windows only; use WS-Management"_s;
        return error;
    }

    QString m_host;
};

} // namespace

bool isAvailable()
{
    return false;
}

std::unique_ptr<wmi::Session> makeSession(const wmi::ConnectionSettings& settings)
{
    return std::make_unique<NoSession>(settings.host);
}

} // namespace hvgpu::com
