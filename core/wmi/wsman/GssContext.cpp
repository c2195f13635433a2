#include "core/wmi/wsman/GssContext.h"

#include "core/wmi/wsman/GssErrors.h"
#include "core/wmi/wsman/GssService.h"
#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::gss {
namespace {

constexpr OM_uint32 Wanted =
    GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;
constexpr qsizetype NtlmSignature = 16;

/// Buffers of gss_wrap_iov that the library allocates.
class Vector
{
public:
    explicit Vector(QByteArray& data)
    {
        m_buffers[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
        m_buffers[1].type = GSS_IOV_BUFFER_TYPE_DATA;
        m_buffers[1].buffer = {static_cast<std::size_t>(data.size()), data.data()};
        m_buffers[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    }
    Vector(const Vector&) = delete;
    Vector& operator=(const Vector&) = delete;
    ~Vector()
    {
        OM_uint32 minor = 0;
        gss_release_iov_buffer(&minor, m_buffers.data(), size());
    }
    [[nodiscard]] gss_iov_buffer_desc* data() noexcept { return m_buffers.data(); }
    [[nodiscard]] static int size() noexcept { return 3; }
    [[nodiscard]] QByteArrayView at(std::size_t i) const
    {
        const gss_buffer_desc& buffer = m_buffers.at(i).buffer;
        return {static_cast<const char*>(buffer.value), static_cast<qsizetype>(buffer.length)};
    }

private:
    std::array<gss_iov_buffer_desc, 3> m_buffers{};
};

} // namespace

ClientContext::ClientContext(Credential credential, ContextOptions options)
    : m_credential(std::move(credential))
    , m_options(std::move(options))
{}

gss_OID ClientContext::mechanism() const noexcept
{
    return m_options.raw ? kerberos() : spnego();
}

base::Result<AuthStep> ClientContext::step(const QByteArray& hostToken)
{
    OM_uint32 minor = 0;
    if (!m_target) {
        const auto name = m_options.package == Package::Kerberos ? kerberosService : ntlmService;
        base::Result<Name> target = name(m_options.serviceClass, m_options.host);
        if (!target)
            return base::fail(target.error());
        m_target = std::move(*target);
    }
    gss_channel_bindings_struct binding{};
    binding.application_data = input(m_options.channelBinding);
    gss_buffer_desc token = input(hostToken);
    Buffer answer;
    OM_uint32 flags = 0;
    OM_uint32 lifetime = GSS_C_INDEFINITE;
    const OM_uint32 major = gss_init_sec_context(
        &minor, m_credential.get(), m_context.out(), m_target.get(), mechanism(), Wanted, 0,
        m_options.channelBinding.isEmpty() ? GSS_C_NO_CHANNEL_BINDINGS : &binding,
        hostToken.isEmpty() ? GSS_C_NO_BUFFER : &token, nullptr, answer.out(), &flags, &lifetime);
    if (GSS_ERROR(major)) {
        return base::fail(error(major, minor,
                                {u"signing in to %1/%2 with %3"_s.arg(m_options.serviceClass, m_options.host,
                                                                      packageName(m_options.package)),
                                 mechanism()}));
    }
    m_complete = (major & GSS_S_CONTINUE_NEEDED) == 0;
    if (m_complete) {
        if (base::Result<void> kept = checkPromises(flags); !kept)
            return base::fail(kept.error());
        rememberLifetime(lifetime);
    }
    return AuthStep{answer.bytes(), m_complete};
}

base::Result<void> ClientContext::checkPromises(OM_uint32 flags) const
{
    const bool isKerberos = m_options.package == Package::Kerberos;
    if (isKerberos && (flags & GSS_C_MUTUAL_FLAG) == 0) {
        return base::fail(
            makeError(base::Layer::Auth, base::ErrorCode::Untrusted, u"the host did not prove who it is"_s));
    }
    if ((flags & GSS_C_CONF_FLAG) == 0 || (flags & GSS_C_INTEG_FLAG) == 0) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                    u"the host does not agree to encrypt messages"_s));
    }
    return {};
}

// A little before its end, so that no message is sent in vain: whole seconds are up to one too many.
void ClientContext::rememberLifetime(OM_uint32 seconds)
{
    if (seconds == GSS_C_INDEFINITE)
        return;
    const std::chrono::seconds life(seconds);
    m_end = std::chrono::steady_clock::now() + life -
            std::clamp<std::chrono::seconds>(life / 10, std::chrono::seconds(1), std::chrono::seconds(60));
}

bool ClientContext::hasExpired() const noexcept
{
    return std::chrono::steady_clock::now() >= m_end;
}

base::Result<SealedMessage> ClientContext::seal(const QByteArray& plain)
{
    if (!m_complete)
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::Internal, u"not signed in"_s));
    return m_options.package == Package::Kerberos ? sealByVector(plain) : sealAndSplit(plain);
}

// Windows wants the whole checksum in front of the ciphertext; without a trailer buffer that is where the
// library puts it (wsman.md 4.4).
base::Result<SealedMessage> ClientContext::sealByVector(const QByteArray& plain)
{
    SealedMessage message;
    message.data = QByteArray(plain.constData(), plain.size());
    Vector vector(message.data);
    OM_uint32 minor = 0;
    int encrypted = 0;
    const OM_uint32 major = gss_wrap_iov(&minor, m_context.get(), 1, GSS_C_QOP_DEFAULT, &encrypted,
                                         vector.data(), Vector::size());
    if (major != GSS_S_COMPLETE || encrypted == 0)
        return base::fail(error(major, minor, {u"encrypting a message"_s, mechanism()}));
    message.signature = vector.at(0).toByteArray();
    message.data.append(vector.at(2).data(), vector.at(2).size());
    message.plainLength = message.data.size();
    return message;
}

base::Result<SealedMessage> ClientContext::sealAndSplit(const QByteArray& plain)
{
    gss_buffer_desc in = input(plain);
    Buffer sealed;
    OM_uint32 minor = 0;
    int encrypted = 0;
    const OM_uint32 major =
        gss_wrap(&minor, m_context.get(), 1, GSS_C_QOP_DEFAULT, &in, &encrypted, sealed.out());
    if (major != GSS_S_COMPLETE || encrypted == 0 || sealed.view().size() < NtlmSignature)
        return base::fail(error(major, minor, {u"encrypting a message"_s, mechanism()}));
    return SealedMessage{sealed.view().first(NtlmSignature).toByteArray(),
                         sealed.view().sliced(NtlmSignature).toByteArray(), plain.size()};
}

base::Result<QByteArray> ClientContext::unseal(QByteArrayView signature, QByteArrayView data)
{
    // gss-ntlmssp does not look whether a signature is there at all.
    const bool tooShort = signature.size() < NtlmSignature ||
                          (m_options.package == Package::Ntlm && signature.size() != NtlmSignature);
    if (!m_complete || tooShort) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                    u"an encrypted message has no signature"_s));
    }
    QByteArray sealed;
    sealed.reserve(signature.size() + data.size());
    sealed.append(signature.data(), signature.size()).append(data.data(), data.size());
    gss_buffer_desc in = input(sealed);
    Buffer plain;
    OM_uint32 minor = 0;
    int encrypted = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_context.get(), &in, plain.out(), &encrypted, nullptr);
    // Not only errors count: a message seen before, or out of order, comes with a word of warning only.
    if (major == GSS_S_COMPLETE && encrypted != 0)
        return plain.bytes();
    base::Error failed = error(major, minor, {u"decrypting the answer"_s, mechanism()});
    failed.code = base::ErrorCode::ProtocolViolation;
    return base::fail(std::move(failed));
}

} // namespace hvgpu::wsman::gss
