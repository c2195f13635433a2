#include "core/simulation/endpoint/SecurityAcceptor.h"

#include "core/base/Log.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <array>
#include <cstring>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ntlmSignature = 16;

gss_OID_desc oid(const char* bytes)
{
    return {static_cast<OM_uint32>(std::strlen(bytes)), const_cast<char*>(bytes)};
}

gss_buffer_desc bufferOf(const QByteArray& bytes)
{
    return {static_cast<std::size_t>(bytes.size()), const_cast<char*>(bytes.constData())};
}

QByteArray taken(gss_buffer_desc& buffer)
{
    QByteArray bytes(static_cast<const char*>(buffer.value), static_cast<qsizetype>(buffer.length));
    OM_uint32 minor = 0;
    gss_release_buffer(&minor, &buffer);
    return bytes;
}

QString words(OM_uint32 code, int kind)
{
    gss_buffer_desc text{};
    OM_uint32 minor = 0;
    OM_uint32 more = 0;
    gss_display_status(&minor, code, kind, GSS_C_NO_OID, &more, &text);
    return QString::fromUtf8(taken(text));
}

class GssAcceptor final : public SecurityAcceptor
{
public:
    GssAcceptor(const SignInRules& rules, bool isNtlm)
        : m_binding(rules.tls ? rules.channelBinding : QByteArray())
        , m_isNtlm(isNtlm)
    {}
    ~GssAcceptor() override
    {
        OM_uint32 minor = 0;
        gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
        gss_release_cred(&minor, &m_credential);
    }

    [[nodiscard]] bool acquire(const SignInRules& rules, const QString& computerName);
    Reply accept(const QByteArray& token) override;
    [[nodiscard]] bool isBound() const override { return (m_flags & GSS_C_CHANNEL_BOUND_FLAG) != 0; }
    Sealed seal(const QByteArray& plain) override;
    std::optional<QByteArray> unseal(const Sealed& message) override;

private:
    Sealed sealByVector(const QByteArray& plain);

    QByteArray m_binding;
    bool m_isNtlm;
    gss_cred_id_t m_credential = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    OM_uint32 m_flags = 0;
};

bool GssAcceptor::acquire(const SignInRules& rules, const QString& computerName)
{
    gss_OID_desc spnego = oid("\x2b\x06\x01\x05\x05\x02");
    gss_OID_desc own = m_isNtlm ? oid("\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a")
                                : oid("\x2a\x86\x48\x86\xf7\x12\x01\x02\x02");
    // Clients send SPNEGO or the bare mechanism; the credential has to know both.
    std::array<gss_OID_desc, 2> both{spnego, own};
    gss_OID_set_desc mechanisms{both.size(), both.data()};
    const QByteArray file = (m_isNtlm ? rules.ntlmUserFile : rules.keytabFile).toLocal8Bit();
    gss_key_value_element_desc element{m_isNtlm ? "ntlmssp_keyfile" : "keytab", file.constData()};
    const gss_key_value_set_desc store{1, &element};
    OM_uint32 minor = 0;
    gss_name_t name = GSS_C_NO_NAME;
    if (m_isNtlm) { // gss-ntlmssp reads the file for a named server only; a service would go into the
                    // challenge
        const QByteArray service = '@' + computerName.toUtf8();
        gss_buffer_desc text = bufferOf(service);
        gss_import_name(&minor, &text, GSS_C_NT_HOSTBASED_SERVICE, &name);
    }
    const OM_uint32 major = gss_acquire_cred_from(&minor, name, GSS_C_INDEFINITE, &mechanisms, GSS_C_ACCEPT,
                                                  &store, &m_credential, nullptr, nullptr);
    OM_uint32 ignored = 0;
    gss_release_name(&ignored, &name);
    if (major != GSS_S_COMPLETE) {
        base::log::warning(u"endpoint: no service credential: %1 %2"_s.arg(words(major, GSS_C_GSS_CODE),
                                                                           words(minor, GSS_C_MECH_CODE)));
        return false;
    }
    gss_OID_set_desc only{1, &own};
    gss_set_neg_mechs(&minor, m_credential, &only);
    return true;
}

SecurityAcceptor::Reply GssAcceptor::accept(const QByteArray& token)
{
    gss_buffer_desc in = bufferOf(token);
    gss_buffer_desc out{};
    gss_channel_bindings_struct binding{};
    binding.application_data = bufferOf(m_binding);
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_accept_sec_context(&minor, &m_context, m_credential, &in,
                                                   m_binding.isEmpty() ? GSS_C_NO_CHANNEL_BINDINGS : &binding,
                                                   nullptr, nullptr, &out, &m_flags, nullptr, nullptr);
    Reply reply;
    reply.token = taken(out);
    reply.refused = GSS_ERROR(major) != 0;
    reply.complete = major == GSS_S_COMPLETE;
    if (reply.refused) {
        base::log::warning(u"endpoint: sign-in refused: %1 %2"_s.arg(words(major, GSS_C_GSS_CODE),
                                                                     words(minor, GSS_C_MECH_CODE)));
    }
    return reply;
}

SecurityAcceptor::Sealed GssAcceptor::seal(const QByteArray& plain)
{
    if (!m_isNtlm)
        return sealByVector(plain);
    gss_buffer_desc in = bufferOf(plain);
    gss_buffer_desc out{};
    OM_uint32 minor = 0;
    gss_wrap(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &in, nullptr, &out);
    const QByteArray sealed = taken(out);
    return {sealed.left(ntlmSignature), sealed.mid(ntlmSignature)};
}

SecurityAcceptor::Sealed GssAcceptor::sealByVector(const QByteArray& plain)
{
    Sealed sealed;
    sealed.data = QByteArray(plain.constData(), plain.size());
    std::array<gss_iov_buffer_desc, 3> vector{};
    vector[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    vector[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    vector[1].buffer = bufferOf(sealed.data);
    vector[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    OM_uint32 minor = 0;
    gss_wrap_iov(&minor, m_context, 1, GSS_C_QOP_DEFAULT, nullptr, vector.data(), vector.size());
    const gss_buffer_desc& header = vector[0].buffer;
    const gss_buffer_desc& padding = vector[2].buffer;
    sealed.signature.append(static_cast<const char*>(header.value), static_cast<qsizetype>(header.length));
    sealed.data.append(static_cast<const char*>(padding.value), static_cast<qsizetype>(padding.length));
    gss_release_iov_buffer(&minor, vector.data(), vector.size());
    return sealed;
}

std::optional<QByteArray> GssAcceptor::unseal(const Sealed& message)
{
    if (message.signature.size() < ntlmSignature)
        return std::nullopt;
    const QByteArray whole = message.signature + message.data;
    gss_buffer_desc in = bufferOf(whole);
    gss_buffer_desc out{};
    OM_uint32 minor = 0;
    int encrypted = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_context, &in, &out, &encrypted, nullptr);
    QByteArray plain = taken(out);
    if (major != GSS_S_COMPLETE || encrypted == 0)
        return std::nullopt;
    return plain;
}

} // namespace

std::unique_ptr<SecurityAcceptor> makeSecurityAcceptor(const SignInRules& rules, const QString& computerName,
                                                       const QByteArray& firstToken)
{
    const bool speaksNtlm = firstToken.contains("NTLMSSP");
    const bool isNtlm = speaksNtlm || rules.keytabFile.isEmpty();
    if ((isNtlm ? rules.ntlmUserFile : rules.keytabFile).isEmpty())
        return nullptr;
    auto acceptor = std::make_unique<GssAcceptor>(rules, isNtlm);
    if (!acceptor->acquire(rules, computerName))
        return nullptr;
    return acceptor;
}

} // namespace hvgpu::simulation
