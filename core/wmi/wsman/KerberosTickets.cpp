#include "core/wmi/wsman/KerberosTickets.h"

#include "core/wmi/wsman/GssErrors.h"

#include <krb5.h>

#include <ctime>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr std::time_t Soon = 120;

} // namespace

/// The Kerberos library's objects, released in the right order.
class KerberosTickets::Library
{
public:
    Library() = default;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library()
    {
        if (context == nullptr)
            return;
        krb5_free_principal(context, principal);
        if (cache != nullptr)
            krb5_cc_destroy(context, cache);
        krb5_free_context(context);
    }

    [[nodiscard]] krb5_error_code obtain(const QByteArray& name, const base::Secret& password)
    {
        krb5_error_code code = krb5_parse_name(context, name.constData(), &principal);
        if (code == 0)
            code = krb5_cc_new_unique(context, "MEMORY", nullptr, &cache);
        krb5_get_init_creds_opt* options = nullptr;
        if (code == 0)
            code = krb5_get_init_creds_opt_alloc(context, &options);
        if (code == 0)
            code = krb5_get_init_creds_opt_set_out_ccache(context, options, cache);
        krb5_creds tickets{};
        if (code == 0) {
            // Without a prompter nobody is asked; an expired password is an error then.
            code = krb5_get_init_creds_password(context, &tickets, principal, password.reveal().constData(),
                                                nullptr, nullptr, 0, nullptr, options);
        }
        if (code == 0) {
            end = tickets.times.endtime;
            krb5_free_cred_contents(context, &tickets);
        }
        krb5_get_init_creds_opt_free(context, options);
        return code;
    }

    krb5_context context = nullptr;
    krb5_principal principal = nullptr;
    krb5_ccache cache = nullptr;
    std::time_t end = 0;
};

KerberosTickets::KerberosTickets(std::unique_ptr<Library> library)
    : m_library(std::move(library))
{}

KerberosTickets::~KerberosTickets() = default;

base::Result<std::shared_ptr<const KerberosTickets>> KerberosTickets::byPassword(const QString& principal,
                                                                                 const base::Secret& password)
{
    auto library = std::make_unique<Library>();
    krb5_error_code code = krb5_init_context(&library->context);
    if (code == 0)
        code = library->obtain(principal.toUtf8(), password);
    if (code != 0) {
        const char* const words = krb5_get_error_message(library->context, code);
        base::Error error =
            gss::kerberosError(code, u"signing in as %1"_s.arg(principal), QString::fromUtf8(words));
        krb5_free_error_message(library->context, words);
        return base::fail(std::move(error));
    }
    return std::shared_ptr<const KerberosTickets>(new KerberosTickets(std::move(library)));
}

QByteArray KerberosTickets::cacheName() const
{
    char* name = nullptr;
    if (krb5_cc_get_full_name(m_library->context, m_library->cache, &name) != 0)
        return {};
    QByteArray copy(name);
    krb5_free_string(m_library->context, name);
    return copy;
}

bool KerberosTickets::runsOutSoon() const
{
    return m_library->end - std::time(nullptr) < Soon;
}

QString defaultRealm()
{
    krb5_context context = nullptr;
    if (krb5_init_context(&context) != 0)
        return {};
    char* realm = nullptr;
    QString text;
    if (krb5_get_default_realm(context, &realm) == 0) {
        text = QString::fromUtf8(realm);
        krb5_free_default_realm(context, realm);
    }
    krb5_free_context(context);
    return text;
}

} // namespace hvgpu::wsman
