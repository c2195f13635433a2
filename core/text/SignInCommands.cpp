// What mends signing in: accounts, tickets, passwords and the rights they need.
#include "core/text/FixCommandBuilder.h"

#include "core/base/CurrentUser.h"
#include "core/fleet/HostPort.h"
#include "core/text/NativeWords.h"
#include "core/text/RightsCommands.h"

#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::text {

using base::ErrorCode;
using rights::quoted;
using Authentication = fleet::ServerEntry::Authentication;

QString FixCommandBuilder::word(QString text) const
{
    if (m_onWindows)
        return quoted(std::move(text));
    text.replace(u'\'', u"'\\''"_s);
    return u'\'' + text + u'\'';
}

QString FixCommandBuilder::account() const
{
    const QString user = m_entry.user.isEmpty() ? base::currentUser() : m_entry.user;
    return user.startsWith(u".\\"_s) ? user.mid(2) : user;
}

QString FixCommandBuilder::accountName() const
{
    return quoted(account().section(u'\\', -1).section(u'@', 0, 0));
}

QString FixCommandBuilder::servicePrincipal() const
{
    return (m_entry.serviceClass.isEmpty() ? u"HTTP"_s : m_entry.serviceClass) + u'/' + m_entry.name;
}

QString FixCommandBuilder::domainName() const
{
    const QString user = m_entry.user;
    if (user.contains(u'@'))
        return user.section(u'@', -1);
    return user.contains(u'\\') && !mayBeLocal() ? user.section(u'\\', 0, 0) : m_entry.name.section(u'.', 1);
}

bool FixCommandBuilder::mayBeLocal() const
{
    const QString domain = m_entry.user.section(u'\\', 0, -2);
    return !m_entry.user.isEmpty() && !m_entry.user.contains(u'@') &&
           (domain.isEmpty() || domain == u"."_s || domain.compare(shortName(), Qt::CaseInsensitive) == 0);
}

// Nothing is changed for a password that is only wrong.
void FixCommandBuilder::rejected()
{
    if (m_error.layer == base::Layer::Tls)
        showCertificates(); // is it the one that was shown?
    if (m_error.layer == base::Layer::Http)
        return ticketRefused();
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

// Whose the service name is, whether the ticket can be had, and what makes a server refuse a good one.
void FixCommandBuilder::ticketRefused()
{
    domain(u"setspn -Q %1"_s.arg(quoted(servicePrincipal())));
    here((m_onWindows ? u"klist get %1"_s : u"kvno %1"_s).arg(word(servicePrincipal())));
    server(u"w32tm /query /status"_s);
    server(u"Test-ComputerSecureChannel"_s);
    here(m_onWindows ? u"klist purge"_s : u"kdestroy"_s);
}

/// What refused stands in the log only.
void FixCommandBuilder::dcomDenied()
{
    server(u"Get-WinEvent -MaxEvents 10 -FilterHashtable @{ LogName = 'System'; ProviderName = "
           "'Microsoft-Windows-DistributedCOM' }"_s);
    server(u"Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Ole' -Name EnableDCOM"_s);
    denied({});
}

void FixCommandBuilder::noController()
{
    const QString domain = domainName();
    if (m_onWindows)
        return here(u"nltest /dsgetdc:%1"_s.arg(domain.isEmpty() ? domain : word(domain)));
    const QString user = m_entry.user.section(u'\\', -1).section(u'@', 0, 0);
    if (!user.isEmpty() && !domain.isEmpty())
        here(u"KRB5_TRACE=/dev/stderr kinit %1"_s.arg(word(user + u'@' + domain.toUpper())));
}

void FixCommandBuilder::disabled()
{
    if (mayBeLocal()) {
        server(u"Get-LocalUser -Name %1"_s.arg(accountName()));
        return server(u"Enable-LocalUser -Name %1"_s.arg(accountName()));
    }
    domain(u"Unlock-ADAccount -Identity %1"_s.arg(accountName()));
    domain(u"Enable-ADAccount -Identity %1"_s.arg(accountName()));
}

/// What Windows' own numbers tell more exactly; false when they do not.
bool FixCommandBuilder::windowsSignIn()
{
    const auto topic = nativeTopic(m_error);
    if (!topic)
        return false;
    switch (*topic) {
    case NativeTopic::Expired:
        domain(u"Clear-ADAccountExpiration -Identity %1"_s.arg(accountName()));
        return true;
    case NativeTopic::Restricted:
        domain(
            u"Get-ADUser -Identity %1 -Properties LogonWorkstations, LogonHours, MemberOf, AuthenticationPolicy"_s
                .arg(accountName()));
        return true;
    case NativeTopic::SmartCardOnly:
        domain(u"Get-ADUser -Identity %1 -Properties SmartcardLogonRequired"_s.arg(accountName()));
        return true;
    case NativeTopic::SmartCardUnread:
        here(u"Get-Service SCardSvr"_s);
        [[fallthrough]];
    case NativeTopic::SmartCardPin:
    case NativeTopic::SmartCardBlocked:
        here(u"certutil -scinfo"_s);
        return true;
    case NativeTopic::SmartCardCertificate:
        here(u"certutil -scinfo"_s);
        domain(u"certutil -enterprise -viewstore NTAuth"_s);
        return true;
    case NativeTopic::RevocationUnknown:
    case NativeTopic::ControllerCertificate:
        domain(u"certutil -dcinfo verify"_s);
        return true;
    case NativeTopic::NoTrust:
        here(u"nltest /domain_trusts"_s);
        server(u"Test-ComputerSecureChannel"_s);
        return true;
    case NativeTopic::NoCommonCipher:
        domain(u"Get-ADUser -Identity %1 -Properties msDS-SupportedEncryptionTypes, PasswordLastSet"_s.arg(
            accountName()));
        domain(u"Get-ADComputer -Identity %1 -Properties msDS-SupportedEncryptionTypes"_s.arg(
            quoted(shortName())));
        return true;
    default:
        return false;
    }
}

void FixCommandBuilder::notOffered()
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

void FixCommandBuilder::missing()
{
    if (m_entry.authentication == Authentication::None)
        return here(u"hvgpu test --server %1 --auth negotiate"_s.arg(
            word(fleet::HostPort{m_entry.name, m_entry.port}.toString())));
    if (m_onWindows)
        return here(u"klist"_s);
    const QString user = m_entry.user.section(u'@', 0, 0);
    const QString realm = m_entry.user.section(u'@', 1).toUpper();
    here(realm.isEmpty() ? u"kinit"_s : u"kinit %1"_s.arg(word(user + u'@' + realm)));
}

void FixCommandBuilder::kerberos()
{
    switch (m_error.code) {
    case ErrorCode::CredentialsMissing:
    case ErrorCode::TicketExpired:
        missing();
        break;
    case ErrorCode::AccountDisabled:
        disabled();
        break;
    case ErrorCode::RealmUnknown:
        noController();
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
        domain(u"setspn -S %1 %2"_s.arg(quoted(servicePrincipal()), quoted(shortName())));
        break;
    case ErrorCode::Untrusted:
        server(u"Test-ComputerSecureChannel -Repair"_s);
        break;
    default:
        break;
    }
}

void FixCommandBuilder::signIn()
{
    if (windowsSignIn())
        return;
    switch (m_error.code) {
    case ErrorCode::CredentialsRejected:
        return rejected();
    case ErrorCode::Unsupported:
        return notOffered();
    case ErrorCode::AccessDenied:
        return overWsman() || isLocal() ? denied({}) : dcomDenied();
    default:
        return kerberos();
    }
}

/// What a right is missing for: WinRM itself, and @p namespaces.
void FixCommandBuilder::denied(const QStringList& namespaces)
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
    if (namespaces.contains(virtualizationPlace))
        server(rights::allowHyperV(account()));
    if (!namespaces.isEmpty())
        server(rights::allowNamespaces(account(), namespaces));
}

} // namespace hvgpu::text
