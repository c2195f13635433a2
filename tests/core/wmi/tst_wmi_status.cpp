#include "core/wmi/SignInStatus.h"
#include "core/wmi/StatusMeaning.h"

#include <QtTest>

using namespace hvgpu;
using base::ErrorCode;

class TestStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hresults()
    {
        const auto meaning = [](std::uint32_t code) { return wmi::meaningOfHresult(code); };
        QCOMPARE(meaning(0x8004100E)->code, ErrorCode::InvalidNamespace);
        QCOMPARE(meaning(0x80041010)->code, ErrorCode::InvalidClass);
        QCOMPARE(meaning(0x80041003)->code, ErrorCode::AccessDenied);
        QCOMPARE(meaning(0x80070005)->code, ErrorCode::AccessDenied);
        QCOMPARE(meaning(0x80041015)->code, ErrorCode::Unreachable);
        QVERIFY(meaning(0x80041015)->retryable);
        QVERIFY(!meaning(0x80041003)->retryable);
        QVERIFY(!meaning(0x80041001)); // "failed" says nothing
        QVERIFY(!meaning(0));
    }

    void signIn_data()
    {
        QTest::addColumn<quint32>("status");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, quint32 status, ErrorCode code) {
            QTest::newRow(name) << status << code;
        };
        row("SEC_E_LOGON_DENIED", 0x8009030C, ErrorCode::CredentialsRejected);
        row("ERROR_LOGON_FAILURE", 0x8007052E, ErrorCode::CredentialsRejected);
        row("ERROR_NO_SUCH_USER", 0x80070525, ErrorCode::CredentialsRejected);
        row("SEC_E_NO_CREDENTIALS", 0x8009030E, ErrorCode::CredentialsMissing);
        row("ERROR_NO_SUCH_LOGON_SESSION", 0x80070520, ErrorCode::CredentialsMissing);
        row("SEC_E_TIME_SKEW", 0x80090324, ErrorCode::ClockSkew);
        row("SEC_E_TARGET_UNKNOWN", 0x80090303, ErrorCode::ServiceUnknown);
        row("SEC_E_MULTIPLE_ACCOUNTS", 0x80090347, ErrorCode::ServiceUnknown);
        row("SEC_E_NO_AUTHENTICATING_AUTHORITY", 0x80090311, ErrorCode::RealmUnknown);
        row("SEC_E_KDC_UNABLE_TO_REFER", 0x80090341, ErrorCode::RealmUnknown);
        row("ERROR_DOMAIN_CONTROLLER_NOT_FOUND", 0x80070774, ErrorCode::RealmUnknown);
        row("ERROR_TRUSTED_RELATIONSHIP_FAILURE", 0x800706FD, ErrorCode::RealmUnknown);
        row("SEC_E_CONTEXT_EXPIRED", 0x80090317, ErrorCode::TicketExpired);
        row("SEC_E_WRONG_PRINCIPAL", 0x80090322, ErrorCode::Untrusted);
        row("SEC_E_UNTRUSTED_ROOT", 0x80090325, ErrorCode::Untrusted);
        row("SEC_E_BAD_BINDINGS", 0x80090346, ErrorCode::Untrusted);
        row("SEC_E_KDC_CERT_EXPIRED", 0x8009035A, ErrorCode::Untrusted);
        row("SEC_E_KDC_UNKNOWN_ETYPE", 0x80090342, ErrorCode::Unsupported);
        row("SEC_E_POLICY_NLTM_ONLY", 0x8009035F, ErrorCode::Unsupported);
        row("SEC_E_DECRYPT_FAILURE", 0x80090330, ErrorCode::ProtocolViolation);
        row("ERROR_ACCOUNT_RESTRICTION", 0x8007052F, ErrorCode::AccountDisabled);
        row("ERROR_ACCOUNT_DISABLED", 0x80070533, ErrorCode::AccountDisabled);
        row("ERROR_ACCOUNT_EXPIRED", 0x80070701, ErrorCode::AccountDisabled);
        row("ERROR_ACCOUNT_LOCKED_OUT", 0x80070775, ErrorCode::AccountDisabled);
        row("ERROR_PASSWORD_EXPIRED", 0x80070532, ErrorCode::PasswordExpired);
        row("ERROR_PASSWORD_MUST_CHANGE", 0x80070773, ErrorCode::PasswordExpired);
        row("ERROR_LOGON_TYPE_NOT_GRANTED", 0x80070569, ErrorCode::AccountDisabled);
        row("SEC_E_SMARTCARD_LOGON_REQUIRED", 0x8009033E, ErrorCode::AccountDisabled);
        row("SEC_E_SMARTCARD_CERT_EXPIRED", 0x80090355, ErrorCode::CredentialsRejected);
        row("SEC_E_PKINIT_CLIENT_FAILURE", 0x80090354, ErrorCode::CredentialsRejected);
        row("SEC_E_REVOCATION_OFFLINE_KDC", 0x80090358, ErrorCode::Untrusted);
        row("SEC_E_NO_KERB_KEY", 0x80090348, ErrorCode::Unsupported);
        row("SCARD_E_NO_SMARTCARD", 0x8010000C, ErrorCode::CredentialsMissing);
        row("SCARD_W_WRONG_CHV", 0x8010006B, ErrorCode::CredentialsRejected);
        row("RPC_S_SEC_PKG_ERROR", 0x80070721, ErrorCode::ServiceUnknown);
        row("ERROR_NTLM_BLOCKED", 0x80070791, ErrorCode::Unsupported);
        row("STATUS_ACCOUNT_LOCKED_OUT", 0xC0000234, ErrorCode::AccountDisabled);
        row("STATUS_PASSWORD_EXPIRED, as HRESULT", 0xD0000071, ErrorCode::PasswordExpired);
        row("STATUS_ACCOUNT_DISABLED", 0xC0000072, ErrorCode::AccountDisabled);
    }

    void signIn()
    {
        QFETCH(const quint32, status);
        QFETCH(const ErrorCode, code);
        QCOMPARE(wmi::meaningOfSignInStatus(status), code);
    }

    void othersSayNothingOfSigningIn()
    {
        for (const quint32 status :
             {0x80070005u /* signed in, but not allowed */, 0x80041003u, 0xC0000001u, 0u})
            QVERIFY(!wmi::meaningOfSignInStatus(status));
    }
};

QTEST_APPLESS_MAIN(TestStatus)
#include "tst_wmi_status.moc"
