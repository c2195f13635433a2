#include "tests/integration/auth/AuthBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::AuthBench;
using test::codeOf;
using test::machines;
using test::said;
using test::TestRealm;
using wmi::Authentication;

/// A domain whose clock is an hour ahead of the host's.
class TestAuthClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatTheClocksDiffer()
    {
        QString reason;
        const auto realm = TestRealm::start(reason, u"+1h"_s);
        if (!realm)
            QSKIP(qPrintable(reason));
        AuthBench bench(AuthBench::hostOptions(*realm));
        QVERIFY2(bench.problem().isEmpty(), qPrintable(bench.problem()));
        for (const Authentication authentication : {Authentication::Negotiate, Authentication::Kerberos}) {
            wmi::ConnectionSettings settings = bench.settings(authentication);
            settings.user = u"alice"_s;
            settings.password = base::Secret(TestRealm::AlicesPassword);
            const auto names = machines(settings);
            QVERIFY2(codeOf(names) == ErrorCode::ClockSkew, said(names).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestAuthClock)
#include "tst_auth_clock.moc"
