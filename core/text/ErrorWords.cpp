#include "core/text/ErrorWords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace hvgpu::text {
namespace {

using base::ErrorCode;
using base::Layer;

// Entries for a layer stand before the general entry of their code; Internal, the fallback, is last.
// What to prepare on a server: WinRM, groups and namespace rights as Windows documents them.
constexpr ErrorWords table[] = {
    {ErrorCode::Unreachable, Layer::Proxy, QT_TRANSLATE_NOOP("Error", "The proxy for %1 cannot be reached"),
     QT_TRANSLATE_NOOP("Error",
                       "Nothing accepts connections where the proxy should be, or its name is not known."),
     QT_TRANSLATE_NOOP("Error",
                       "Check the proxy that is set for this server (Edit server…, --proxy). Without one the "
                       "server is reached directly; those of the environment are never used.")},
    {ErrorCode::TimedOut, Layer::Proxy, QT_TRANSLATE_NOOP("Error", "The proxy for %1 does not answer"),
     QT_TRANSLATE_NOOP("Error", "There was no connection through the proxy before the time limit."),
     QT_TRANSLATE_NOOP("Error",
                       "Check the proxy that is set for this server (Edit server…, --proxy), and from the "
                       "proxy whether the server can be reached.")},
    {ErrorCode::CredentialsMissing, Layer::Proxy,
     QT_TRANSLATE_NOOP("Error", "The proxy for %1 wants to be signed in to"),
     QT_TRANSLATE_NOOP("Error",
                       "It answered 407. This program signs in to servers, never to a proxy, so that no "
                       "password goes there."),
     QT_TRANSLATE_NOOP("Error",
                       "Have the proxy let connections to the WinRM port of the server pass without signing "
                       "in, or use another one or none.")},
    {ErrorCode::AccessDenied, Layer::Proxy, QT_TRANSLATE_NOOP("Error", "The proxy does not let %1 pass"),
     QT_TRANSLATE_NOOP("Error", "It refuses to connect to this server or to this port."),
     QT_TRANSLATE_NOOP(
         "Error", "Have the proxy allow CONNECT to the server's WinRM port (5985, or 5986 for HTTPS), or "
                  "use another one or none.")},
    {ErrorCode::ProtocolViolation, Layer::Proxy,
     QT_TRANSLATE_NOOP("Error", "There is no HTTP proxy on the way to %1"),
     QT_TRANSLATE_NOOP("Error",
                       "What answers at the address of the proxy does not speak HTTP as a proxy does."),
     QT_TRANSLATE_NOOP("Error",
                       "Check the address and the port of the proxy. SOCKS and HTTPS proxies cannot be "
                       "used.")},
    {ErrorCode::Unreachable, Layer::Name, QT_TRANSLATE_NOOP("Error", "The name %1 cannot be resolved"),
     QT_TRANSLATE_NOOP("Error", "No address is known for this name."),
     QT_TRANSLATE_NOOP("Error",
                       "Check the spelling, use the full name (server.domain) or the IP address, and check "
                       "the DNS settings of this computer.")},
    {ErrorCode::Unreachable, Layer::Http, QT_TRANSLATE_NOOP("Error", "The connection to %1 was lost"),
     QT_TRANSLATE_NOOP("Error",
                       "The server or the network closed the connection before there was an answer."),
     QT_TRANSLATE_NOOP("Error",
                       "Refresh. If it happens again, check on the server whether it or its WinRM service is "
                       "restarting (Get-Service WinRM).")},
    {ErrorCode::Unreachable, Layer::Tls, QT_TRANSLATE_NOOP("Error", "No secure connection to %1"),
     QT_TRANSLATE_NOOP("Error", "Something answers at this port, but it does not speak HTTPS as expected."),
     QT_TRANSLATE_NOOP("Error", "Check the port: 5986 is the usual one for HTTPS, 5985 for HTTP.")},
    {ErrorCode::Unreachable, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 cannot be reached"),
     QT_TRANSLATE_NOOP("Error",
                       "Nothing accepts connections at this address and port: the server is off, remote "
                       "management (WinRM) is not enabled, or a firewall is in the way."),
     QT_TRANSLATE_NOOP("Error",
                       "On the server run \"winrm quickconfig\" as administrator: it starts the service and "
                       "opens port 5985. For HTTPS run \"winrm quickconfig -transport:https\" and open port "
                       "5986. Then check the port given here.")},
    {ErrorCode::TimedOut, Layer::Connect, QT_TRANSLATE_NOOP("Error", "%1 does not answer"),
     QT_TRANSLATE_NOOP("Error",
                       "No connection came about in time. Often a firewall drops the packets, or the address "
                       "belongs to no running computer."),
     QT_TRANSLATE_NOOP("Error",
                       "Check the address, the network and the firewall rule \"Windows Remote Management "
                       "(HTTP-In)\" of the server; \"winrm quickconfig\" creates it.")},
    {ErrorCode::TimedOut, Layer::Job, QT_TRANSLATE_NOOP("Error", "A job on %1 did not end in time"),
     QT_TRANSLATE_NOOP("Error",
                       "The server accepted the work, but did not finish it before the time limit. It may "
                       "still finish."),
     QT_TRANSLATE_NOOP("Error", "Refresh after a while to see what was done.")},
    {ErrorCode::TimedOut, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 took too long"),
     QT_TRANSLATE_NOOP("Error",
                       "The server is connected, but the answer did not come before the time limit."),
     QT_TRANSLATE_NOOP("Error",
                       "Refresh, or raise the time limit. If it stays, restart the service \"Windows "
                       "Management Instrumentation\" on the server.")},
    {ErrorCode::Cancelled, std::nullopt, QT_TRANSLATE_NOOP("Error", "Cancelled: %1"),
     QT_TRANSLATE_NOOP("Error", "The work was stopped before it was complete."),
     QT_TRANSLATE_NOOP("Error", "Start it again when you want the rest.")},
    {ErrorCode::CredentialsRejected, Layer::Local,
     QT_TRANSLATE_NOOP("Error", "The password was not shown to %1"),
     QT_TRANSLATE_NOOP(
         "Error", "Other servers refused it for this account a short while ago; the details name them. It "
                  "rests for some minutes, because domains lock an account after some wrong passwords."),
     QT_TRANSLATE_NOOP(
         "Error", "Correct the password. If it is right and those servers only do not accept it (because "
                  "NTLM is forbidden there, or they have lost their domain), leave them out until the time "
                  "has passed, or sign in with Kerberos.")},
    {ErrorCode::CredentialsRejected, Layer::Tls,
     QT_TRANSLATE_NOOP("Error", "%1 refused the sign-in over HTTPS"),
     QT_TRANSLATE_NOOP(
         "Error", "The user name or the password is wrong, a Kerberos ticket does not fit the server, or the "
                  "server noticed that somebody stands in between: a proxy, load balancer or security "
                  "software that opens HTTPS shows its own "
                  "certificate, and a sign-in that names that one is refused."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Check user name and password. If they are right, compare the fingerprint of the certificate "
         "shown here (connection test) with that of the server, and let HTTPS to it pass unopened; or "
         "use HTTP (port 5985), where Kerberos and NTLM encrypt every message themselves.")},
    {ErrorCode::CredentialsRejected, Layer::Http,
     QT_TRANSLATE_NOOP("Error", "%1 refused the Kerberos ticket"),
     QT_TRANSLATE_NOOP(
         "Error",
         "User name and password are not the cause: the domain gave a ticket for this server, and the "
         "server did not take it. The service name may belong to another account, so that the server "
         "cannot open the ticket; its clock may be wrong; the server may have lost its domain; or a "
         "policy keeps the account from accessing it from the network."),
     QT_TRANSLATE_NOOP(
         "Error",
         "In the domain setspn -Q HTTP/SERVER shows whose the service name is: it must be the "
         "server's computer account, or choose another service (WSMAN, host) for it here. On the server "
         "check w32tm /query /status, Test-ComputerSecureChannel and \"Access this computer from the "
         "network\" (secpol.msc). Get new tickets after that: klist purge, or kinit. The connection test "
         "gives the commands.")},
    {ErrorCode::CredentialsRejected, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 rejected the user name or the password"),
     QT_TRANSLATE_NOOP("Error",
                       "The server does not accept these credentials, or does not accept this kind of "
                       "sign-in."),
     QT_TRANSLATE_NOOP(
         "Error", "Check both, and the form of the name: user@domain.example or HOST\\user. Basic "
                  "authentication takes local accounts of the server only. Local administrators other "
                  "than the built-in one also need the registry value LocalAccountTokenFilterPolicy = 1.")},
    {ErrorCode::CredentialsMissing, Layer::Auth,
     QT_TRANSLATE_NOOP("Error", "No Kerberos ticket or password for %1"),
     QT_TRANSLATE_NOOP("Error",
                       "The server wants to be signed in to. There is no Kerberos ticket for it, and no user "
                       "name and password were given."),
     QT_TRANSLATE_NOOP(
         "Error", "Get a ticket (kinit user@REALM), or enter a user name and a password for this server.")},
    {ErrorCode::CredentialsMissing, Layer::Tls,
     QT_TRANSLATE_NOOP("Error", "The client certificate for %1 cannot be used"),
     QT_TRANSLATE_NOOP("Error",
                       "The file with the certificate and its private key cannot be read, holds no key, or "
                       "the password does not open the key."),
     QT_TRANSLATE_NOOP(
         "Error", "Check the file and the password. The file holds the certificate with its key: PKCS #12 "
                  "(.p12, .pfx), or PEM where this program does not run on Windows.")},
    {ErrorCode::CredentialsMissing, Layer::Http, QT_TRANSLATE_NOOP("Error", "%1 wants to be signed in to"),
     QT_TRANSLATE_NOOP(
         "Error", "The server was asked without signing in (authentication \"none\"), which only simulated "
                  "servers answer. The details say which ways to sign in it offers."),
     QT_TRANSLATE_NOOP(
         "Error", "Choose a way to sign in for this server; on the command line leave --auth none out, or "
                  "give one of those ways.")},
    {ErrorCode::CredentialsMissing, Layer::Local, QT_TRANSLATE_NOOP("Error", "No password: %1"),
     QT_TRANSLATE_NOOP("Error", "An account that signs in with a password has none here."),
     QT_TRANSLATE_NOOP("Error",
                       "Start hvgpu on a terminal, which asks for it; give HVGPU_PASSWORD or --password-file "
                       "together with --user; or save it once with \"hvgpu login\".")},
    {ErrorCode::CredentialsMissing, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 wants a user name and a password"),
     QT_TRANSLATE_NOOP("Error",
                       "The server does not answer without signing in, and no credentials were given."),
     QT_TRANSLATE_NOOP("Error", "Enter a user name and a password for this server.")},
    {ErrorCode::AccessDenied, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 denied access to this account"),
     QT_TRANSLATE_NOOP("Error", "Signing in worked, but the account may not read or do this on the server."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Make the account a member of the server's local groups \"Hyper-V Administrators\" and "
         "\"Remote Management Users\", and allow it Enable Account, Remote Enable and Execute "
         "Methods on root\\cimv2 and root\\virtualization\\v2 (wmimgmt.msc, Security). Local administrators "
         "other than the built-in one need the registry value LocalAccountTokenFilterPolicy = 1 "
         "instead. The connection test gives the commands.")},
    {ErrorCode::AccountDisabled, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The domain has disabled the account for %1"),
     QT_TRANSLATE_NOOP(
         "Error", "The account is locked, disabled, expired or not yet valid, or a policy forbids its use "
                  "here."),
     QT_TRANSLATE_NOOP(
         "Error", "Ask the administrators of the domain to unlock it: Unlock-ADAccount or Enable-ADAccount."
                  " Too many wrong passwords lock an account for a while.")},
    {ErrorCode::PasswordExpired, std::nullopt, QT_TRANSLATE_NOOP("Error", "The password for %1 has expired"),
     QT_TRANSLATE_NOOP("Error", "The domain wants a new password before the account can be used."),
     QT_TRANSLATE_NOOP("Error",
                       "Change the password (kpasswd, or sign in to a Windows computer) and try again.")},
    {ErrorCode::TicketExpired, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The Kerberos ticket for %1 has run out"),
     QT_TRANSLATE_NOOP("Error", "The ticket of the current user is too old to sign in with."),
     QT_TRANSLATE_NOOP("Error",
                       "Get a new one with kinit, or enter a user name and a password for this server.")},
    {ErrorCode::ClockSkew, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The clocks differ too much to sign in to %1"),
     QT_TRANSLATE_NOOP("Error",
                       "Kerberos allows five minutes between this computer, the domain controller and the "
                       "server."),
     QT_TRANSLATE_NOOP("Error",
                       "Set the clocks by time servers: timedatectl set-ntp true here, w32tm /resync on the "
                       "server.")},
    {ErrorCode::RealmUnknown, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "No domain controller was found to sign in to %1"),
     QT_TRANSLATE_NOOP("Error",
                       "The Kerberos realm of the user is unknown to this computer, or none of its domain "
                       "controllers (KDC) answers."),
     QT_TRANSLATE_NOOP("Error",
                       "Write the user as user@domain.example, check the way to the domain controllers (VPN, "
                       "firewall: port 88) and the DNS settings, or name the realm and its kdc in "
                       "/etc/krb5.conf. Local accounts of the server need NTLM: "
                       "HOST\\user.")},
    {ErrorCode::ServiceUnknown, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The domain does not know a service for %1"),
     QT_TRANSLATE_NOOP("Error",
                       "Kerberos finds a server by the name it is joined with. The domain has no service "
                       "principal for the name given; addresses have none."),
     QT_TRANSLATE_NOOP(
         "Error", "Use the full name that the server has in the domain (server.domain.example), check it "
                  "there with setspn -L SERVER, or use NTLM.")},
    {ErrorCode::Untrusted, Layer::Auth, QT_TRANSLATE_NOOP("Error", "%1 could not prove who it is"),
     QT_TRANSLATE_NOOP(
         "Error", "Its answer does not fit the keys that the domain gave this server: it was set up anew, "
                  "another computer has its name, or somebody is in between. Nothing was sent."),
     QT_TRANSLATE_NOOP("Error",
                       "Check that the name leads to the right computer. If it is, reset its account: Reset-"
                       "ComputerMachinePassword on the server.")},
    {ErrorCode::Untrusted, std::nullopt, QT_TRANSLATE_NOOP("Error", "The certificate of %1 is not trusted"),
     QT_TRANSLATE_NOOP("Error",
                       "The server's TLS certificate has expired, is for another name, or comes from an "
                       "authority that this computer does not know. Nothing was sent."),
     QT_TRANSLATE_NOOP(
         "Error", "Use the name that is in the certificate, or give the authority's certificate (PEM) as "
                  "CA file for this server. If the fingerprint in the details is the server's, you can "
                  "trust this one certificate.")},
    {ErrorCode::CertificateChanged, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 shows another certificate than the one you trusted"),
     QT_TRANSLATE_NOOP("Error",
                       "Either the certificate was renewed, or another computer answers in the server's "
                       "place and would see what is sent. Nothing was sent."),
     QT_TRANSLATE_NOOP(
         "Error", "Ask whoever looks after the server whether its certificate was renewed, and compare "
                  "the fingerprint in the details. Trust the new certificate only when it is the same.")},
    {ErrorCode::EncryptionRequired, Layer::Auth,
     QT_TRANSLATE_NOOP("Error", "The password was not sent to %1 without encryption"),
     QT_TRANSLATE_NOOP("Error",
                       "Basic authentication over plain HTTP would show the password to everybody on the "
                       "network."),
     QT_TRANSLATE_NOOP("Error", "Use HTTPS (port 5986). In a lab network you can allow it for this server "
                                "explicitly.")},
    {ErrorCode::EncryptionRequired, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 refuses unencrypted messages"),
     QT_TRANSLATE_NOOP("Error",
                       "The server's WinRM service accepts encrypted messages only, which is its default."),
     QT_TRANSLATE_NOOP(
         "Error", "Use HTTPS (port 5986; on the server \"winrm quickconfig -transport:https\"). In a lab "
                  "only: winrm set winrm/config/service @{AllowUnencrypted=\"true\"}.")},
    {ErrorCode::ProtocolViolation, Layer::Auth,
     QT_TRANSLATE_NOOP("Error", "The encrypted conversation with %1 was disturbed"),
     QT_TRANSLATE_NOOP(
         "Error", "A message was changed on its way, came twice, was not encrypted, or the sign-in did not "
                  "follow the protocol. It was not used."),
     QT_TRANSLATE_NOOP(
         "Error", "Refresh. If it stays, look for proxies and security software in between, and use HTTPS.")},
    {ErrorCode::ProtocolViolation, Layer::Tls, QT_TRANSLATE_NOOP("Error", "No secure connection to %1"),
     QT_TRANSLATE_NOOP("Error", "Something answers at this port, but it does not speak HTTPS as expected."),
     QT_TRANSLATE_NOOP("Error", "Check the port: 5986 is the usual one for HTTPS, 5985 for HTTP.")},
    {ErrorCode::ProtocolViolation, Layer::Http, QT_TRANSLATE_NOOP("Error", "%1 is not a WinRM service"),
     QT_TRANSLATE_NOOP("Error",
                       "Something answers at this address, but not as Windows remote management does."),
     QT_TRANSLATE_NOOP("Error", "Check address and port, and whether a proxy stands in between.")},
    {ErrorCode::ProtocolViolation, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "The answer of %1 broke off or is damaged"),
     QT_TRANSLATE_NOOP(
         "Error", "The server began to answer, but the answer ended too early, was changed on its way, or "
                  "contradicts the protocol. It was not used. The details say how far it came."),
     QT_TRANSLATE_NOOP(
         "Error", "Refresh. If it stays, check on the server whether it or its WinRM service is restarting "
                  "(Get-WinEvent -LogName Microsoft-Windows-WinRM/Operational), look for proxies and "
                  "security software in between, and use HTTPS.")},
    {ErrorCode::LimitExceeded, std::nullopt, QT_TRANSLATE_NOOP("Error", "The answer of %1 is too large"),
     QT_TRANSLATE_NOOP("Error",
                       "The answer exceeds a safety limit of this program and was not read to its end."),
     QT_TRANSLATE_NOOP("Error",
                       "Copy the details and report them; such an answer is not expected from a server.")},
    {ErrorCode::QuotaExceeded, std::nullopt, QT_TRANSLATE_NOOP("Error", "A quota of %1 is used up"),
     QT_TRANSLATE_NOOP("Error",
                       "The server limits the size of answers or the number of operations per user."),
     QT_TRANSLATE_NOOP(
         "Error", "Try again later, or raise the quota on the server, for example winrm set winrm/config "
                  "@{MaxEnvelopeSizekb=\"2048\"}.")},
    {ErrorCode::NotFound, Layer::Job, QT_TRANSLATE_NOOP("Error", "The job on %1 is gone"),
     QT_TRANSLATE_NOOP("Error", "The server removes finished jobs after some minutes."),
     QT_TRANSLATE_NOOP("Error", "Refresh to see its result.")},
    {ErrorCode::NotFound, Layer::Connect, QT_TRANSLATE_NOOP("Error", "%1 is not in the list of servers"),
     QT_TRANSLATE_NOOP("Error",
                       "Neither is it named there itself, nor by its cluster. Nothing was asked of it."),
     QT_TRANSLATE_NOOP("Error", "Add it to the list, or name it with --server, and try again.")},
    {ErrorCode::NotFound, Layer::Local, QT_TRANSLATE_NOOP("Error", "%1 does not exist"),
     QT_TRANSLATE_NOOP("Error", "The file or folder was not found on this computer."),
     QT_TRANSLATE_NOOP("Error", "Check the path.")},
    {ErrorCode::NotFound, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not find the object"),
     QT_TRANSLATE_NOOP("Error", "It was removed, renamed or moved to another server in the meantime."),
     QT_TRANSLATE_NOOP("Error", "Refresh and try again.")},
    {ErrorCode::InvalidNamespace, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 does not offer this WMI namespace"),
     QT_TRANSLATE_NOOP("Error",
                       "A missing root\\virtualization\\v2 means that the Hyper-V role is not installed; a "
                       "missing root\\MSCluster means that the server is in no cluster."),
     QT_TRANSLATE_NOOP("Error", "Install the Hyper-V role on the server: Install-WindowsFeature Hyper-V "
                                "-IncludeManagementTools -Restart.")},
    {ErrorCode::InvalidClass, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not know this WMI class"),
     QT_TRANSLATE_NOOP("Error", "The server's version of Windows is older than the function asked for."),
     QT_TRANSLATE_NOOP("Error", "GPU partitions need Windows Server 2025 for everything, 2022 for a part.")},
    {ErrorCode::InvalidQuery, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not accept the query"),
     QT_TRANSLATE_NOOP("Error",
                       "A property that was asked for does not exist on the server, or the query is wrong."),
     QT_TRANSLATE_NOOP("Error",
                       "Copy the details and report them together with the server's version of Windows.")},
    {ErrorCode::InvalidArgument, Layer::Local, QT_TRANSLATE_NOOP("Error", "%1 is not usable as given"),
     QT_TRANSLATE_NOOP("Error", "A value of a setting or a file has the wrong form."),
     QT_TRANSLATE_NOOP("Error", "See the details for what is wrong, and correct it.")},
    {ErrorCode::InvalidArgument, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not accept a value"),
     QT_TRANSLATE_NOOP("Error",
                       "The server calls a value invalid; Hyper-V gives this answer for many causes."),
     QT_TRANSLATE_NOOP("Error", "Refresh, compare the value with what the GPU allows, and try again.")},
    {ErrorCode::InvalidState, Layer::Local,
     QT_TRANSLATE_NOOP("Error", "This cannot be done with the change as it stands now"),
     QT_TRANSLATE_NOOP("Error", "It has ended, was begun before, or is under way."),
     QT_TRANSLATE_NOOP("Error", "See the Activity tab (or \"hvgpu activity\") for where it stands.")},
    {ErrorCode::InvalidState, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "%1 cannot do this in the present state"),
     QT_TRANSLATE_NOOP("Error",
                       "The virtual machine or the device is in a state that does not allow the change; many "
                       "changes need a virtual machine that is off, not saved."),
     QT_TRANSLATE_NOOP("Error", "Turn off the virtual machine and try again.")},
    {ErrorCode::InUse, Layer::Local, QT_TRANSLATE_NOOP("Error", "Another process is working on this change"),
     QT_TRANSLATE_NOOP(
         "Error", "It holds the record of this change: a console or an hvgpu that runs on this computer."),
     QT_TRANSLATE_NOOP("Error",
                       "Wait until it has ended, or end it, and try again; the change can be gone on with or "
                       "put back then.")},
    {ErrorCode::InUse, std::nullopt, QT_TRANSLATE_NOOP("Error", "The object is in use on %1"),
     QT_TRANSLATE_NOOP("Error", "A virtual machine or another operation holds it."),
     QT_TRANSLATE_NOOP("Error",
                       "Stop what uses it, for example the virtual machines with partitions of the GPU, and "
                       "try again.")},
    {ErrorCode::ReadOnly, Layer::Local, QT_TRANSLATE_NOOP("Error", "Nothing is changed in read-only mode"),
     QT_TRANSLATE_NOOP("Error", "This program was started, or set, to show only."),
     QT_TRANSLATE_NOOP("Error", "Start it without --read-only, or switch the mode off in the settings.")},
    {ErrorCode::ReadOnly, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not let this value be changed"),
     QT_TRANSLATE_NOOP("Error", "The property is read-only on this server."),
     QT_TRANSLATE_NOOP("Error", "Check that the GPU's driver supports changing it.")},
    {ErrorCode::Unsupported, Layer::Auth,
     QT_TRANSLATE_NOOP("Error", "This way to sign in to %1 is not available"),
     QT_TRANSLATE_NOOP("Error",
                       "The server does not offer it or does not allow it, or this computer lacks what it "
                       "needs."),
     QT_TRANSLATE_NOOP(
         "Error",
         "See the details for what the server offers. On Linux Kerberos and NTLM need the packages"
         " libgssapi-krb5-2 and gss-ntlmssp. Where NTLM is not allowed, use Kerberos: the full name of "
         "the server, and user@domain.example. On the server: winrm get winrm/config/service/auth. The "
         "connection test gives the command for the way that was chosen.")},
    {ErrorCode::Unsupported, Layer::Http, QT_TRANSLATE_NOOP("Error", "%1 has no WinRM service at this port"),
     QT_TRANSLATE_NOOP(
         "Error", "A web server answers there, but it knows no /wsman (HTTP 404): it is another service, or "
                  "WinRM listens elsewhere."),
     QT_TRANSLATE_NOOP(
         "Error",
         "Check address and port: 5985 is the usual one for HTTP, 5986 for HTTPS. On the server "
         "\"winrm enumerate winrm/config/listener\" shows where WinRM listens; without a listener run "
         "\"winrm quickconfig\".")},
    {ErrorCode::Unsupported, Layer::Connect,
     QT_TRANSLATE_NOOP("Error", "%1: native WMI exists on Windows only"),
     QT_TRANSLATE_NOOP(
         "Error", "Reading this computer directly (--local) and DCOM are parts of Windows. From here servers "
                  "are reached by WS-Management (WinRM)."),
     QT_TRANSLATE_NOOP(
         "Error", "Choose WS-Management as the connection of this server; on the command line give --server "
                  "NAME without --local and --transport dcom.")},
    {ErrorCode::Unsupported, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 does not support this"),
     QT_TRANSLATE_NOOP("Error", "The server's version of Windows, its driver or its configuration lacks the "
                                "function."),
     QT_TRANSLATE_NOOP("Error", "Check the version of Windows and the GPU's driver on the server.")},
    {ErrorCode::ShuttingDown, std::nullopt, QT_TRANSLATE_NOOP("Error", "Hyper-V on %1 is restarting"),
     QT_TRANSLATE_NOOP("Error", "The virtual machine management service is shutting down or starting."),
     QT_TRANSLATE_NOOP("Error", "Wait a moment and refresh; virtual machines keep running meanwhile.")},
    {ErrorCode::Conflict, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 has changed meanwhile"),
     QT_TRANSLATE_NOOP(
         "Error", "What is there now is not what this was planned for, or the server reported success and "
                  "nothing changed. Another administrator or the cluster may have been faster."),
     QT_TRANSLATE_NOOP("Error", "Refresh, look at the present state and plan again.")},
    {ErrorCode::JobFailed, std::nullopt, QT_TRANSLATE_NOOP("Error", "A job on %1 failed"),
     QT_TRANSLATE_NOOP("Error",
                       "The server started the work and could not finish it; its own words are in the "
                       "details."),
     QT_TRANSLATE_NOOP("Error", "Correct the cause that the server names and try again.")},
    {ErrorCode::Indeterminate, std::nullopt,
     QT_TRANSLATE_NOOP("Error", "It is not known whether %1 made the change"),
     QT_TRANSLATE_NOOP("Error",
                       "The request was sent, but the answer was lost. The change may or may not have "
                       "happened."),
     QT_TRANSLATE_NOOP("Error", "Refresh and look at the present value before you try again.")},
    {ErrorCode::Io, std::nullopt, QT_TRANSLATE_NOOP("Error", "%1 cannot be read or written"),
     QT_TRANSLATE_NOOP("Error",
                       "The file system of this computer reported an error; the reason is in the details. An "
                       "existing file was not changed."),
     QT_TRANSLATE_NOOP("Error",
                       "Check that the folder exists, that you may write there, and that the disk is not "
                       "full.")},
    {ErrorCode::Internal, std::nullopt, QT_TRANSLATE_NOOP("Error", "Unexpected error with %1"),
     QT_TRANSLATE_NOOP("Error", "This program met a case that it does not know."),
     QT_TRANSLATE_NOOP("Error", "Copy the details and report them.")},
};

} // namespace

const ErrorWords& errorWords(base::ErrorCode code, base::Layer layer)
{
    const auto* const found = std::ranges::find_if(table, [code, layer](const ErrorWords& entry) {
        return entry.code == code && (!entry.layer || entry.layer == layer);
    });
    return found != std::end(table) ? *found : *std::prev(std::end(table));
}

} // namespace hvgpu::text
