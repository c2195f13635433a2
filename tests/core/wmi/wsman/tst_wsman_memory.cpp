#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/SecurityContext.h"
#include "tests/support/MemorySearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const tests::HiddenText password("\x0c\x3f\x28\x6d\x77\x36\x35\x34\x3d\x77\x3b\x34\x3e\x77\x3e\x6b"
                                 "\x29\x2e\x33\x34\x39\x2e\x7b\x2c\x3f\x77\x0a\x3b\x29\x29\x2d\x6a"
                                 "\x28\x3e\x77\x2e\x32\x3b\x2e\x77\x33\x29\x77\x34\x35\x2d\x32\x3f"
                                 "\x28\x3f\x77\x3f\x36\x29\x3f\x77\x33\x34\x77\x37\x3f\x37\x35\x28"
                                 "\x23");

wmi::ConnectionSettings basicSettings()
{
    wmi::ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = 1; // nobody answers, so that all there is are our own bytes
    settings.authentication = wmi::Authentication::Basic;
    settings.allowInsecureBasic = true;
    settings.user = u"ada"_s;
    settings.password = base::Secret(password.reveal());
    return settings;
}

} // namespace

/// What signing in by Basic leaves in memory of the bytes that are ours: libcurl keeps its own.
class TestWsmanMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("reads /proc/self/mem");
#endif
    }

    void theHeaderOfBasic()
    {
        {
            const auto context = wsman::makeSecurityContext(basicSettings());
            wsman::HttpRequest request;
            QVERIFY(context->protect(request));
            const wsman::HttpRequest again = request; // NOLINT(performance-unnecessary-copy-initialization)
            QVERIFY2(password.isInMemoryAsBase64("ada:"), "the search finds what is there");
        }
        QVERIFY2(!password.isInMemory(), "the password was left behind");
        QVERIFY2(!password.isInMemoryAsBase64("ada:"), "the header was left behind");
    }

    void aRequest()
    {
        {
            const wmi::ConnectionSettings settings = basicSettings();
            const auto context = wsman::makeSecurityContext(settings);
            wsman::HttpConnection connection(settings);
            wsman::HttpRequest request;
            QVERIFY(context->protect(request));
            const auto answer =
                connection.post(request, [](const auto&, auto) { return base::Result<void>(); },
                                {std::chrono::seconds(20), {}});
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, base::ErrorCode::Unreachable);
        }
        QVERIFY2(!password.isInMemory(), "the password was left behind");
        QVERIFY2(!password.isInMemoryAsBase64("ada:"), "the header was left behind");
    }
};

QTEST_GUILESS_MAIN(TestWsmanMemory)
#include "tst_wsman_memory.moc"
