#pragma once

#include "core/wmi/Session.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace hvgpu::bench {

/// A request as it went out, and whether it opens an enumeration that has to be pulled to its end.
struct RecordedRequest
{
    QByteArray body;
    bool isEnumeration = false;
    QString nameSpace;
};

/// Passes every call on and keeps the bytes that stand for it, to be sent again without our client.
class RecordingSession final : public wmi::Session
{
public:
    RecordingSession(std::unique_ptr<wmi::Session> inner, QString url,
                     std::vector<RecordedRequest>& requests);

    base::Result<void> query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions& options) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions& options) override;
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const wmi::CallOptions& options) override;
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions& options) override;
    base::Result<wmi::Identity> identify(const wmi::CallOptions& options) override;
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return m_inner->statistics(); }

private:
    std::unique_ptr<wmi::Session> m_inner;
    QString m_url;
    std::vector<RecordedRequest>& m_requests;
};

} // namespace hvgpu::bench
