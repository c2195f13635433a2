#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/simulation/SimulatedFleet.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace hvgpu::simulation {

struct ServerOptions
{
    QString address = QStringLiteral("127.0.0.1");
    std::uint16_t firstPort = 0; ///< 0: the system chooses; else firstPort, firstPort+1 … one per host
    bool tls = false;            ///< with a certificate made at start, or the files below
    QString certificateFile;     ///< PEM
    QString privateKeyFile;      ///< PEM
    QString user;                ///< for Basic; with neither this nor the next two nobody is asked
    base::Secret password;
    /// PEM: HTTPS callers that show this certificate, and say so, are let in, as one that is mapped to an
    /// account.
    QString clientCertificateFile;
    QString keytabFile;                ///< Negotiate and Kerberos, with the service keys in this file
    QString ntlmUserFile;              ///< Negotiate with NTLM: lines DOMAIN:user:password
    bool allowUnencrypted = true;      ///< false as on Windows: plain HTTP with encrypted messages only
    bool strictChannelBinding = false; ///< over TLS only callers that name the certificate
    QString faultFile;                 ///< JSON list of faults; watched, so that it can change at run time
    unsigned threads = 2;
    QString language = QStringLiteral("en-US"); ///< xml:lang of answers
    bool renameContexts = false;                ///< every Pull answer carries a new enumeration context
    bool wmiErrorFaults = false; ///< faults as MSFT_WmiError without RelatesTo, as newer Windows may send
};

struct HostEndpoint
{
    QString computerName;
    QString cluster;
    QString host;
    std::uint16_t port = 0;
    QString url;           ///< "http://127.0.0.1:41001/wsman"
    bool poweredOn = true; ///< false: the port is reserved, but refuses connections
};

/// Serves every powered-on member of a fleet over WS-Management on its own port. Thread-safe.
class FleetServer
{
public:
    /// Errors: Layer::Connect (address or port), Layer::Tls (certificate), InvalidArgument (fault file).
    [[nodiscard]] static base::Result<std::unique_ptr<FleetServer>>
    start(std::shared_ptr<SimulatedFleet> fleet, const ServerOptions& options);
    virtual ~FleetServer() = default; ///< closes every connection and stops
    /// One per member, in the fleet's order.
    [[nodiscard]] virtual const std::vector<HostEndpoint>& endpoints() const = 0;
    /// PEM of the certificate in use, for clients' caFile; empty without TLS.
    [[nodiscard]] virtual QByteArray certificatePem() const = 0;
    /// Replaces the faults in force (same JSON as the fault file, see endpoint/README.md) at once.
    virtual base::Result<void> setFaults(const QByteArray& json) = 0;
    /// How many operations a host (computer name) had under way at the same time, at most.
    [[nodiscard]] virtual int mostAtOnce(const QString& computerName) const = 0;
};

} // namespace hvgpu::simulation
