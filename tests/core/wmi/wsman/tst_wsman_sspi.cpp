#include "core/wmi/wsman/SspiMechanism.h"

#include <QtTest>

#include <cstring>
#include <future>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

const wsman::TransferLimit Ample{std::chrono::seconds(20), {}};

constexpr unsigned long TrailerSize = 60;
constexpr unsigned long BlockSize = 4;
constexpr unsigned long AllPromises = ISC_RET_MUTUAL_AUTH | ISC_RET_CONFIDENTIALITY | ISC_RET_INTEGRITY;

/// What the security packages of the test answer, and what they were asked.
struct Script
{
    SECURITY_STATUS acquire = SEC_E_OK;
    std::vector<SECURITY_STATUS> steps{SEC_I_CONTINUE_NEEDED, SEC_E_OK};
    SECURITY_STATUS decrypt = SEC_E_OK;
    unsigned long quality = 0;
    unsigned long promises = AllPromises;
    std::wstring package = L"Kerberos";
    std::shared_future<void> silence; ///< what a domain controller is waited for until; not by NTLM

    QString asked;
    QString service;
    QString user, domain, password;
    unsigned long wanted = 0;
    QByteArray hostToken, binding;
    std::size_t step = 0;
    int contexts = 0;
    int credentials = 0;
    int buffers = 0; ///< not given back
};

Script* script = nullptr;

QString textOf(const unsigned short* text, unsigned long length)
{
    return text == nullptr
               ? QString()
               : QString::fromUtf16(reinterpret_cast<const char16_t*>(text), static_cast<qsizetype>(length));
}

SECURITY_STATUS SEC_ENTRY acquire(SEC_WCHAR*, SEC_WCHAR* package, unsigned long, void*, void* identity,
                                  SEC_GET_KEY_FN, void*, PCredHandle handle, PTimeStamp)
{
    script->asked = QString::fromWCharArray(package);
    if (script->silence.valid() && script->asked != u"NTLM"_s)
        script->silence.wait();
    if (const auto* who = static_cast<const SEC_WINNT_AUTH_IDENTITY_W*>(identity)) {
        script->user = textOf(who->User, who->UserLength);
        script->domain = textOf(who->Domain, who->DomainLength);
        script->password = textOf(who->Password, who->PasswordLength);
    }
    if (script->acquire != SEC_E_OK)
        return script->acquire;
    *handle = {1, 1};
    ++script->credentials;
    return SEC_E_OK;
}

SECURITY_STATUS SEC_ENTRY freeCredential(PCredHandle)
{
    --script->credentials;
    return SEC_E_OK;
}

QByteArray bytesOf(const SecBuffer& buffer)
{
    return {static_cast<const char*>(buffer.pvBuffer), static_cast<qsizetype>(buffer.cbBuffer)};
}

SECURITY_STATUS SEC_ENTRY step(PCredHandle, PCtxtHandle context, SEC_WCHAR* target, unsigned long wanted,
                               unsigned long, unsigned long, PSecBufferDesc input, unsigned long,
                               PCtxtHandle made, PSecBufferDesc output, unsigned long* promises,
                               PTimeStamp end)
{
    script->service = QString::fromWCharArray(target);
    script->wanted = wanted;
    script->hostToken.clear();
    script->binding.clear();
    for (unsigned long i = 0; input != nullptr && i < input->cBuffers; ++i) {
        const SecBuffer& buffer = input->pBuffers[i];
        (buffer.BufferType == SECBUFFER_TOKEN ? script->hostToken : script->binding) = bytesOf(buffer);
    }
    const SECURITY_STATUS status = script->steps.at(std::min(script->step++, script->steps.size() - 1));
    if (status < 0)
        return status;
    if (context == nullptr) {
        *made = {2, 2};
        ++script->contexts;
    }
    const QByteArray token = "token" + QByteArray::number(static_cast<int>(script->step));
    output->pBuffers[0].pvBuffer = LocalAlloc(0, static_cast<SIZE_T>(token.size()));
    std::memcpy(output->pBuffers[0].pvBuffer, token.constData(), static_cast<std::size_t>(token.size()));
    output->pBuffers[0].cbBuffer = static_cast<unsigned long>(token.size());
    ++script->buffers;
    *promises = script->promises;
    end->QuadPart = 0x7FFFFFFFFFFFFFFF;
    return status;
}

SECURITY_STATUS SEC_ENTRY freeContext(PCtxtHandle)
{
    --script->contexts;
    return SEC_E_OK;
}

SECURITY_STATUS SEC_ENTRY freeBuffer(void* buffer)
{
    LocalFree(buffer);
    --script->buffers;
    return SEC_E_OK;
}

SECURITY_STATUS SEC_ENTRY query(PCtxtHandle, unsigned long what, void* answer)
{
    if (what == SECPKG_ATTR_SIZES) {
        *static_cast<SecPkgContext_Sizes*>(answer) = {0, 0, BlockSize, TrailerSize};
        return SEC_E_OK;
    }
    if (what != SECPKG_ATTR_NEGOTIATION_INFO)
        return SEC_E_UNSUPPORTED_FUNCTION;
    auto* info = static_cast<SecPkgInfoW*>(LocalAlloc(LPTR, sizeof(SecPkgInfoW)));
    info->Name = script->package.data();
    *static_cast<SecPkgContext_NegotiationInfoW*>(answer) = {info, 0};
    ++script->buffers;
    return SEC_E_OK;
}

/// Reverses the bytes, uses part of the room for the signature, and pads by one.
SECURITY_STATUS SEC_ENTRY encrypt(PCtxtHandle, unsigned long, PSecBufferDesc message, unsigned long)
{
    SecBuffer* const buffers = message->pBuffers;
    if (message->cBuffers != 3 || buffers[0].BufferType != SECBUFFER_TOKEN ||
        buffers[0].cbBuffer != TrailerSize || buffers[2].cbBuffer != BlockSize)
        return SEC_E_INVALID_TOKEN;
    std::memset(buffers[0].pvBuffer, 's', 20);
    buffers[0].cbBuffer = 20;
    auto* const first = static_cast<char*>(buffers[1].pvBuffer);
    std::reverse(first, first + buffers[1].cbBuffer);
    *static_cast<char*>(buffers[2].pvBuffer) = 'p';
    buffers[2].cbBuffer = 1;
    return SEC_E_OK;
}

SECURITY_STATUS SEC_ENTRY decrypt(PCtxtHandle, PSecBufferDesc message, unsigned long, unsigned long* quality)
{
    if (script->decrypt != SEC_E_OK)
        return script->decrypt;
    SecBuffer& data = message->pBuffers[1];
    auto* const first = static_cast<char*>(data.pvBuffer);
    std::reverse(first, first + data.cbBuffer);
    *quality = script->quality;
    return SEC_E_OK;
}

wsman::sspi::Functions functions()
{
    wsman::sspi::Functions table{};
    table.AcquireCredentialsHandleW = acquire;
    table.FreeCredentialsHandle = freeCredential;
    table.InitializeSecurityContextW = step;
    table.DeleteSecurityContext = freeContext;
    table.FreeContextBuffer = freeBuffer;
    table.QueryContextAttributesW = query;
    table.EncryptMessage = encrypt;
    table.DecryptMessage = decrypt;
    return table;
}

wmi::ConnectionSettings settings(wmi::Authentication authentication = wmi::Authentication::Negotiate)
{
    wmi::ConnectionSettings result;
    result.host = u"hv01.contoso.com"_s;
    result.authentication = authentication;
    result.user = u"CONTOSO\\ada"_s;
    result.password = base::Secret("p\xC3\xA4ss");
    return result;
}

} // namespace

/// SSPI as it is used, with packages of the test's own.
class TestSspi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_script = {};
        script = &m_script;
    }

    void signsIn()
    {
        {
            wsman::sspi::Mechanism mechanism(settings(), m_functions);
            QVERIFY(mechanism.hasExpired());
            const auto first = mechanism.begin("tls-server-end-point:hash", Ample);
            QVERIFY2(first.has_value(), qPrintable(first ? QString() : base::describe(first.error())));
            QCOMPARE(first->token, "token1"_ba);
            QVERIFY(!first->complete);
            QCOMPARE(m_script.asked, u"Negotiate"_s);
            QCOMPARE(m_script.service, u"HTTP/hv01.contoso.com"_s);
            QCOMPARE(m_script.user, u"ada"_s);
            QCOMPARE(m_script.domain, u"CONTOSO"_s);
            QCOMPARE(m_script.password, u"päss"_s);
            QVERIFY((m_script.wanted & (ISC_REQ_CONFIDENTIALITY | ISC_REQ_MUTUAL_AUTH)) ==
                    (ISC_REQ_CONFIDENTIALITY | ISC_REQ_MUTUAL_AUTH));
            QVERIFY((m_script.wanted & ISC_REQ_DELEGATE) == 0);
            const auto second = mechanism.proceed("host says");
            QVERIFY(second.has_value());
            QVERIFY(second->complete);
            QCOMPARE(m_script.hostToken, "host says"_ba);
            QCOMPARE(mechanism.package(), u"Kerberos"_s);
            QCOMPARE(mechanism.scheme(), "Negotiate"_ba);
            QVERIFY(!mechanism.hasExpired());
            QVERIFY(!mechanism.proceed("more").has_value());
        }
        QCOMPARE(m_script.contexts, 0); // all given back
        QCOMPARE(m_script.credentials, 0);
        QCOMPARE(m_script.buffers, 0);
    }

    void bindsToTheCertificate()
    {
        wsman::sspi::Mechanism mechanism(settings(), m_functions);
        const QByteArray data = "tls-server-end-point:0123456789";
        QVERIFY(mechanism.begin(data, Ample).has_value());
        SEC_CHANNEL_BINDINGS head{};
        QCOMPARE(m_script.binding.size(), static_cast<qsizetype>(sizeof(head)) + data.size());
        std::memcpy(&head, m_script.binding.constData(), sizeof(head));
        QCOMPARE(head.cbApplicationDataLength, static_cast<unsigned long>(data.size()));
        QCOMPARE(m_script.binding.mid(static_cast<qsizetype>(head.dwApplicationDataOffset)), data);
        QCOMPARE(head.cbInitiatorLength + head.cbAcceptorLength, 0UL);
        QVERIFY(mechanism.begin({}, Ample).has_value());
        QVERIFY(m_script.binding.isEmpty());
    }

    void packages()
    {
        wsman::sspi::Mechanism kerberos(settings(wmi::Authentication::Kerberos), m_functions);
        QVERIFY(kerberos.begin({}, Ample).has_value());
        QCOMPARE(m_script.asked, u"Kerberos"_s);
        QCOMPARE(kerberos.scheme(), "Kerberos"_ba);
        wmi::ConnectionSettings current = settings(wmi::Authentication::Ntlm);
        current.user.clear();
        m_script.user.clear();
        wsman::sspi::Mechanism ntlm(current, m_functions);
        QVERIFY(ntlm.begin({}, Ample).has_value());
        QCOMPARE(m_script.asked, u"NTLM"_s);
        QVERIFY(m_script.user.isEmpty()); // the current user
        wmi::ConnectionSettings address = settings(wmi::Authentication::Kerberos);
        address.host = u"10.0.0.1"_s;
        QCOMPARE(wsman::sspi::Mechanism(address, m_functions).begin({}, Ample).error().code,
                 ErrorCode::ServiceUnknown);
        wmi::ConnectionSettings principal = settings();
        principal.user = u"ada@contoso.com"_s;
        wsman::sspi::Mechanism byName(principal, m_functions);
        QVERIFY(byName.begin({}, Ample).has_value());
        QCOMPARE(m_script.user, u"ada@contoso.com"_s);
    }

    void errors_data()
    {
        QTest::addColumn<long>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("wrong password") << long(SEC_E_LOGON_DENIED) << ErrorCode::CredentialsRejected;
        QTest::newRow("clocks") << long(SEC_E_TIME_SKEW) << ErrorCode::ClockSkew;
        QTest::newRow("unknown host") << long(SEC_E_TARGET_UNKNOWN) << ErrorCode::ServiceUnknown;
        QTest::newRow("no domain") << long(SEC_E_NO_AUTHENTICATING_AUTHORITY) << ErrorCode::RealmUnknown;
        QTest::newRow("no ticket") << long(SEC_E_NO_CREDENTIALS) << ErrorCode::CredentialsMissing;
        QTest::newRow("other host") << long(SEC_E_WRONG_PRINCIPAL) << ErrorCode::Untrusted;
        QTest::newRow("locked") << static_cast<long>(0x80070775) << ErrorCode::AccountDisabled;
        QTest::newRow("expired") << static_cast<long>(0x80070532) << ErrorCode::PasswordExpired;
        QTest::newRow("no root") << long(SEC_E_UNTRUSTED_ROOT) << ErrorCode::Untrusted;
        QTest::newRow("no referral") << long(SEC_E_KDC_UNABLE_TO_REFER) << ErrorCode::RealmUnknown;
        QTest::newRow("smart card only")
            << long(SEC_E_SMARTCARD_LOGON_REQUIRED) << ErrorCode::AccountDisabled;
        QTest::newRow("no smart card") << long(SCARD_E_NO_SMARTCARD) << ErrorCode::CredentialsMissing;
        QTest::newRow("card has expired")
            << long(SEC_E_SMARTCARD_CERT_EXPIRED) << ErrorCode::CredentialsRejected;
        QTest::newRow("anything") << long(SEC_E_INTERNAL_ERROR) << ErrorCode::Internal;
    }

    void errors()
    {
        QFETCH(const long, status);
        QFETCH(const ErrorCode, code);
        m_script.steps = {static_cast<SECURITY_STATUS>(status)};
        wsman::sspi::Mechanism mechanism(settings(), m_functions);
        const auto step = mechanism.begin({}, Ample);
        QVERIFY(!step.has_value());
        QCOMPARE(step.error().code, code);
        QCOMPARE(step.error().layer, base::Layer::Auth);
        QCOMPARE(step.error().nativeCode, static_cast<std::uint32_t>(status));
        QVERIFY(!base::describe(step.error()).contains(u"päss"_s));
        QVERIFY(mechanism.hasExpired());
    }

    void missingPackage()
    {
        m_script.acquire = SEC_E_SECPKG_NOT_FOUND;
        wsman::sspi::Mechanism mechanism(settings(), m_functions);
        QCOMPARE(mechanism.begin({}, Ample).error().code, ErrorCode::Unsupported);
        QCOMPARE(m_script.credentials, 0);
    }

    void silentControllersKeepNobody()
    {
        std::promise<void> answer;
        m_script.silence = answer.get_future().share();
        wmi::ConnectionSettings kerberos = settings(wmi::Authentication::Kerberos);
        kerberos.user = u"SILENT\\ada"_s;
        QElapsedTimer timer;
        timer.start();
        {
            wsman::sspi::Mechanism mechanism(kerberos, m_functions);
            const auto first = mechanism.begin({}, {2s, {}});
            QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
            QVERIFY(!first);
            QCOMPARE(first.error().code, ErrorCode::RealmUnknown);
            QCOMPARE(first.error().layer, base::Layer::Auth);
            QVERIFY2(first.error().detail.contains(u"no domain controller of SILENT answers"_s),
                     qPrintable(first.error().detail));
            QVERIFY(mechanism.hasExpired());
        }
        timer.restart();
        wsman::sspi::Mechanism again(kerberos, m_functions);
        QCOMPARE(again.begin({}, {20s, {}}).error().code, ErrorCode::RealmUnknown);
        QVERIFY2(timer.elapsed() < 2'000, "it is known by now");
        QTRY_COMPARE(wsman::sspi::stepsUnderWay(), 2); // one that has answered may still be tidying up
        answer.set_value();                            // late, but it is there
        QTRY_COMPARE(wsman::sspi::stepsUnderWay(), 0);
        QCOMPARE(m_script.credentials, 0); // what was left behind has tidied up
        QCOMPARE(m_script.contexts, 0);
        QVERIFY(again.begin({}, {20s, {}}).has_value());
    }

    void silentControllersCanBeStopped()
    {
        std::promise<void> answer;
        m_script.silence = answer.get_future().share();
        QTRY_COMPARE(wsman::sspi::stepsUnderWay(), 0);
        std::stop_source source;
        const std::jthread stopper([&source] {
            while (wsman::sspi::stepsUnderWay() == 0)
                std::this_thread::yield();
            source.request_stop();
        });
        wmi::ConnectionSettings kerberos = settings(wmi::Authentication::Kerberos);
        kerberos.user = u"STOPPED\\ada"_s;
        QElapsedTimer timer;
        timer.start();
        wsman::sspi::Mechanism mechanism(kerberos, m_functions);
        const auto step = mechanism.begin({}, {60s, source.get_token()});
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(step.error().code, ErrorCode::Cancelled);
        answer.set_value();
        QTRY_COMPARE(wsman::sspi::stepsUnderWay(), 0);
        QVERIFY(mechanism.begin({}, {20s, {}}).has_value()); // nobody was taken for silent
    }

    void silentControllersLeaveTimeForNtlm()
    {
        std::promise<void> answer;
        m_script.silence = answer.get_future().share();
        wmi::ConnectionSettings negotiate = settings();
        negotiate.user = u"AWAY\\ada"_s;
        QElapsedTimer timer;
        timer.start();
        wsman::sspi::Mechanism mechanism(negotiate, m_functions);
        m_script.package = L"NTLM";
        const auto first = mechanism.begin({}, {3s, {}});
        QVERIFY2(first.has_value(), first ? "" : qPrintable(base::describe(first.error())));
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(m_script.asked, u"NTLM"_s);
        QCOMPARE(mechanism.scheme(), "Negotiate"_ba);
        QCOMPARE(mechanism.package(), u"NTLM"_s);
        QVERIFY2(mechanism.remark().contains(u"AWAY"_s), qPrintable(mechanism.remark()));
        QVERIFY(mechanism.proceed("x").has_value());
        answer.set_value();
        QTRY_COMPARE(wsman::sspi::stepsUnderWay(), 0);
        m_script.package = L"Kerberos";
        m_script.steps = {SEC_E_OK};
        QVERIFY(mechanism.begin({}, {20s, {}}).has_value());
        QCOMPARE(m_script.asked, u"Negotiate"_s); // Kerberos has its chance again
        QVERIFY(mechanism.remark().isEmpty());
    }

    void promisesCount()
    {
        m_script.steps = {SEC_E_OK};
        m_script.promises = AllPromises & ~static_cast<unsigned long>(ISC_RET_MUTUAL_AUTH);
        QCOMPARE(wsman::sspi::Mechanism(settings(), m_functions).begin({}, Ample).error().code,
                 ErrorCode::Untrusted);
        m_script.package = L"NTLM"; // which cannot
        QVERIFY(wsman::sspi::Mechanism(settings(), m_functions).begin({}, Ample).has_value());
        m_script.promises = ISC_RET_INTEGRITY;
        QCOMPARE(wsman::sspi::Mechanism(settings(), m_functions).begin({}, Ample).error().code,
                 ErrorCode::ProtocolViolation);
    }

    void sealsAndUnseals()
    {
        wsman::sspi::Mechanism mechanism(settings(), m_functions);
        QVERIFY(!mechanism.seal("early").has_value());
        QVERIFY(mechanism.begin({}, Ample).has_value());
        QVERIFY(mechanism.proceed("x").has_value());
        const QByteArray plain = "<Envelope/>";
        const auto sealed = mechanism.seal(plain);
        QVERIFY(sealed.has_value());
        QCOMPARE(sealed->signature, QByteArray(20, 's'));
        QCOMPARE(sealed->data, ">/epolevnE<p"_ba);
        QCOMPARE(sealed->plainLength, plain.size() + 1); // the padding is announced, too
        const QByteArray data = ">/epolevnE<";
        const auto opened = mechanism.unseal(sealed->signature, data);
        QVERIFY(opened.has_value());
        QCOMPARE(*opened, plain);
        QCOMPARE(data, ">/epolevnE<"_ba); // the caller's bytes are left alone
        QCOMPARE(mechanism.unseal("short", data).error().code, ErrorCode::ProtocolViolation);
        m_script.quality = SECQOP_WRAP_NO_ENCRYPT;
        QCOMPARE(mechanism.unseal(sealed->signature, data).error().code, ErrorCode::ProtocolViolation);
        m_script.decrypt = SEC_E_OUT_OF_SEQUENCE;
        QCOMPARE(mechanism.unseal(sealed->signature, data).error().code, ErrorCode::ProtocolViolation);
    }

    void systemHasPackages() { QVERIFY(wsman::makeAuthMechanism(settings()) != nullptr); }

private:
    Script m_script;
    wsman::sspi::Functions m_functions = functions();
};

QTEST_GUILESS_MAIN(TestSspi)
#include "tst_wsman_sspi.moc"
