#include "core/wmi/wsman/SspiMechanism.h"

#include "core/wmi/SignInName.h"
#include "core/wmi/SignInStatus.h"
#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::sspi {
namespace {

constexpr unsigned long Wanted = ISC_REQ_MUTUAL_AUTH | ISC_REQ_REPLAY_DETECT | ISC_REQ_SEQUENCE_DETECT |
                                 ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY | ISC_REQ_ALLOCATE_MEMORY;
constexpr qsizetype ShortestSignature = 16;

QString packageFor(wmi::Authentication authentication)
{
    switch (authentication) {
    case wmi::Authentication::Kerberos:
        return u"Kerberos"_s;
    case wmi::Authentication::Ntlm:
        return u"NTLM"_s;
    default:
        return u"Negotiate"_s;
    }
}

/// SSPI takes everything without const; it writes only to what it says.
SecBuffer buffer(unsigned long type, const QByteArray& bytes)
{
    return {static_cast<unsigned long>(bytes.size()), type, const_cast<char*>(bytes.constData())};
}

template <std::size_t N>
SecBufferDesc list(std::array<SecBuffer, N>& buffers, std::size_t used = N)
{
    return {SECBUFFER_VERSION, static_cast<unsigned long>(used), buffers.data()};
}

/// The structure in front of the application's data, everything else of it zero.
QByteArray channelBindings(const QByteArray& data)
{
    if (data.isEmpty())
        return {};
    SEC_CHANNEL_BINDINGS head{};
    head.cbApplicationDataLength = static_cast<unsigned long>(data.size());
    head.dwApplicationDataOffset = sizeof(head);
    return QByteArray(reinterpret_cast<const char*>(&head), sizeof(head)) + data;
}

QString systemWords(SECURITY_STATUS status)
{
    wchar_t* text = nullptr;
    const DWORD length = FormatMessageW(
        FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
        static_cast<DWORD>(status), 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
    const QString words = QString::fromWCharArray(text, static_cast<qsizetype>(length)).trimmed();
    LocalFree(text);
    return words;
}

} // namespace

Mechanism::Mechanism(const wmi::ConnectionSettings& settings, const Functions& functions)
    : m_functions(functions)
    , m_authentication(settings.authentication)
    , m_host(settings.host)
    , m_service((settings.serviceClass + u'/' + settings.host).toStdWString())
    , m_identity(settings.user, settings.password)
    , m_credential(functions)
    , m_context(functions)
{}

QByteArray Mechanism::scheme() const
{
    return m_authentication == wmi::Authentication::Kerberos ? "Kerberos" : "Negotiate";
}

base::Error Mechanism::failed(SECURITY_STATUS status, const QString& doing) const
{
    const auto number = static_cast<std::uint32_t>(status);
    base::Error error = makeError(
        base::Layer::Auth, wmi::meaningOfSignInStatus(number).value_or(base::ErrorCode::Internal), doing);
    if (const QString words = systemWords(status); !words.isEmpty())
        error.detail += u": "_s + words;
    error.nativeCode = number;
    return error;
}

base::Result<void> Mechanism::acquire()
{
    if (m_credential.isValid())
        return {};
    const QString package = packageFor(m_authentication);
    std::wstring name = package.toStdWString();
    TimeStamp end{};
    const SECURITY_STATUS status =
        m_functions.AcquireCredentialsHandleW(nullptr, name.data(), SECPKG_CRED_OUTBOUND, nullptr,
                                              m_identity.get(), nullptr, nullptr, m_credential.get(), &end);
    if (status == SEC_E_OK)
        return {};
    SecInvalidateHandle(m_credential.get());
    return base::fail(failed(status, u"preparing to sign in with "_s + package));
}

base::Result<AuthStep> Mechanism::begin(const QByteArray& channelBinding, const TransferLimit& /*limit*/)
{
    m_context.reset();
    m_complete = false;
    m_package.clear();
    m_binding = channelBindings(channelBinding);
    if (m_authentication == wmi::Authentication::Kerberos && wmi::isAddress(m_host)) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ServiceUnknown,
                                    u"Kerberos needs the host's name; %1 is an address"_s.arg(m_host)));
    }
    if (auto acquired = acquire(); !acquired)
        return base::fail(acquired.error());
    return step({});
}

base::Result<AuthStep> Mechanism::proceed(const QByteArray& hostToken)
{
    if (m_complete) { // the host does not accept what it got; Internal: no word for that here
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::Internal,
                                    u"a token after the sign-in was complete"_s));
    }
    return step(hostToken);
}

base::Result<AuthStep> Mechanism::step(const QByteArray& hostToken)
{
    std::array<SecBuffer, 2> in{};
    std::size_t used = 0;
    if (!hostToken.isEmpty())
        in.at(used++) = buffer(SECBUFFER_TOKEN, hostToken);
    if (!m_binding.isEmpty())
        in.at(used++) = buffer(SECBUFFER_CHANNEL_BINDINGS, m_binding);
    SecBufferDesc input = list(in, used);
    std::array<SecBuffer, 1> out{buffer(SECBUFFER_TOKEN, {})};
    out[0].pvBuffer = nullptr;
    SecBufferDesc output = list(out);
    unsigned long promised = 0;
    TimeStamp end{};
    const bool first = !m_context.isValid();
    SecHandle made{};
    SecInvalidateHandle(&made);
    SECURITY_STATUS status = m_functions.InitializeSecurityContextW(
        m_credential.get(), first ? nullptr : m_context.get(), m_service.data(), Wanted, 0,
        SECURITY_NETWORK_DREP, used == 0 ? nullptr : &input, 0, first ? &made : m_context.get(), &output,
        &promised, &end);
    if (first && SecIsValidHandle(&made) && (status == SEC_E_OK || status > 0))
        *m_context.get() = made;
    if (status == SEC_I_COMPLETE_NEEDED || status == SEC_I_COMPLETE_AND_CONTINUE) {
        const SECURITY_STATUS completed = m_functions.CompleteAuthToken(m_context.get(), &output);
        status = completed != SEC_E_OK                   ? completed
                 : status == SEC_I_COMPLETE_AND_CONTINUE ? SEC_I_CONTINUE_NEEDED
                                                         : SEC_E_OK;
    }
    QByteArray token(static_cast<const char*>(out[0].pvBuffer), static_cast<qsizetype>(out[0].cbBuffer));
    if (out[0].pvBuffer != nullptr)
        m_functions.FreeContextBuffer(out[0].pvBuffer);
    if (status != SEC_E_OK && status != SEC_I_CONTINUE_NEEDED) {
        return base::fail(failed(status, u"signing in to %1 with %2"_s.arg(QString::fromStdWString(m_service),
                                                                           packageFor(m_authentication))));
    }
    m_complete = status == SEC_E_OK;
    if (m_complete) {
        rememberEnd(end);
        if (auto done = finish(promised); !done)
            return base::fail(done.error());
    } else {
        readPackage();
    }
    return AuthStep{token, m_complete};
}

base::Result<void> Mechanism::finish(unsigned long promised)
{
    readPackage();
    if (m_package == "Kerberos"_L1 && (promised & ISC_RET_MUTUAL_AUTH) == 0) {
        return base::fail(
            makeError(base::Layer::Auth, base::ErrorCode::Untrusted, u"the host did not prove who it is"_s));
    }
    if ((promised & ISC_RET_CONFIDENTIALITY) == 0 || (promised & ISC_RET_INTEGRITY) == 0) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                    u"the host does not agree to encrypt messages"_s));
    }
    const SECURITY_STATUS status =
        m_functions.QueryContextAttributesW(m_context.get(), SECPKG_ATTR_SIZES, &m_sizes);
    if (status != SEC_E_OK)
        return base::fail(failed(status, u"asking for the sizes of messages"_s));
    return {};
}

void Mechanism::readPackage()
{
    SecPkgContext_NegotiationInfoW info{};
    const SECURITY_STATUS status =
        m_functions.QueryContextAttributesW(m_context.get(), SECPKG_ATTR_NEGOTIATION_INFO, &info);
    if (status == SEC_E_OK && info.PackageInfo != nullptr) {
        m_package = QString::fromWCharArray(info.PackageInfo->Name);
        m_functions.FreeContextBuffer(info.PackageInfo);
    }
    // Negotiate names itself until it has decided.
    if (m_package.isEmpty())
        m_package = packageFor(m_authentication);
}

// A little before its end, so that no message is sent in vain. SSPI counts in local time.
void Mechanism::rememberEnd(const TimeStamp& end)
{
    constexpr std::int64_t ticksPerSecond = 10'000'000;
    m_end = std::chrono::steady_clock::time_point::max();
    FILETIME utc{};
    FILETIME local{};
    GetSystemTimeAsFileTime(&utc);
    if (FileTimeToLocalFileTime(&utc, &local) == 0)
        return;
    const std::int64_t now = (static_cast<std::int64_t>(local.dwHighDateTime) << 32) |
                             static_cast<std::int64_t>(local.dwLowDateTime);
    const std::int64_t seconds = (end.QuadPart - now) / ticksPerSecond;
    constexpr std::int64_t longest = 10LL * 365 * 24 * 3600; // "for ever", and what a host leaves empty
    if (end.QuadPart <= 0 || seconds > longest)
        return;
    const std::chrono::seconds life(std::max<std::int64_t>(seconds, 0));
    m_end = std::chrono::steady_clock::now() + life -
            std::min<std::chrono::seconds>(life / 10, std::chrono::seconds(60));
}

bool Mechanism::hasExpired() const
{
    return !m_context.isValid() || std::chrono::steady_clock::now() >= m_end;
}

base::Result<SealedMessage> Mechanism::seal(const QByteArray& plain)
{
    if (!m_complete)
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::Internal, u"not signed in"_s));
    SealedMessage message;
    message.signature.resize(static_cast<qsizetype>(m_sizes.cbSecurityTrailer));
    message.data = QByteArray(plain.constData(), plain.size());
    QByteArray padding(static_cast<qsizetype>(m_sizes.cbBlockSize), '\0');
    std::array<SecBuffer, 3> buffers{buffer(SECBUFFER_TOKEN, message.signature),
                                     buffer(SECBUFFER_DATA, message.data),
                                     buffer(SECBUFFER_PADDING, padding)};
    SecBufferDesc all = list(buffers);
    const SECURITY_STATUS status = m_functions.EncryptMessage(m_context.get(), 0, &all, 0);
    if (status != SEC_E_OK)
        return base::fail(failed(status, u"encrypting a message"_s));
    message.signature.truncate(static_cast<qsizetype>(buffers[0].cbBuffer));
    message.data.append(padding.constData(), static_cast<qsizetype>(buffers[2].cbBuffer));
    message.plainLength = message.data.size();
    return message;
}

base::Result<QByteArray> Mechanism::unseal(QByteArrayView signature, QByteArrayView data)
{
    if (!m_complete || signature.size() < ShortestSignature) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                    u"an encrypted message has no signature"_s));
    }
    // Decrypted in place.
    const QByteArray token = signature.toByteArray();
    const QByteArray text = data.toByteArray();
    std::array<SecBuffer, 2> buffers{buffer(SECBUFFER_TOKEN, token), buffer(SECBUFFER_DATA, text)};
    SecBufferDesc all = list(buffers);
    unsigned long quality = 0;
    const SECURITY_STATUS status = m_functions.DecryptMessage(m_context.get(), &all, 0, &quality);
    if (status == SEC_E_OK && quality != SECQOP_WRAP_NO_ENCRYPT)
        return QByteArray(static_cast<const char*>(buffers[1].pvBuffer),
                          static_cast<qsizetype>(buffers[1].cbBuffer));
    base::Error error = failed(status, status == SEC_E_OK ? u"the answer is signed, but not encrypted"_s
                                                          : u"decrypting the answer"_s);
    error.code = base::ErrorCode::ProtocolViolation;
    return base::fail(std::move(error));
}

} // namespace hvgpu::wsman::sspi

namespace hvgpu::wsman {

std::unique_ptr<AuthMechanism> makeAuthMechanism(const wmi::ConnectionSettings& settings)
{
    const PSecurityFunctionTableW functions = InitSecurityInterfaceW();
    return functions != nullptr ? std::make_unique<sspi::Mechanism>(settings, *functions) : nullptr;
}

} // namespace hvgpu::wsman
