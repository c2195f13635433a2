// Numbers as Windows documents them: SEC_E_… and SCARD_… of its sign-in, logon errors as HRESULTs and as
// NTSTATUS, RPC and DCOM.
#include "core/text/NativeWords.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <iterator>

namespace hvgpu::text {
namespace {

using base::ErrorCode;
using base::Layer;

// By topic, in its order.
constexpr ErrorWords table[] = {
    {ErrorCode::Unreachable, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "WinRM on %1 turns requests away for now"),
     QT_TRANSLATE_NOOP(
         "Error", "The server was reached and answered HTTP 503: its WinRM service is stopped, starting or "
                  "stopping, or has as many connections as it allows. Nothing was carried out."),
     QT_TRANSLATE_NOOP(
         "Error", "Wait a moment and refresh. If it stays, look on the server at Get-Service WinRM and at "
                  "the limits (winrm get winrm/config/service: MaxConnections), and start the service "
                  "anew: Restart-Service WinRM.")},
    {ErrorCode::AccountDisabled, std::nullopt, QT_TRANSLATE_NOOP("Error", "The account for %1 is locked"),
     QT_TRANSLATE_NOOP(
         "Error", "Too many wrong passwords were tried for it, here or elsewhere. Other programs and saved "
                  "passwords may go on trying an old one."),
     QT_TRANSLATE_NOOP(
         "Error", "Wait until the lock ends by itself, or have it unlocked: Unlock-ADAccount; for an account "
                  "of the server itself lusrmgr.msc there.")},
    {ErrorCode::AccountDisabled, std::nullopt, QT_TRANSLATE_NOOP("Error", "The account for %1 is disabled"),
     QT_TRANSLATE_NOOP("Error", "An administrator switched it off."),
     QT_TRANSLATE_NOOP("Error",
                       "Use another account, or have it enabled: Enable-ADAccount; for an account of "
                       "the server itself Enable-LocalUser.")},
    {ErrorCode::AccountDisabled, std::nullopt, QT_TRANSLATE_NOOP("Error", "The account for %1 has expired"),
     QT_TRANSLATE_NOOP("Error", "It was made to be used until a day that has passed."),
     QT_TRANSLATE_NOOP("Error", "Use another account, or have its end moved: Set-ADAccountExpiration, "
                                "Clear-ADAccountExpiration.")},
    {ErrorCode::AccountDisabled, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "A policy keeps this account from signing in to %1"),
     QT_TRANSLATE_NOOP(
         "Error", "The account exists and is not locked, but it may not sign in this way: an empty password, "
                  "NTLM for a member of Protected Users, logon hours, a list of computers, an authentication "
                  "policy or selective authentication of a trust, or the right to access the server from the "
                  "network."),
     QT_TRANSLATE_NOOP(
         "Error",
         "On the server look at secpol.msc, User Rights Assignment (\"Access this computer from the "
         "network\" and \"Deny access …\"); in the domain at the account: Get-ADUser with LogonWorkstations, "
         "LogonHours, MemberOf. Members of Protected Users need Kerberos: the full name of the server.")},
    {ErrorCode::AccountDisabled, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The account for %1 signs in with a smart card only"),
     QT_TRANSLATE_NOOP("Error",
                       "The domain demands a smart card of it, so that no password of it is accepted."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Sign in to this computer with the card and leave user name and password empty here, or use "
         "an account that may sign in with a password.")},
    {ErrorCode::CredentialsMissing, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The smart card to sign in to %1 with cannot be read"),
     QT_TRANSLATE_NOOP(
         "Error",
         "There is no reader or no card in it, the card was taken out, has no certificate to sign in "
         "with, or Windows' smart card service does not run."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Put the card in and try again. certutil -scinfo shows what Windows sees of it, Get-Service "
         "SCardSvr whether the service runs.")},
    {ErrorCode::CredentialsRejected, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The PIN of the smart card was wrong, %1 was not signed in to"),
     QT_TRANSLATE_NOOP("Error", "The card did not open its key. After some wrong PINs it blocks itself."),
     QT_TRANSLATE_NOOP("Error", "Try again with the right PIN.")},
    {ErrorCode::AccountDisabled, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The smart card to sign in to %1 with is blocked"),
     QT_TRANSLATE_NOOP("Error", "Too many wrong PINs were tried with it."),
     QT_TRANSLATE_NOOP("Error", "Have whoever issues the cards unblock it, or use another account.")},
    {ErrorCode::CredentialsRejected, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The domain does not accept the smart card's certificate for %1"),
     QT_TRANSLATE_NOOP(
         "Error", "It has expired, was revoked, comes from an authority that the domain does not take for "
                  "signing in, or belongs to no account."),
     QT_TRANSLATE_NOOP(
         "Error",
         "certutil -scinfo shows the certificate. On a domain controller certutil -enterprise -viewstore "
         "NTAuth shows which authorities it takes, and the System log why it refused.")},
    {ErrorCode::Untrusted, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "Nobody could say whether a certificate for signing in to %1 was revoked"),
     QT_TRANSLATE_NOOP(
         "Error", "The revocation list of the smart card's or of the domain controller's certificate could "
                  "not be had, or is too old."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Make sure that the addresses in the certificate can be reached and the lists there are new: "
         "certutil -verify -urlfetch FILE, pkiview.msc on the authority.")},
    {ErrorCode::Untrusted, std::nullopt,
     QT_TRANSLATE_NOOP("Error",
                       "The domain controller's certificate is not trusted, %1 was not signed in to"),
     QT_TRANSLATE_NOOP(
         "Error",
         "Signing in with a smart card needs a certificate of the domain controller. It has expired, "
         "was revoked, or this computer does not know its authority."),
     QT_TRANSLATE_NOOP(
         "Error", "On a domain controller run certutil -dcinfo verify, and renew its certificate; certutil "
                  "-pulse has it enrolled anew.")},
    {ErrorCode::RealmUnknown, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "No domain controller can be reached to sign in to %1"),
     QT_TRANSLATE_NOOP(
         "Error",
         "Windows finds none of the account's domain. It does not take NTLM where Kerberos is expected, "
         "because somebody on the way could bring that about."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Check the way to the domain controllers (VPN, DNS, firewall: ports 88 and 389) with nltest "
         "/dsgetdc:DOMAIN, and the spelling of the domain. Local accounts of the server are written "
         "HOST\\user.")},
    {ErrorCode::RealmUnknown, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "No trust leads from the account's domain to that of %1"),
     QT_TRANSLATE_NOOP(
         "Error",
         "The domain controllers answered, but know no way from one domain to the other, or the trust "
         "between them, or between the server and its domain, is broken."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Use the full name of the server and an account of its domain. nltest /domain_trusts shows the "
         "trusts; on the server Test-ComputerSecureChannel tells whether it still belongs to its "
         "domain.")},
    {ErrorCode::Unsupported, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "No encryption for tickets fits %1 and this account"),
     QT_TRANSLATE_NOOP(
         "Error", "Kerberos found no kind of encryption that the domain, the account and this computer all "
                  "allow: often RC4 is switched off and the account has no newer keys."),
     QT_TRANSLATE_NOOP("Error", "Set the account's password anew, which gives it AES keys, and compare "
                                "msDS-SupportedEncryptionTypes of the "
                                "account and of the server with the policy \"Network security: Configure "
                                "encryption types allowed for "
                                "Kerberos\".")},
    {ErrorCode::Unsupported, std::nullopt, QT_TRANSLATE_NOOP("Error", "NTLM is forbidden for %1"),
     QT_TRANSLATE_NOOP(
         "Error", "A policy of this computer, of the server or of the domain does not let NTLM be used, and "
                  "Kerberos was not possible."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Use Kerberos: the full name of the server (server.domain.example) and user@domain.example; or "
         "allow NTLM to this server (\"Network security: Restrict NTLM\").")},
    {ErrorCode::CredentialsMissing, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "Windows has nothing to sign in to %1 with"),
     QT_TRANSLATE_NOOP(
         "Error", "No user name and password were given, and this session holds none that other computers "
                  "take: it began without a password (a service, a scheduled task, a remote shell), or its "
                  "tickets are gone."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Enter a user name and a password for this server, or start the program in a session that was "
         "signed in to with a password (runas /netonly); klist shows the tickets.")},
    {ErrorCode::AccessDenied, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "DCOM on %1 did not let this account in"),
     QT_TRANSLATE_NOOP(
         "Error",
         "The account may not reach or start WMI from another computer (remote access, launch and "
         "activation of DCOM), or is a local one whose rights end at the network. Windows also says this "
         "for some wrong passwords."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Check the password. Make the account a member of the server's local group \"Distributed COM "
         "Users\"; "
         "local administrators other than the built-in one need the registry value "
         "LocalAccountTokenFilterPolicy = "
         "1. What was refused stands in the server's System log (DistributedCOM). Or choose WS-Management.")},
    {ErrorCode::Unreachable, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 cannot be reached by DCOM"),
     QT_TRANSLATE_NOOP(
         "Error",
         "Nothing accepts remote procedure calls there: the server is off, DCOM is switched off, or a "
         "firewall is in the way, which has to let port 135 and those of WMI pass."),
     QT_TRANSLATE_NOOP("Error", "On the server: Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, "
                                "WMI-WINMGMT-In-TCP. Firewalls in between have "
                                "to know RPC; otherwise choose WS-Management, which needs one port.")},
    {ErrorCode::TimedOut, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not answer by DCOM"),
     QT_TRANSLATE_NOOP(
         "Error",
         "No connection to its port 135 came about in time. Often a firewall drops the packets, or the "
         "address belongs to no running computer."),
     QT_TRANSLATE_NOOP(
         "Error", "Check the address, the network and the firewall rules of the server for WMI: "
                  "Enable-NetFirewallRule -Name "
                  "WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP. Or choose WS-Management, which needs one port.")},
    {ErrorCode::AccessDenied, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "WMI on %1 does not open this namespace to the account"),
     QT_TRANSLATE_NOOP("Error",
                       "Signing in worked. The namespace lacks the account's right to use it from another "
                       "computer, or to do this in it."),
     QT_TRANSLATE_NOOP("Error",
                       "Allow it Enable Account, Remote Enable and Execute Methods on root\\cimv2 and "
                       "root\\virtualization\\v2 (wmimgmt.msc, Security), and make it a member of \"Hyper-V "
                       "Administrators\". The connection test gives the commands.")},
};

struct Native
{
    std::uint32_t number;
    NativeTopic topic;
    std::optional<Layer> layer; ///< of errors it counts for; none: all
};

constexpr std::array Natives{
    Native{0x80070775, NativeTopic::Locked, {}}, // ERROR_ACCOUNT_LOCKED_OUT
    Native{0xC0000234, NativeTopic::Locked, {}},
    Native{0x80070533, NativeTopic::Disabled, {}}, // ERROR_ACCOUNT_DISABLED
    Native{0xC0000072, NativeTopic::Disabled, {}},
    Native{0x80070701, NativeTopic::Expired, {}}, // ERROR_ACCOUNT_EXPIRED
    Native{0xC0000193, NativeTopic::Expired, {}},
    Native{0x8007052F, NativeTopic::Restricted, {}}, // ERROR_ACCOUNT_RESTRICTION
    Native{0xC000006E, NativeTopic::Restricted, {}},
    Native{0x80070530, NativeTopic::Restricted, {}}, // ERROR_INVALID_LOGON_HOURS
    Native{0xC000006F, NativeTopic::Restricted, {}},
    Native{0x80070531, NativeTopic::Restricted, {}}, // ERROR_INVALID_WORKSTATION
    Native{0xC0000070, NativeTopic::Restricted, {}},
    Native{0x80070569, NativeTopic::Restricted, {}}, // ERROR_LOGON_TYPE_NOT_GRANTED
    Native{0xC000015B, NativeTopic::Restricted, {}},
    Native{0x8007078F, NativeTopic::Restricted, {}},    // ERROR_AUTHENTICATION_FIREWALL_FAILED
    Native{0x8009033E, NativeTopic::SmartCardOnly, {}}, // SEC_E_SMARTCARD_LOGON_REQUIRED
    Native{0xC00002FA, NativeTopic::SmartCardOnly, {}},
    Native{0x8010000C, NativeTopic::SmartCardUnread, {}},  // SCARD_E_NO_SMARTCARD
    Native{0x80100017, NativeTopic::SmartCardUnread, {}},  // SCARD_E_READER_UNAVAILABLE
    Native{0x8010001D, NativeTopic::SmartCardUnread, {}},  // SCARD_E_NO_SERVICE
    Native{0x8010001E, NativeTopic::SmartCardUnread, {}},  // SCARD_E_SERVICE_STOPPED
    Native{0x8010002C, NativeTopic::SmartCardUnread, {}},  // SCARD_E_NO_SUCH_CERTIFICATE
    Native{0x8010002E, NativeTopic::SmartCardUnread, {}},  // SCARD_E_NO_READERS_AVAILABLE
    Native{0x80100030, NativeTopic::SmartCardUnread, {}},  // SCARD_E_NO_KEY_CONTAINER
    Native{0x80100066, NativeTopic::SmartCardUnread, {}},  // SCARD_W_UNRESPONSIVE_CARD
    Native{0x80100069, NativeTopic::SmartCardUnread, {}},  // SCARD_W_REMOVED_CARD
    Native{0x8010006B, NativeTopic::SmartCardPin, {}},     // SCARD_W_WRONG_CHV
    Native{0x8010006F, NativeTopic::SmartCardPin, {}},     // SCARD_W_CARD_NOT_AUTHENTICATED
    Native{0x8010006C, NativeTopic::SmartCardBlocked, {}}, // SCARD_W_CHV_BLOCKED
    Native{0x800704F0, NativeTopic::SmartCardUnread, {}},  // ERROR_SMARTCARD_SUBSYSTEM_FAILURE
    Native{0xC0000383, NativeTopic::SmartCardUnread, {}},
    Native{0xC0000380, NativeTopic::SmartCardPin, {}},
    Native{0xC0000381, NativeTopic::SmartCardBlocked, {}},
    Native{0x800704EF, NativeTopic::SmartCardCertificate, {}},  // ERROR_PKINIT_FAILURE
    Native{0x8009033D, NativeTopic::SmartCardCertificate, {}},  // SEC_E_PKINIT_NAME_MISMATCH
    Native{0x80090351, NativeTopic::SmartCardCertificate, {}},  // SEC_E_SMARTCARD_CERT_REVOKED
    Native{0x80090352, NativeTopic::SmartCardCertificate, {}},  // SEC_E_ISSUING_CA_UNTRUSTED
    Native{0x80090354, NativeTopic::SmartCardCertificate, {}},  // SEC_E_PKINIT_CLIENT_FAILURE
    Native{0x80090355, NativeTopic::SmartCardCertificate, {}},  // SEC_E_SMARTCARD_CERT_EXPIRED
    Native{0x80090353, NativeTopic::RevocationUnknown, {}},     // SEC_E_REVOCATION_OFFLINE_C
    Native{0x80090358, NativeTopic::RevocationUnknown, {}},     // SEC_E_REVOCATION_OFFLINE_KDC
    Native{0x80090359, NativeTopic::ControllerCertificate, {}}, // SEC_E_ISSUING_CA_UNTRUSTED_KDC
    Native{0x8009035A, NativeTopic::ControllerCertificate, {}}, // SEC_E_KDC_CERT_EXPIRED
    Native{0x8009035B, NativeTopic::ControllerCertificate, {}}, // SEC_E_KDC_CERT_REVOKED
    Native{0x80090311, NativeTopic::NoController, {}},          // SEC_E_NO_AUTHENTICATING_AUTHORITY
    Native{0x80090350, NativeTopic::NoController, {}},          // SEC_E_DOWNGRADE_DETECTED
    Native{0x800704F1, NativeTopic::NoController, {}},          // ERROR_DOWNGRADE_DETECTED
    Native{0x8007051F, NativeTopic::NoController, {}},          // ERROR_NO_LOGON_SERVERS
    Native{0xC000005E, NativeTopic::NoController, {}},
    Native{0xC0000388, NativeTopic::NoController, {}},
    Native{0x80070774, NativeTopic::NoController, {}}, // ERROR_DOMAIN_CONTROLLER_NOT_FOUND
    Native{0x80090338, NativeTopic::NoTrust, {}},      // SEC_E_MAX_REFERRALS_EXCEEDED
    Native{0x80090341, NativeTopic::NoTrust, {}},      // SEC_E_KDC_UNABLE_TO_REFER
    Native{0x800706FC, NativeTopic::NoTrust, {}},      // ERROR_TRUSTED_DOMAIN_FAILURE
    Native{0x800706FD, NativeTopic::NoTrust, {}},      // ERROR_TRUSTED_RELATIONSHIP_FAILURE
    Native{0xC000018C, NativeTopic::NoTrust, {}},
    Native{0xC000018D, NativeTopic::NoTrust, {}},
    Native{0x80090331, NativeTopic::NoCommonCipher, {}}, // SEC_E_ALGORITHM_MISMATCH
    Native{0x8009033A, NativeTopic::NoCommonCipher, {}}, // SEC_E_STRONG_CRYPTO_NOT_SUPPORTED
    Native{0x80090342, NativeTopic::NoCommonCipher, {}}, // SEC_E_KDC_UNKNOWN_ETYPE
    Native{0x80090348, NativeTopic::NoCommonCipher, {}}, // SEC_E_NO_KERB_KEY
    Native{0x96C73A0E, NativeTopic::NoCommonCipher, {}}, // KRB5KDC_ERR_ETYPE_NOSUPP
    Native{0x80070791, NativeTopic::NtlmForbidden, {}},  // ERROR_NTLM_BLOCKED
    Native{0xC0000418, NativeTopic::NtlmForbidden, {}},
    Native{0x80090306, NativeTopic::NothingToSignInWith, {}}, // SEC_E_NOT_OWNER
    Native{0x8009030E, NativeTopic::NothingToSignInWith, {}}, // SEC_E_NO_CREDENTIALS
    Native{0x80070520, NativeTopic::NothingToSignInWith, {}}, // ERROR_NO_SUCH_LOGON_SESSION
    Native{0x80070005, NativeTopic::DcomDenied, Layer::Auth}, // E_ACCESSDENIED while connecting
    Native{0x8001011B, NativeTopic::DcomDenied, Layer::Auth}, // RPC_E_ACCESS_DENIED
    Native{0x8000401B, NativeTopic::DcomDenied, Layer::Auth}, // CO_E_LAUNCH_PERMSSION_DENIED
    Native{0x800706BA, NativeTopic::DcomNotThere,
           Layer::Connect}, // RPC_S_SERVER_UNAVAILABLE while connecting
    Native{0x8007274D, NativeTopic::DcomNotThere, Layer::Connect}, // WSAECONNREFUSED
    Native{0x80072743, NativeTopic::DcomNotThere, Layer::Connect}, // WSAENETUNREACH
    Native{0x80072751, NativeTopic::DcomNotThere, Layer::Connect}, // WSAEHOSTUNREACH
    Native{0x8007274C, NativeTopic::DcomSilent, Layer::Connect},   // WSAETIMEDOUT
    Native{0x80041003, NativeTopic::NamespaceDenied, Layer::Wmi},  // WBEM_E_ACCESS_DENIED
};

const ErrorWords& wordsOf(NativeTopic topic)
{
    return table[static_cast<std::size_t>(topic)];
}

} // namespace

std::optional<NativeTopic> nativeTopic(const base::Error& error)
{
    constexpr int serviceUnavailable = 503;
    if (error.httpStatus == serviceUnavailable && error.code == ErrorCode::Unreachable)
        return NativeTopic::ServiceBusy;
    if (!error.nativeCode)
        return std::nullopt;
    const auto* const native = std::ranges::find_if(Natives, [&error](const Native& row) {
        return row.number == *error.nativeCode && (!row.layer || row.layer == error.layer);
    });
    // A number that was read as something else on its way means that instead.
    if (native == Natives.end() || wordsOf(native->topic).code != error.code)
        return std::nullopt;
    return native->topic;
}

const ErrorWords* nativeWords(const base::Error& error)
{
    const auto topic = nativeTopic(error);
    return topic ? &wordsOf(*topic) : nullptr;
}

} // namespace hvgpu::text
