#pragma once

#include "core/model/Ids.h"

#include <QString>

#include <cstdint>
#include <map>

namespace hvgpu::fleet {

/// A server or cluster as the user added it, without its password. A plain value; what is saved.
struct ServerEntry
{
    enum class Kind { Server, Cluster };
    /// How its WMI is reached. Dcom and Local, which is this computer without any network, exist on Windows
    /// only.
    enum class Transport { WsManagement, Dcom, Local };
    /// Negotiate: Kerberos, or NTLM where Kerberos cannot be used. Certificate: one that the host maps to an
    /// account, over HTTPS only.
    enum class Authentication { None, Basic, Negotiate, Kerberos, Ntlm, Certificate };

    model::EntryId id;
    Kind kind = Kind::Server;
    Transport transport = Transport::WsManagement;
    QString name;              ///< host, FQDN or address; for a cluster its name or any node
    QString display;           ///< name for people; empty: the name above, or what the host calls itself
    std::uint16_t port = 5985; ///< this and all about HTTP and TLS: WS-Management only
    bool https = false;
    Authentication authentication = Authentication::None;
    QString user;         ///< Negotiate and Kerberos: empty signs in as the current user
    QString serviceClass; ///< Kerberos asks for this service of the host: "HTTP" (also when empty), "WSMAN",
                          ///< "host"
    QString caFile;
    /// SHA-256 of the host's certificate that the user trusted, "3F:A0:…"; for the nodes of a cluster with
    /// their names, "node1:5986=3F:A0:…,…" (see CertificatePins.h).
    QString certificatePin;
    bool allowInsecureBasic = false;
    bool passwordSaved = false; ///< the system's keychain has the password, or should have it
    bool savedUnderId = false;  ///< an earlier version saved it, under the entry's id and not its place
    QString clientCertificate;  ///< Certificate: file with certificate and key; the password opens the key
    QString proxy;              ///< "http://proxy:3128"; empty: none
    /// Cluster only: "host:port" to use for a node instead of its own name and the port above, by node name
    /// in lower case. For nodes that do not resolve by name, and for the simulated fleet.
    std::map<QString, QString> nodeAddresses;

    friend bool operator==(const ServerEntry&, const ServerEntry&) = default;
};

} // namespace hvgpu::fleet
