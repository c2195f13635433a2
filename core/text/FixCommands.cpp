// Commands as Microsoft documents them for WinRM, WMI and Hyper-V; the same in every language.
#include "core/text/FixCommands.h"

#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "core/text/FixCommandBuilder.h"
#include "core/text/NativeWords.h"
#include "core/text/RightsCommands.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hvgpu::text {

using base::ErrorCode;
using fleet::ServerEntry;
using fleet::TestStage;
using rights::quoted;
using Where = FixCommand::Where;

void FixCommandBuilder::name()
{
    here((m_onWindows ? u"Resolve-DnsName %1"_s : u"getent hosts %1"_s).arg(word(m_entry.name)));
}

/// The rules that Windows has for WMI over DCOM; their display names are translated, these are not.
void FixCommandBuilder::dcomPort()
{
    server(u"Get-Service RpcSs, Winmgmt"_s);
    server(u"Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP, WMI-ASYNC-In-TCP"_s);
}

void FixCommandBuilder::wmiService()
{
    server(u"Get-Service Winmgmt"_s);
    server(u"Get-WinEvent -LogName Microsoft-Windows-WMI-Activity/Operational -MaxEvents 20"_s);
    server(u"Restart-Service Winmgmt -Force"_s);
}

void FixCommandBuilder::port()
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

void FixCommandBuilder::showCertificates()
{
    server(u"Get-ChildItem Cert:\\LocalMachine\\My | ForEach-Object { $_.Subject; [BitConverter]::ToString("
           "[Security.Cryptography.SHA256]::Create().ComputeHash($_.RawData)).Replace('-', ':') }"_s);
}

void FixCommandBuilder::tls()
{
    if (m_error.code == ErrorCode::CredentialsMissing || m_error.code == ErrorCode::Io || !overWsman())
        return; // a file of this computer
    if (m_error.code == ErrorCode::Untrusted || m_error.code == ErrorCode::CertificateChanged)
        return showCertificates();
    server(u"winrm enumerate winrm/config/listener"_s);
    server(u"winrm quickconfig -transport:https"_s);
}

void FixCommandBuilder::service()
{
    if (m_error.code == ErrorCode::AccessDenied) // WMI that lets in is a namespace that does not
        return denied(overWsman() ? QStringList() : QStringList{cimv2Place});
    if (!overWsman())
        return wmiService();
    if (nativeTopic(m_error) == NativeTopic::ServiceBusy) {
        server(u"Get-Service WinRM"_s);
        server(u"Get-ChildItem WSMan:\\localhost\\Service | Where-Object Name -like 'Max*'"_s);
        return server(u"Restart-Service WinRM"_s);
    }
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

void FixCommandBuilder::hyperV()
{
    if (m_error.code != ErrorCode::InvalidNamespace)
        server(u"Restart-Service vmms"_s);
    else if (m_isWorkstation)
        server(
            u"Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All # then restart it"_s);
    else
        server(u"Install-WindowsFeature -Name Hyper-V -IncludeManagementTools # then restart the server"_s);
}

void FixCommandBuilder::cluster()
{
    if (m_error.code == ErrorCode::AccessDenied) {
        server(u"Grant-ClusterAccess -User %1 -Full"_s.arg(quoted(account())));
        return denied({clusterPlace});
    }
    server(u"Get-Service ClusSvc"_s);
    if (m_error.code == ErrorCode::InvalidNamespace)
        server(u"Get-WindowsFeature Failover-Clustering"_s);
}

std::vector<FixCommand> FixCommandBuilder::at(TestStage stage)
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
            denied({cimv2Place});
        else if (m_error.layer == base::Layer::Wmi)
            server(u"Restart-Service Winmgmt -Force"_s);
        else
            service();
        break;
    case TestStage::HyperV:
        hyperV();
        break;
    case TestStage::Rights:
        denied({virtualizationPlace});
        break;
    case TestStage::Gpus:
        if (m_error.code == ErrorCode::AccessDenied)
            denied({virtualizationPlace});
        else
            server(u"Get-VMHostPartitionableGpu"_s);
        break;
    case TestStage::Cluster:
        cluster();
        break;
    }
    return std::move(m_commands);
}

std::vector<FixCommand> fixCommands(const fleet::TestStageResult& result, const ServerEntry& entry, Desk desk)
{
    return result.error ? FixCommandBuilder(result, entry, desk).at(result.stage) : std::vector<FixCommand>();
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
