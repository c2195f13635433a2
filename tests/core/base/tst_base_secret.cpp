#include "core/base/Secret.h"

#include <QtTest>

using hvgpu::base::Secret;

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
        QByteArray taken;
        {
            const Secret secret(QByteArray("password"));
            kept = secret;
            taken = secret.reveal();
        }
        QCOMPARE(kept.reveal(), QByteArray("password"));
        QCOMPARE(taken, QByteArray("password"));
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
