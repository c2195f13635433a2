#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/SecurityContext.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/MemorySearch.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string_view>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

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

#ifdef Q_OS_LINUX
/// Reads one request, refuses it, and ends the process; 0 when it came with Basic.
[[noreturn]] void refuseOnce(int listener)
{
    constexpr std::string_view answer =
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"WSMAN\"\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n";
    std::array<char, 16384> buffer{};
    const int peer = ::accept(listener, nullptr, nullptr);
    const ssize_t got = ::read(peer, buffer.data(), buffer.size());
    const std::string_view request(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    const bool sent = ::write(peer, answer.data(), answer.size()) > 0;
    ::_exit(sent && request.find("Authorization: Basic ") != std::string_view::npos ? 0 : 1);
}
#endif

} // namespace

/// What signing in by Basic leaves in memory: nothing, in libcurl's buffers neither.
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

    // With a server that is another process, whose memory does not count.
    void aWholeCall()
    {
#ifdef Q_OS_LINUX
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof place;
        auto* const address = reinterpret_cast<sockaddr*>(&place);
        QVERIFY(::bind(listener, address, length) == 0 && ::listen(listener, 1) == 0 &&
                ::getsockname(listener, address, &length) == 0);
        const pid_t server = ::fork();
        if (server == 0)
            refuseOnce(listener);
        ::close(listener);
        {
            wmi::ConnectionSettings settings = basicSettings();
            settings.port = ntohs(place.sin_port);
            const auto answer = wsman::makeSession(settings)->identify({std::chrono::seconds(20), {}});
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, base::ErrorCode::CredentialsRejected);
        }
        int status = 0;
        QCOMPARE(::waitpid(server, &status, 0), server);
        QCOMPARE(status, 0); // it was shown the password
        QVERIFY2(!password.isInMemory(), "the password was left behind");
        QVERIFY2(!password.isInMemoryAsBase64("ada:"), "the header was left behind");
#endif
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
