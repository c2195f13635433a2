#include "ui/dialogs/EntryProblems.h"

#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "ui/dialogs/ServerForm.h"

#include <QFileInfo>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using fleet::ServerEntry;
using Authentication = ServerEntry::Authentication;

namespace {

QString nameProblem(const ServerEntry& entry, const std::vector<ServerEntry>& existing)
{
    if (entry.name.isEmpty())
        return ServerForm::tr("Enter a name or an address.");
    const auto parsed = fleet::parseHostPort(entry.name, entry.port);
    if (!parsed || parsed->host != entry.name)
        return ServerForm::tr("This is not a host name or an IP address.");
    return fleet::isListed(entry, existing) ? ServerForm::tr("This is in the list already.") : QString();
}

QString certificateProblem(const ServerEntry& entry)
{
    if (!entry.https)
        return ServerForm::tr("A client certificate can be shown over HTTPS only.");
    if (entry.clientCertificate.isEmpty())
        return ServerForm::tr("Choose the file with the certificate and its key.");
    if (!fleet::takesCertificateFile(entry.clientCertificate))
        return ServerForm::tr("Windows takes PKCS #12 files only (.p12, .pfx).");
    return QFileInfo(entry.clientCertificate).isFile() ? QString() : ServerForm::tr("There is no such file.");
}

QString proxyWords(const QString& proxy)
{
    using fleet::ProxyProblem;
    const auto problem = fleet::proxyProblem(proxy);
    if (problem == ProxyProblem::Password)
        return ServerForm::tr("A password does not belong here: server lists are plain files.");
    if (problem == ProxyProblem::Kind)
        return ServerForm::tr("Only HTTP proxies can be used: http://proxy.example.com:3128");
    return problem ? ServerForm::tr("This is not the address of a proxy: http://proxy.example.com:3128")
                   : QString();
}

QString userWords(const QString& user)
{
    const auto problem = fleet::userProblem(user);
    if (problem == fleet::UserProblem::Password)
        return ServerForm::tr("Without the password, which has a field of its own.");
    return problem ? ServerForm::tr("No account has such a name: user@domain.example or DOMAIN\\user")
                   : QString();
}

bool isWindowsSignIn(Authentication way)
{
    return way == Authentication::Negotiate || way == Authentication::Kerberos || way == Authentication::Ntlm;
}

} // namespace

QHash<EntryField, QString> problemsOf(const ServerEntry& entry, const std::vector<ServerEntry>& existing)
{
    const bool dcom = entry.transport == ServerEntry::Transport::Dcom;
    const bool basic = entry.authentication == Authentication::Basic;
    QHash<EntryField, QString> problems;
    problems[EntryField::Name] = nameProblem(entry, existing);
    if (dcom && !isWindowsSignIn(entry.authentication))
        problems[EntryField::Authentication] =
            ServerForm::tr("DCOM signs in with Negotiate, Kerberos or NTLM.");
    problems[EntryField::User] = userWords(entry.user);
    if ((basic || (entry.authentication == Authentication::Ntlm && !dcom)) && entry.user.isEmpty())
        problems[EntryField::User] = ServerForm::tr("This way of signing in needs a user name.");
    if (!dcom && basic && !entry.https && !entry.allowInsecureBasic) {
        problems[EntryField::Insecure] = ServerForm::tr(
            "Without HTTPS the password would travel in the clear. Use HTTPS, or allow it here.");
    }
    if (!entry.caFile.isEmpty() && !QFileInfo(entry.caFile).isFile())
        problems[EntryField::CaFile] = ServerForm::tr("There is no such file.");
    if (!dcom && entry.authentication == Authentication::Certificate)
        problems[EntryField::ClientCertificate] = certificateProblem(entry);
    problems[EntryField::Proxy] = proxyWords(entry.proxy);
    return problems;
}

} // namespace hvgpu::ui
