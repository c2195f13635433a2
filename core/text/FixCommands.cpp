// Commands as Microsoft documents them for WinRM, WMI and Hyper-V; the same in every language.
#include "core/text/FixCommands.h"

#include "core/base/CurrentUser.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "core/text/RightsCommands.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using base::ErrorCode;
using fleet::ServerEntry;
using fleet::TestStage;
using rights::quoted;
using Where = FixCommand::Where;
using Authentication = ServerEntry::Authentication;

/// A value as one word of a shell: nothing in it is run.
QString shellWord(QString text)
{
    text.replace(u'\'', u"'\\''"_s);
    return u'\'' + text + u'\'';
}

/// Every certificate of the server with its SHA-256, to compare with what was shown.
QString showCertificates()
{
    return u"Get-ChildItem Cert:\\LocalMachine\\My | ForEach-Object { $_.Subject; [BitConverter]::ToString("
           "[Security.Cryptography.SHA256]::Create().ComputeHash($_.RawData)).Replace('-', ':') }"_s;
}

const QString cimv2 = u"root/cimv2"_s;
const QString virtualization = u"root/virtualization/v2"_s;
const QString msCluster = u"root/MSCluster"_s;

class Commands
{
public:
    Commands(const fleet::TestStageResult& result, const ServerEntry& entry, Desk desk)
        : m_error(*result.error)
        , m_entry(entry)
        , m_isWorkstation(result.workstation)
        , m_onWindows(desk == Desk::Windows)
    {}

    std::vector<FixCommand> at(TestStage stage);

private:
    void server(const QString& command)
    {
        m_commands.push_back({!isLocal() ? Where::Server : Where::ThisComputer, command});
    }
    void domain(const QString& command) { m_commands.push_back({Where::Domain, command}); }
    void here(const QString& command) { m_commands.push_back({Where::ThisComputer, command}); }

    [[nodiscard]] bool overWsman() const { return m_entry.transport == ServerEntry::Transport::WsManagement; }
    [[nodiscard]] bool isLocal() const { return m_entry.transport == ServerEntry::Transport::Local; }
    /// A value as one word for the shell of this computer.
    [[nodiscard]] QString word(const QString& text) const
    {
        return m_onWindows ? quoted(text) : shellWord(text);
    }

    /// For the server itself: ".\\name" is its account "name".
    [[nodiscard]] QString account() const
    {
        const QString user = m_entry.user.isEmpty() ? base::currentUser() : m_entry.user;
        return user.startsWith(u".\\"_s) ? user.mid(2) : user;
    }
    /// The account without its domain, as Active Directory's commands want it.
    [[nodiscard]] QString accountName() const
    {
        return quoted(account().section(u'\\', -1).section(u'@', 0, 0));
    }
    /// Whether the account may be one of the server and not of a domain.
    [[nodiscard]] bool mayBeLocal() const;
    [[nodiscard]] QString shortName() const { return m_entry.name.section(u'.', 0, 0); }

    void name();
    void port();
    void dcomPort();
    void wmiService();
    void tls();
    void signIn();
    void rejected();
    void notOffered();
    void kerberos();
    void missing();
    void service();
    void hyperV();
    void denied(const QStringList& namespaces);
    void cluster();

    const base::Error& m_error;
    const ServerEntry& m_entry;
    bool m_isWorkstation;
    bool m_onWindows;
    std::vector<FixCommand> m_commands;
};

void Commands::name()
{
    here((m_onWindows ? u"Resolve-DnsName %1"_s : u"getent hosts %1"_s).arg(word(m_entry.name)));
}

/// The rules that Windows has for WMI over DCOM; their display names are translated, these are not.
void Commands::dcomPort()
{
    server(u"Get-Service RpcSs, Winmgmt"_s);
    server(u"Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP, WMI-ASYNC-In-TCP"_s);
}

void Commands::wmiService()
{
    server(u"Get-Service Winmgmt"_s);
    server(u"Get-WinEvent -LogName Microsoft-Windows-WMI-Activity/Operational -MaxEvents 20"_s);
    server(u"Restart-Service Winmgmt -Force"_s);
}

void Commands::port()
{
    if (!overWsman())
        return dcomPort();
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
    if (m_error.code == ErrorCode::CredentialsMissing || m_error.code == ErrorCode::Io || !overWsman())
        return; // a file of this computer
    if (m_error.code == ErrorCode::Untrusted || m_error.code == ErrorCode::CertificateChanged)
        return server(showCertificates());
    server(u"winrm enumerate winrm/config/listener"_s);
    server(u"winrm quickconfig -transport:https"_s);
}

bool Commands::mayBeLocal() const
{
    const QString domain = m_entry.user.section(u'\\', 0, -2);
    return !m_entry.user.isEmpty() && !m_entry.user.contains(u'@') &&
           (domain.isEmpty() || domain == u"."_s || domain.compare(shortName(), Qt::CaseInsensitive) == 0);
}

// Nothing is changed for a password that is only wrong.
void Commands::rejected()
{
    if (m_error.layer == base::Layer::Tls)
        server(showCertificates()); // is it the one that was shown?
    if (m_entry.authentication == Authentication::Certificate) {
        server(u"Set-Item WSMan:\\localhost\\Service\\Auth\\Certificate -Value $true"_s);
        server(u"Get-ChildItem WSMan:\\localhost\\ClientCertificate"_s);
        return;
    }
    if (m_entry.authentication != Authentication::Basic && !mayBeLocal())
        return domain(u"Get-ADUser -Identity %1 -Properties LockedOut, PasswordExpired"_s.arg(accountName()));
    server(u"Get-LocalUser -Name %1"_s.arg(accountName()));
    server(rights::showAdministrators());
    server(rights::showTokenFilter());
}

void Commands::notOffered()
{
    if (!m_error.httpStatus || !overWsman())
        return; // it is this computer that lacks something
    static const std::map<Authentication, QString> ways{{Authentication::Basic, u"Basic"_s},
                                                        {Authentication::Kerberos, u"Kerberos"_s},
                                                        {Authentication::Certificate, u"Certificate"_s}};
    const auto way = ways.find(m_entry.authentication);
    server(u"Get-ChildItem WSMan:\\localhost\\Service\\Auth"_s);
    server(u"Set-Item WSMan:\\localhost\\Service\\Auth\\%1 -Value $true"_s.arg(
        way == ways.end() ? u"Negotiate"_s : way->second));
}

void Commands::missing()
{
    if (m_entry.authentication == Authentication::None)
        return here(u"hvgpu test --server %1 --auth negotiate"_s.arg(
            word(fleet::HostPort{m_entry.name, m_entry.port}.toString())));
    if (m_onWindows)
        return here(u"klist"_s);
    const QString user = m_entry.user.section(u'@', 0, 0);
    const QString realm = m_entry.user.section(u'@', 1).toUpper();
    here(realm.isEmpty() ? u"kinit"_s : u"kinit %1"_s.arg(shellWord(user + u'@' + realm)));
}

void Commands::kerberos()
{
    switch (m_error.code) {
    case ErrorCode::CredentialsMissing:
    case ErrorCode::TicketExpired:
        missing();
        break;
    case ErrorCode::AccountDisabled:
        domain(u"Unlock-ADAccount -Identity %1"_s.arg(accountName()));
        domain(u"Enable-ADAccount -Identity %1"_s.arg(accountName()));
        break;
    case ErrorCode::PasswordExpired:
        here(m_onWindows ? u"net user %1 * /domain"_s.arg(accountName()) : u"kpasswd"_s);
        break;
    case ErrorCode::ClockSkew:
        here(m_onWindows ? u"w32tm /resync"_s : u"timedatectl set-ntp true"_s);
        server(u"w32tm /resync"_s);
        break;
    case ErrorCode::ServiceUnknown:
        domain(u"setspn -L %1"_s.arg(quoted(shortName())));
        domain(u"setspn -S %1 %2"_s.arg(
            quoted((m_entry.serviceClass.isEmpty() ? u"HTTP"_s : m_entry.serviceClass) + u'/' + m_entry.name),
            quoted(shortName())));
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
    switch (m_error.code) {
    case ErrorCode::CredentialsRejected:
        return rejected();
    case ErrorCode::Unsupported:
        return notOffered();
    case ErrorCode::AccessDenied:
        return denied({});
    default:
        return kerberos();
    }
}

/// What a right is missing for: WinRM itself, and @p namespaces.
void Commands::denied(const QStringList& namespaces)
{
    if (m_entry.authentication == Authentication::Certificate)
        return server(
            u"Get-ChildItem WSMan:\\localhost\\ClientCertificate -Recurse"_s); // whose account it is
    if (mayBeLocal() && !isLocal()) {
        server(rights::showAdministrators());
        server(rights::switchTokenFilterOff());
    }
    if (overWsman())
        server(rights::allowRemoteManagement(account()));
    else if (!isLocal())
        server(rights::allowDcom(account()));
    if (namespaces.contains(virtualization))
        server(rights::allowHyperV(account()));
    if (!namespaces.isEmpty())
        server(rights::allowNamespaces(account(), namespaces));
}

void Commands::service()
{
    switch (m_error.code) {
    case ErrorCode::AccessDenied:
        return denied({});
    default:
        break;
    }
    if (!overWsman())
        return wmiService();
    switch (m_error.code) {
    case ErrorCode::Unsupported: // no /wsman there
        server(u"winrm enumerate winrm/config/listener"_s);
        return server(u"winrm quickconfig"_s);
    case ErrorCode::QuotaExceeded:
        return server(u"Get-ChildItem WSMan:\\localhost\\Service | Where-Object Name -like 'Max*'"_s);
    default:
        server(u"winrm enumerate winrm/config/listener"_s);
        server(u"Get-WinEvent -LogName Microsoft-Windows-WinRM/Operational -MaxEvents 20"_s);
        server(u"Restart-Service WinRM"_s);
    }
}

void Commands::hyperV()
{
    if (m_error.code != ErrorCode::InvalidNamespace)
        server(u"Restart-Service vmms"_s);
    else if (m_isWorkstation)
        server(
            u"Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All # then restart it"_s);
    else
        server(u"Install-WindowsFeature -Name Hyper-V -IncludeManagementTools # then restart the server"_s);
}

void Commands::cluster()
{
    if (m_error.code == ErrorCode::AccessDenied) {
        server(u"Grant-ClusterAccess -User %1 -Full"_s.arg(quoted(account())));
        return denied({msCluster});
    }
    server(u"Get-Service ClusSvc"_s);
    if (m_error.code == ErrorCode::InvalidNamespace)
        server(u"Get-WindowsFeature Failover-Clustering"_s);
}

std::vector<FixCommand> Commands::at(TestStage stage)
{
    // A proxy that stands in the way is nothing that the server could change.
    if (m_error.code == ErrorCode::Cancelled || m_error.layer == base::Layer::Proxy)
        return {};
    switch (stage) {
    case TestStage::Resolve:
        name();
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
        service();
        break;
    case TestStage::OperatingSystem:
        if (m_error.code == ErrorCode::AccessDenied)
            denied({cimv2});
        else if (m_error.layer == base::Layer::Wmi)
            server(u"Restart-Service Winmgmt -Force"_s);
        else
            service();
        break;
    case TestStage::HyperV:
        hyperV();
        break;
    case TestStage::Rights:
        denied({virtualization});
        break;
    case TestStage::Gpus:
        if (m_error.code == ErrorCode::AccessDenied)
            denied({virtualization});
        else
            server(u"Get-VMHostPartitionableGpu"_s);
        break;
    case TestStage::Cluster:
        cluster();
        break;
    }
    return std::move(m_commands);
}

} // namespace

std::vector<FixCommand> fixCommands(const fleet::TestStageResult& result, const ServerEntry& entry, Desk desk)
{
    return result.error ? Commands(result, entry, desk).at(result.stage) : std::vector<FixCommand>();
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
        return QCoreApplication::translate("ConnectionTest", "Management service");
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
