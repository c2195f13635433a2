#include "core/text/RightsCommands.h"

using namespace Qt::StringLiterals;

namespace hvgpu::text::rights {
namespace {

const QString policies =
    u"-Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System' -Name "
    "LocalAccountTokenFilterPolicy"_s;

QString addMember(const QString& sid, const QString& account, const QString& name)
{
    return u"Add-LocalGroupMember -SID %1 -Member %2 # %3"_s.arg(sid, quoted(account), name);
}

} // namespace

QString quoted(QString text)
{
    // PowerShell takes each of these for an apostrophe.
    for (const char16_t mark : {u'\'', u'\u2018', u'\u2019', u'\u201A', u'\u201B'})
        text.replace(QChar(mark), QString(2, QChar(mark)));
    return u'\'' + text + u'\'';
}

QString allowRemoteManagement(const QString& account)
{
    return addMember(u"S-1-5-32-580"_s, account, u"Remote Management Users"_s);
}

QString allowDcom(const QString& account)
{
    return addMember(u"S-1-5-32-562"_s, account, u"Distributed COM Users"_s);
}

QString allowHyperV(const QString& account)
{
    return addMember(u"S-1-5-32-578"_s, account, u"Hyper-V Administrators"_s);
}

// The descriptor of a namespace is had and set in binary by its __SystemSecurity. 0x33: WBEM_ENABLE (1),
// WBEM_METHOD_EXECUTE (2), WBEM_WRITE_PROVIDER (0x10), WBEM_REMOTE_ACCESS (0x20).
QString allowNamespaces(const QString& account, const QStringList& namespaces)
{
    QStringList names;
    for (const QString& name : namespaces)
        names << quoted(name);
    return u"& { $ErrorActionPreference = 'Stop'; $sid = ([Security.Principal.NTAccount]%1).Translate("
           "[Security.Principal.SecurityIdentifier]); foreach ($n in %2) { "
           "$of = @{ Namespace = $n; ClassName = '__SystemSecurity' }; "
           "$sd = [Security.AccessControl.CommonSecurityDescriptor]::new($true, $false, "
           "[byte[]](Invoke-CimMethod @of -MethodName GetSD).SD, 0); "
           "$sd.DiscretionaryAcl.AddAccess('Allow', $sid, 0x33, 'ContainerInherit', 'None'); "
           "$new = [byte[]]::new($sd.BinaryLength); $sd.GetBinaryForm($new, 0); "
           "Invoke-CimMethod @of -MethodName SetSD -Arguments @{ SD = $new } } }"_s.arg(quoted(account),
                                                                                        names.join(", "_L1));
}

QString showAdministrators()
{
    return u"Get-LocalGroupMember -SID S-1-5-32-544 # Administrators"_s;
}

QString showTokenFilter()
{
    return u"Get-ItemProperty %1 -ErrorAction SilentlyContinue"_s.arg(policies);
}

QString switchTokenFilterOff()
{
    return u"New-ItemProperty %1 -PropertyType DWord -Value 1 -Force # for every local administrator, if the "
           u"account "
           "is one"_s.arg(policies);
}

} // namespace hvgpu::text::rights
