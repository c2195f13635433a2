// Commands as Microsoft documents them for WinRM, WMI and Hyper-V; the same in every language.
#include "core/text/FixCommands.h"

#include "core/base/CurrentUser.h"
#include "core/fleet/EntryText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using base::ErrorCode;
using fleet::ServerEntry;
using fleet::TestStage;
using Where = FixCommand::Where;
using Authentication = ServerEntry::Authentication;

/// A value as one word of PowerShell or of a shell: nothing in it is run.
QString quoted(QString text, bool powerShell = true)
{
    text.replace(u'\'', powerShell ? u"''"_s : u"'\\''"_s);
    return u'\'' + text + u'\'';
}

class Commands
{
public:
    Commands(const base::Error& error, const ServerEntry& entry)
        : m_code(error.code)
        , m_entry(entry)
    {}

    std::vector<FixCommand> at(TestStage stage);

private:
    void server(const QString& command) { m_commands.push_back({Where::Server, command}); }
    void domain(const QString& command) { m_commands.push_back({Where::Domain, command}); }
    void here(const QString& command) { m_commands.push_back({Where::ThisComputer, command}); }

    [[nodiscard]] QString account() const
    {
        return quoted(m_entry.user.isEmpty() ? base::currentUser() : m_entry.user);
    }
    /// The account without its domain, as Active Directory's commands want it.
    [[nodiscard]] QString accountName() const
    {
        const QString user = m_entry.user.isEmpty() ? base::currentUser() : m_entry.user;
        return quoted(user.section(u'\\', -1).section(u'@', 0, 0));
    }
    [[nodiscard]] QString shortName() const { return m_entry.name.section(u'.', 0, 0); }

    void port();
    void tls();
    void signIn();
    void rejected();
    void notOffered();
    void kerberos();
    void groups();
    void cluster();

    ErrorCode m_code;
    const ServerEntry& m_entry;
    std::vector<FixCommand> m_commands;
};

void Commands::port()
{
    server(u"Get-Service WinRM"_s);
    if (m_entry.https) {
        server(u"winrm quickconfig -transport:https"_s);
        server(u"New-NetFirewallRule -DisplayName 'Windows Remote Management (HTTPS-In)' -Direction Inbound "
               "-Protocol TCP -LocalPort %1 -Action Allow"_s.arg(m_entry.port));
    } else {
        server(u"winrm quickconfig"_s);
        server(u"Enable-NetFirewallRule -Name WINRM-HTTP-In-TCP"_s);
    }
    if (m_entry.port != (m_entry.https ? fleet::winRmHttpsPort : fleet::winRmHttpPort))
        server(u"winrm enumerate winrm/config/listener"_s);
}

void Commands::tls()
{
    if (m_code == ErrorCode::CredentialsMissing || m_code == ErrorCode::Io)
        return; // a file of this computer
    if (m_code == ErrorCode::Untrusted || m_code == ErrorCode::CertificateChanged) {
        // Every certificate of the server with its SHA-256, to compare with what was shown.
        server(
            u"Get-ChildItem Cert:\\LocalMachine\\My | ForEach-Object { $_.Subject; [BitConverter]::ToString("
            "[Security.Cryptography.SHA256]::Create().ComputeHash($_.RawData)).Replace('-', ':') }"_s);
        return;
    }
    server(u"winrm enumerate winrm/config/listener"_s);
    server(u"winrm quickconfig -transport:https"_s);
}

void Commands::rejected()
{
    switch (m_entry.authentication) {
    case Authentication::Basic:
        server(u"Set-Item WSMan:\\localhost\\Service\\Auth\\Basic -Value $true"_s);
        server(u"Get-LocalUser -Name %1"_s.arg(accountName()));
        break;
    case Authentication::Certificate:
        server(u"Set-Item WSMan:\\localhost\\Service\\Auth\\Certificate -Value $true"_s);
        server(u"Get-ChildItem WSMan:\\localhost\\ClientCertificate"_s);
        break;
    default:
        server(u"Get-Item WSMan:\\localhost\\Service\\Auth\\*"_s);
        server(u"Get-LocalUser -Name %1"_s.arg(accountName()));
        break;
    }
}

void Commands::notOffered()
{
    const auto allow = [this](const QString& way) {
        server(u"Set-Item WSMan:\\localhost\\Service\\Auth\\%1 -Value $true"_s.arg(way));
    };
    if (m_entry.authentication == Authentication::Kerberos)
        allow(u"Kerberos"_s);
    else if (m_entry.authentication != Authentication::Basic)
        allow(u"Negotiate"_s);
}

void Commands::kerberos()
{
    switch (m_code) {
    case ErrorCode::CredentialsMissing:
    case ErrorCode::TicketExpired:
        here(u"kinit"_s);
        break;
    case ErrorCode::AccountDisabled:
        domain(u"Unlock-ADAccount -Identity %1"_s.arg(accountName()));
        domain(u"Enable-ADAccount -Identity %1"_s.arg(accountName()));
        break;
    case ErrorCode::PasswordExpired:
        here(u"kpasswd"_s);
        break;
    case ErrorCode::ClockSkew:
        here(u"timedatectl set-ntp true"_s);
        server(u"w32tm /resync"_s);
        break;
    case ErrorCode::ServiceUnknown:
        domain(u"setspn -L %1"_s.arg(quoted(shortName())));
        domain(u"setspn -S %1 %2"_s.arg(quoted(u"HTTP/"_s + m_entry.name), quoted(shortName())));
        break;
    case ErrorCode::Untrusted:
        server(u"Test-ComputerSecureChannel -Repair"_s);
        break;
    default:
        break;
    }
}

void Commands::signIn()
{
    switch (m_code) {
    case ErrorCode::CredentialsRejected:
        return rejected();
    case ErrorCode::Unsupported:
        return notOffered();
    case ErrorCode::AccessDenied:
        return groups();
    default:
        return kerberos();
    }
}

void Commands::groups()
{
    server(u"Add-LocalGroupMember -Group 'Remote Management Users' -Member %1"_s.arg(account()));
    server(u"Add-LocalGroupMember -Group 'Hyper-V Administrators' -Member %1"_s.arg(account()));
}

void Commands::cluster()
{
    if (m_code == ErrorCode::AccessDenied) {
        server(u"Grant-ClusterAccess -User %1 -Full"_s.arg(account()));
        return;
    }
    server(u"Get-Service ClusSvc"_s);
    if (m_code == ErrorCode::InvalidNamespace)
        server(u"Get-WindowsFeature Failover-Clustering"_s);
}

std::vector<FixCommand> Commands::at(TestStage stage)
{
    if (m_code == ErrorCode::Cancelled)
        return {};
    switch (stage) {
    case TestStage::Resolve:
        here(u"getent hosts %1"_s.arg(quoted(m_entry.name, false)));
        break;
    case TestStage::Port:
        port();
        break;
    case TestStage::Tls:
        tls();
        break;
    case TestStage::SignIn:
        signIn();
        break;
    case TestStage::Service:
        if (m_code == ErrorCode::AccessDenied) {
            groups();
            break;
        }
        server(u"winrm enumerate winrm/config/listener"_s);
        server(u"Restart-Service WinRM"_s);
        break;
    case TestStage::OperatingSystem:
        if (m_code == ErrorCode::AccessDenied)
            groups();
        else
            server(u"Restart-Service Winmgmt -Force"_s);
        break;
    case TestStage::HyperV:
        server(m_code == ErrorCode::InvalidNamespace
                   ? u"Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart"_s
                   : u"Restart-Service vmms"_s);
        break;
    case TestStage::Rights:
        groups();
        break;
    case TestStage::Gpus:
        server(u"Get-VMHostPartitionableGpu"_s);
        break;
    case TestStage::Cluster:
        cluster();
        break;
    }
    return std::move(m_commands);
}

} // namespace

std::vector<FixCommand> fixCommands(const fleet::TestStageResult& result, const ServerEntry& entry)
{
    return result.error ? Commands(*result.error, entry).at(result.stage) : std::vector<FixCommand>();
}

QString fixPlace(FixCommand::Where where)
{
    switch (where) {
    case Where::Server:
        return QCoreApplication::translate("ConnectionTest",
                                           "On the server, in PowerShell as administrator:");
    case Where::Domain:
        return QCoreApplication::translate("ConnectionTest",
                                           "On a domain controller, in PowerShell as administrator:");
    case Where::ThisComputer:
        break;
    }
    return QCoreApplication::translate("ConnectionTest", "On this computer:");
}

QString testStage(TestStage stage)
{
    switch (stage) {
    case TestStage::Resolve:
        return QCoreApplication::translate("ConnectionTest", "Name resolved");
    case TestStage::Port:
        return QCoreApplication::translate("ConnectionTest", "Port open");
    case TestStage::Tls:
        return QCoreApplication::translate("ConnectionTest", "TLS");
    case TestStage::SignIn:
        return QCoreApplication::translate("ConnectionTest", "Signed in");
    case TestStage::Service:
        return QCoreApplication::translate("ConnectionTest", "WS-Management service");
    case TestStage::OperatingSystem:
        return QCoreApplication::translate("ConnectionTest", "Operating system (WMI)");
    case TestStage::HyperV:
        return QCoreApplication::translate("ConnectionTest", "Hyper-V role");
    case TestStage::Rights:
        return QCoreApplication::translate("ConnectionTest", "Rights on Hyper-V");
    case TestStage::Gpus:
        return QCoreApplication::translate("ConnectionTest", "Partitionable GPUs");
    case TestStage::Cluster:
        break;
    }
    return QCoreApplication::translate("ConnectionTest", "Cluster");
}

} // namespace hvgpu::text
