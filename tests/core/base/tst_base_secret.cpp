#include "core/base/Secret.h"

#include "core/base/EnvironmentSecret.h"
#include "tests/support/MemorySearch.h"

#include <QtTest>

#include <cstdlib>

using hvgpu::base::Secret;

namespace {

#ifdef Q_OS_LINUX
constexpr bool canSearch = true;
#else
constexpr bool canSearch = false;
#endif

const hvgpu::tests::HiddenText password("\x0c\x3f\x28\x6d\x77\x36\x35\x34\x3d\x77\x3b\x34\x3e\x77\x3e\x6b"
                                        "\x29\x2e\x33\x34\x39\x2e\x7b\x2c\x3f\x77\x0a\x3b\x29\x29\x2d\x6a"
                                        "\x28\x3e\x77\x2e\x32\x3b\x2e\x77\x33\x29\x77\x34\x35\x2d\x32\x3f"
                                        "\x28\x3f\x77\x3f\x36\x29\x3f\x77\x33\x34\x77\x37\x3f\x37\x35\x28"
                                        "\x23");

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wipeZeroesEveryByteInPlace()
    {
        QByteArray bytes("p\xC3\xA4ss\0word", 10);
        const char* const before = bytes.constData();
        hvgpu::base::wipe(bytes);
        QCOMPARE(bytes, QByteArray(10, '\0'));
        QCOMPARE(static_cast<const void*>(bytes.constData()), static_cast<const void*>(before));
        QByteArray nothing;
        hvgpu::base::wipe(nothing);
        QVERIFY(nothing.isEmpty());
    }

    void wipeLeavesCopiesAlone()
    {
        QByteArray bytes("password");
        const QByteArray copy = bytes;
        hvgpu::base::wipe(bytes);
        QCOMPARE(copy, QByteArray("password"));
    }

    void ownsItsBytes()
    {
        const QByteArray source("password");
        const Secret secret(source);
        const Secret copy(secret);
        QVERIFY(secret.reveal().constData() != source.constData());
        QVERIFY(copy.reveal().constData() != secret.reveal().constData());
        QCOMPARE(copy.reveal(), source);
    }

    void copiesOutliveTheOriginal()
    {
        Secret kept;
        QByteArray own;
        QByteArray shared;
        {
            const Secret secret(QByteArray("password"));
            kept = secret;
            own = QByteArray(secret.reveal().constData(), secret.reveal().size());
            shared = secret.reveal();
        }
        QCOMPARE(kept.reveal(), QByteArray("password"));
        QCOMPARE(own, QByteArray("password"));
        QCOMPARE(shared, QByteArray(8, '\0')); // what shares the bytes goes with them
    }

    void nothingIsLeftInMemory()
    {
        if (!canSearch)
            QSKIP("reads /proc/self/mem");
        // What is kept shares the bytes, as QtKeychain's jobs do.
        QByteArray shared;
        {
            QByteArray typed = password.reveal();
            const Secret secret(std::move(typed));
            const Secret copy(secret); // NOLINT(performance-unnecessary-copy-initialization)
            Secret assigned;
            assigned = copy;
            const Secret moved(std::move(assigned));
            shared = moved.reveal();
            QVERIFY2(password.isInMemory(), "the search finds what is there");
        }
        QVERIFY2(!password.isInMemory(), "a copy was left behind");
        QCOMPARE(shared.size(), password.reveal().size());
    }

    void theEnvironmentIsOverwritten()
    {
        {
            QByteArray value = password.reveal();
            QVERIFY(qputenv("HVGPU_TEST_SECRET", value));
            hvgpu::base::wipe(value);
        }
        const char* const place = std::getenv("HVGPU_TEST_SECRET"); // NOLINT(concurrency-mt-unsafe)
        {
            const Secret taken = hvgpu::base::takeEnvironmentSecret("HVGPU_TEST_SECRET");
            QVERIFY(taken.reveal() == password.reveal());
            QVERIFY(!qEnvironmentVariableIsSet("HVGPU_TEST_SECRET"));
#ifdef Q_OS_LINUX
            QCOMPARE(*place, '\0'); // where /proc/self/environ looks
#endif
        }
        Q_UNUSED(place);
        QVERIFY(hvgpu::base::takeEnvironmentSecret("HVGPU_TEST_SECRET").isEmpty());
        qputenv("HVGPU_TEST_SECRET", "first\r\nsecond");
        QCOMPARE(hvgpu::base::takeEnvironmentSecret("HVGPU_TEST_SECRET").reveal(), QByteArray("first"));
    }

    void movesLeaveNothingBehind()
    {
        Secret from(QByteArray("password"));
        const char* const bytes = from.reveal().constData();
        const Secret to(std::move(from));
        QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(static_cast<const void*>(to.reveal().constData()), static_cast<const void*>(bytes));
        Secret reused(QByteArray("old"));
        reused = Secret(QByteArray("new"));
        QCOMPARE(reused.reveal(), QByteArray("new"));
    }

    void emptyIsEmpty()
    {
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret(QByteArray()).isEmpty());
        QVERIFY(!Secret(QByteArray(" ")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_base_secret.moc"
