#pragma once

#include "core/base/CertificateSummary.h"
#include "core/base/Result.h"
#include "core/cim/Instance.h"
#include "core/wmi/CallOptions.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace hvgpu::wmi {

/// Receives rows as they stream in; return false to stop early (the enumeration is then released).
using RowSink = std::function<bool(cim::Instance&& row)>;

/// What a method returned. A ReturnValue other than 0 is not an Error here: 4096 means a job was started.
struct InvokeResult
{
    std::uint32_t returnValue = 0;
    std::vector<cim::Property> outParameters; ///< without ReturnValue

    /// The out parameter, name compared without case; NULL when absent.
    [[nodiscard]] const cim::Value& parameter(QStringView name) const;
};

/// What the far side says of itself.
struct Identity
{
    QString protocolVersion;
    QString productVendor;
    QString productVersion;
};

/// What was learned by connecting alone.
struct Reached
{
    QString address;        ///< of the host, as resolved; empty: not known
    std::uint16_t port = 0; ///< that was connected to; 0: none, as to this computer's own WMI
    std::shared_ptr<const base::CertificateSummary> certificate; ///< shown by the host; null without TLS
};

/// Work done so far, for diagnostics and benchmarks.
struct SessionStatistics
{
    std::uint64_t roundTrips = 0;
    std::uint64_t bytesReceived = 0;
    std::uint64_t bytesSent = 0;
    std::uint64_t connectionsOpened = 0;
    std::chrono::nanoseconds timeInTransfer{};
};

/// A conversation with one host's WMI in WMI terms, whatever the transport. Calls block; one call at a time
/// per session, from any one thread. Errors are values and carry operation, target, codes and the host's
/// text.
class Session
{
public:
    virtual ~Session() = default;
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Runs WQL text (SELECT, ASSOCIATORS OF, REFERENCES OF) in @p nameSpace ("root\cimv2"). Rows reach
    /// @p sink in order, the first before the last has arrived. On an error rows already delivered stand.
    virtual base::Result<void> query(const QString& nameSpace, const QString& wql, const RowSink& sink,
                                     const CallOptions& options) = 0;
    /// Reads one instance by its keys; a path without keys is a singleton.
    virtual base::Result<cim::Instance> get(const cim::ObjectPath& path, const CallOptions& options) = 0;
    /// Changes properties of one instance and returns it as stored. Never repeated by itself. An error other
    /// than Indeterminate means that nothing was changed.
    virtual base::Result<cim::Instance> put(const cim::ObjectPath& path,
                                            const std::vector<cim::Property>& changes,
                                            const CallOptions& options) = 0;
    /// Calls a method; one without a ReturnValue (void) counts as 0. Unless options.readsOnly it is never
    /// repeated by itself, and an answer lost after sending is Indeterminate.
    virtual base::Result<InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                              const std::vector<cim::Property>& parameters,
                                              const CallOptions& options) = 0;
    virtual base::Result<Identity> identify(const CallOptions& options) = 0;
    /// Connects without signing in and without judging the certificate, on a connection of its own. Empty for
    /// transports that cannot do one without the other.
    virtual base::Result<Reached> reach(const CallOptions& /*options*/) { return Reached(); }
    [[nodiscard]] virtual SessionStatistics statistics() const = 0;
};

/// The error of a put() that the host has carried out when @p error kept what it stored from being read back:
/// Indeterminate, since what is there now is not known.
[[nodiscard]] base::Error storedUnread(base::Error error);

/// All rows of a query in one vector.
[[nodiscard]] base::Result<std::vector<cim::Instance>>
queryAll(Session& session, const QString& nameSpace, const QString& wql, const CallOptions& options);

} // namespace hvgpu::wmi
