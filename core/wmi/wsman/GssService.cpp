#include "core/wmi/wsman/GssService.h"

#include "core/wmi/wsman/GssErrors.h"

#include <gssapi/gssapi_krb5.h>
#include <krb5.h>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::gss {
namespace {

QByteArray realmFor(const QByteArray& host)
{
    krb5_context context = nullptr;
    if (krb5_init_context(&context) != 0)
        return {};
    QByteArray realm;
    char** realms = nullptr;
    if (krb5_get_host_realm(context, host.constData(), &realms) == 0) {
        realm = realms[0];
        krb5_free_host_realm(context, realms);
    }
    krb5_free_context(context);
    return realm;
}

/// For a part of a principal's text.
QByteArray escaped(const QByteArray& text)
{
    QByteArray safe;
    for (const char c : text) {
        if (c == '/' || c == '@' || c == '\\')
            safe += '\\';
        safe += c;
    }
    return safe;
}

base::Result<Name> imported(QByteArrayView text, gss_OID kind, gss_OID mechanism)
{
    gss_buffer_desc buffer = input(text);
    Name name;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_import_name(&minor, &buffer, kind, name.out());
    if (major != GSS_S_COMPLETE)
        return base::fail(error(major, minor, {u"reading the host name"_s, mechanism}));
    return name;
}

} // namespace

QByteArray servicePrincipal(const QString& serviceClass, const QString& host)
{
    QByteArray name = host.toLower().toUtf8();
    if (name.endsWith('.'))
        name.chop(1);
    return escaped(serviceClass.toUtf8()) + '/' + escaped(name) + '@' + escaped(realmFor(name));
}

base::Result<Name> kerberosService(const QString& serviceClass, const QString& host)
{
    return imported(servicePrincipal(serviceClass, host), GSS_KRB5_NT_PRINCIPAL_NAME, kerberos());
}

base::Result<Name> ntlmService(const QString& serviceClass, const QString& host)
{
    return imported((serviceClass + u'@' + host).toUtf8(), GSS_C_NT_HOSTBASED_SERVICE, ntlm());
}

} // namespace hvgpu::wsman::gss
