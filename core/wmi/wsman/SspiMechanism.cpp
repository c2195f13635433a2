#include "core/wmi/wsman/SspiMechanism.h"

#include "core/wmi/SignInName.h"
#include "core/wmi/SignInStatus.h"
#include "core/wmi/wsman/Aside.h"
#include "core/wmi/wsman/KdcSilence.h"
#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace hvgpu::wsman::sspi {
namespace {

constexpr qsizetype ShortestSignature = 16;
const QString ntlm = u"NTLM"_s;

// Windows waits for ten seconds for a controller before it asks the next one.
constexpr milliseconds WithOther{15'000};
constexpr milliseconds WithoutOther{30'000};
/// A ticket that Windows has already is found within this.
constexpr milliseconds FromCache{500};
/// More of them at a time are not begun while the controllers are silent.
constexpr int MostLeftBehind = 16;

std::atomic<int> underWay = 0;

/// @p hasOther: there is another way to sign in, which needs its time.
milliseconds patience(const TransferLimit& limit, bool hasOther)
{
    return hasOther ? std::min(WithOther, limit.timeLeft / 2)
                    : std::min(WithoutOther, limit.timeLeft * 3 / 4);
}

/// Whose controllers are asked first, as far as the names tell: those of the user's domain.
QString realmOf(const wmi::ConnectionSettings& settings)
{
    const QString ofUser = wmi::SignInName::parse(settings.user).domain;
    const QString realm = ofUser.isEmpty() || ofUser == "."_L1 ? settings.host.section(u'.', 1) : ofUser;
    return realm.isEmpty() ? u"this computer's domain"_s : realm.toUpper();
}

bool foundNobody(const ExchangeStep& step)
{
    return wmi::meaningOfSignInStatus(static_cast<std::uint32_t>(step.status)) ==
           base::ErrorCode::RealmUnknown;
}

QString packageFor(wmi::Authentication authentication)
{
    switch (authentication) {
    case wmi::Authentication::Kerberos:
        return u"Kerberos"_s;
    case wmi::Authentication::Ntlm:
        return ntlm;
    default:
        return u"Negotiate"_s;
    }
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
    , m_settings(settings)
{}

QByteArray Mechanism::scheme() const
{
    return m_settings.authentication == wmi::Authentication::Kerberos ? "Kerberos" : "Negotiate";
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

base::Result<AuthStep> Mechanism::begin(const QByteArray& channelBinding, const TransferLimit& limit)
{
    m_complete = false;
    m_package.clear();
    m_whyNtlm.clear();
    m_stop = limit.stop;
    m_until = steady_clock::now() + limit.timeLeft;
    if (m_exchange)
        m_exchange->dropContext();
    if (m_settings.authentication == wmi::Authentication::Kerberos && wmi::isAddress(m_settings.host)) {
        return base::fail(
            makeError(base::Layer::Auth, base::ErrorCode::ServiceUnknown,
                      u"Kerberos needs the host's name; %1 is an address"_s.arg(m_settings.host)));
    }
    const QByteArray binding = channelBindings(channelBinding);
    const bool negotiates = m_settings.authentication == wmi::Authentication::Negotiate;
    auto step = beginWith(packageFor(m_settings.authentication), binding, patience(limit, negotiates));
    if (step || !m_noAnswer || !negotiates || limit.stop.stop_requested())
        return step;
    // As Windows does itself in the end: NTLM where nobody can be asked for a ticket.
    const QString why = step.error().detail;
    step = beginWith(ntlm, binding, std::chrono::duration_cast<milliseconds>(m_until - steady_clock::now()));
    if (step)
        m_whyNtlm = why;
    else
        step.error().detail = why + u"; "_s + step.error().detail;
    return step;
}

base::Result<AuthStep> Mechanism::beginWith(const QString& package, const QByteArray& binding,
                                            milliseconds patience)
{
    if (!m_exchange || m_exchange->package() != package)
        m_exchange = std::make_shared<Exchange>(m_settings, package, m_functions);
    return conclude(ask([binding](Exchange& exchange) { return exchange.begin(binding); }, patience));
}

base::Result<AuthStep> Mechanism::proceed(const QByteArray& hostToken)
{
    if (m_complete || !m_exchange) { // the host does not accept what it got; Internal: no word for that here
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::Internal,
                                    u"a token after the sign-in was complete"_s));
    }
    return conclude(ask([hostToken](Exchange& exchange) { return exchange.proceed(hostToken); },
                        std::chrono::duration_cast<milliseconds>(m_until - steady_clock::now())));
}

// On a thread that can be left behind: whoever asks a controller waits for as long as Windows does.
std::optional<ExchangeStep> Mechanism::ask(std::function<ExchangeStep(Exchange&)> work, milliseconds patience)
{
    const bool asksController = m_exchange->package() != ntlm;
    const QString realm = realmOf(m_settings);
    const bool silent = asksController && !m_exchange->hasContext() && kdc::isSilent(realm);
    m_noAnswer = true;
    if (silent && underWay >= MostLeftBehind)
        return std::nullopt;
    ++underWay;
    const auto start = steady_clock::now();
    const auto aside = Aside<ExchangeStep>::start(
        [exchange = m_exchange, work = std::move(work), realm, asksController, start]() mutable {
            ExchangeStep step = work(*exchange);
            exchange.reset();
            if (asksController && !foundNobody(step) && steady_clock::now() - start > FromCache)
                kdc::heard(realm);
            --underWay;
            return step;
        });
    ExchangeStep* const step =
        aside->wait(start + (silent ? std::min<milliseconds>(FromCache, patience) : patience), m_stop);
    if (step != nullptr) {
        m_noAnswer = false;
        return std::move(*step);
    }
    m_exchange.reset();
    if (asksController && !m_stop.stop_requested())
        kdc::heardNothing(realm, std::chrono::duration_cast<milliseconds>(steady_clock::now() - start));
    return std::nullopt;
}

base::Result<AuthStep> Mechanism::conclude(std::optional<ExchangeStep> step)
{
    if (!step)
        return base::fail(kdc::noAnswer(realmOf(m_settings), m_stop));
    if (step->status != SEC_E_OK && step->status != SEC_I_CONTINUE_NEEDED) {
        return base::fail(failed(
            step->status, step->hasCredential ? u"signing in to %1 with %2"_s.arg(m_exchange->service(),
                                                                                  m_exchange->package())
                                              : u"preparing to sign in with "_s + m_exchange->package()));
    }
    m_complete = step->status == SEC_E_OK;
    if (m_complete) {
        rememberEnd(step->end);
        if (auto done = finish(step->promised); !done)
            return base::fail(done.error());
    } else {
        readPackage();
    }
    return AuthStep{std::move(step->token), m_complete};
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
        m_functions.QueryContextAttributesW(m_exchange->context(), SECPKG_ATTR_SIZES, &m_sizes);
    if (status != SEC_E_OK)
        return base::fail(failed(status, u"asking for the sizes of messages"_s));
    return {};
}

void Mechanism::readPackage()
{
    SecPkgContext_NegotiationInfoW info{};
    const SECURITY_STATUS status =
        m_functions.QueryContextAttributesW(m_exchange->context(), SECPKG_ATTR_NEGOTIATION_INFO, &info);
    if (status == SEC_E_OK && info.PackageInfo != nullptr) {
        m_package = QString::fromWCharArray(info.PackageInfo->Name);
        m_functions.FreeContextBuffer(info.PackageInfo);
    }
    // Negotiate names itself until it has decided.
    if (m_package.isEmpty())
        m_package = m_exchange->package();
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
    return !m_exchange || !m_exchange->hasContext() || std::chrono::steady_clock::now() >= m_end;
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
    const SECURITY_STATUS status = m_functions.EncryptMessage(m_exchange->context(), 0, &all, 0);
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
    const SECURITY_STATUS status = m_functions.DecryptMessage(m_exchange->context(), &all, 0, &quality);
    if (status == SEC_E_OK && quality != SECQOP_WRAP_NO_ENCRYPT)
        return QByteArray(static_cast<const char*>(buffers[1].pvBuffer),
                          static_cast<qsizetype>(buffers[1].cbBuffer));
    base::Error error = failed(status, status == SEC_E_OK ? u"the answer is signed, but not encrypted"_s
                                                          : u"decrypting the answer"_s);
    error.code = base::ErrorCode::ProtocolViolation;
    return base::fail(std::move(error));
}

int stepsUnderWay() noexcept
{
    return underWay;
}

} // namespace hvgpu::wsman::sspi

namespace hvgpu::wsman {

std::unique_ptr<AuthMechanism> makeAuthMechanism(const wmi::ConnectionSettings& settings)
{
    const PSecurityFunctionTableW functions = InitSecurityInterfaceW();
    return functions != nullptr ? std::make_unique<sspi::Mechanism>(settings, *functions) : nullptr;
}

} // namespace hvgpu::wsman
