#pragma once

#include "core/text/FixCommands.h"

#include <QStringList>

#include <vector>

namespace hvgpu::text {

/// What rights are missing for.
inline const QString cimv2Place = QStringLiteral("root/cimv2");
inline const QString virtualizationPlace = QStringLiteral("root/virtualization/v2");
inline const QString clusterPlace = QStringLiteral("root/MSCluster");

/// Collects the commands for one failed stage; FixCommands.cpp has the stages, SignInCommands.cpp what
/// belongs to accounts, tickets and passwords.
class FixCommandBuilder
{
public:
    FixCommandBuilder(const fleet::TestStageResult& result, const fleet::ServerEntry& entry, Desk desk)
        : m_error(*result.error)
        , m_entry(entry)
        , m_isWorkstation(result.workstation)
        , m_onWindows(desk == Desk::Windows)
    {}

    std::vector<FixCommand> at(fleet::TestStage stage);

private:
    void server(const QString& command)
    {
        m_commands.push_back(
            {isLocal() ? FixCommand::Where::ThisComputer : FixCommand::Where::Server, command});
    }
    void domain(const QString& command) { m_commands.push_back({FixCommand::Where::Domain, command}); }
    void here(const QString& command) { m_commands.push_back({FixCommand::Where::ThisComputer, command}); }

    [[nodiscard]] bool overWsman() const
    {
        return m_entry.transport == fleet::ServerEntry::Transport::WsManagement;
    }
    [[nodiscard]] bool isLocal() const { return m_entry.transport == fleet::ServerEntry::Transport::Local; }
    /// A value as one word for the shell of this computer: nothing in it is run.
    [[nodiscard]] QString word(QString text) const;
    /// For the server itself: ".\\name" is its account "name".
    [[nodiscard]] QString account() const;
    /// The account without its domain, as Active Directory's commands want it.
    [[nodiscard]] QString accountName() const;
    /// Whether the account may be one of the server and not of a domain.
    [[nodiscard]] bool mayBeLocal() const;
    [[nodiscard]] QString shortName() const { return m_entry.name.section(u'.', 0, 0); }
    /// "HTTP/hv01.contoso.com": what Kerberos is asked for.
    [[nodiscard]] QString servicePrincipal() const;
    /// The domain of the account, else that of the server; empty when neither tells.
    [[nodiscard]] QString domainName() const;
    /// Every certificate of the server with its SHA-256, to compare with what was shown.
    void showCertificates();

    void name();
    void port();
    void dcomPort();
    void wmiService();
    void tls();
    void signIn();
    void rejected();
    void ticketRefused();
    void dcomDenied();
    bool windowsSignIn();
    void noController();
    void disabled();
    void notOffered();
    void kerberos();
    void missing();
    void service();
    void hyperV();
    void denied(const QStringList& namespaces);
    void cluster();

    const base::Error& m_error;
    const fleet::ServerEntry& m_entry;
    bool m_isWorkstation;
    bool m_onWindows;
    std::vector<FixCommand> m_commands;
};

} // namespace hvgpu::text
