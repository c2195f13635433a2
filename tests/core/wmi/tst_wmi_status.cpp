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

    void signIn()
    {
        const auto meaning = [](std::uint32_t status) { return wmi::meaningOfSignInStatus(status); };
        QCOMPARE(meaning(0x8009030C), ErrorCode::CredentialsRejected);
        QCOMPARE(meaning(0x8007052E), ErrorCode::CredentialsRejected);
        QCOMPARE(meaning(0x80090324), ErrorCode::ClockSkew);
        QCOMPARE(meaning(0x80090303), ErrorCode::ServiceUnknown);
        QCOMPARE(meaning(0x80090311), ErrorCode::RealmUnknown);
        QCOMPARE(meaning(0x8009030E), ErrorCode::CredentialsMissing);
        QCOMPARE(meaning(0x80090317), ErrorCode::TicketExpired);
        QCOMPARE(meaning(0x80090322), ErrorCode::Untrusted);
        QCOMPARE(meaning(0x80090346), ErrorCode::Untrusted);
        QCOMPARE(meaning(0x80070775), ErrorCode::AccountDisabled);
        QCOMPARE(meaning(0x80070773), ErrorCode::PasswordExpired);
        QVERIFY(!meaning(0x80070005)); // signed in, but not allowed
        QVERIFY(!meaning(0));
    }
};

QTEST_APPLESS_MAIN(TestStatus)
#include "tst_wmi_status.moc"
