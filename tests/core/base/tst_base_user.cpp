#include "core/base/CurrentUser.h"

#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

class TestCurrentUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSystemsWord()
    {
        QVERIFY(!base::currentUser().isEmpty());
        QProcess id;
#ifdef Q_OS_WIN
        id.start(u"cmd"_s, {u"/c"_s, u"echo %USERNAME%"_s});
#else
        id.start(u"id"_s, {u"-un"_s});
#endif
        QVERIFY(id.waitForFinished());
        QCOMPARE(base::currentUser(), QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed());
    }

#ifndef Q_OS_WIN
    void isNotTheEnvironments()
    {
        const QString before = base::currentUser();
        const QByteArray user = qgetenv("USER");
        qputenv("USER", "someone-else");
        const QString after = base::currentUser();
        qputenv("USER", user);
        QCOMPARE(after, before);
    }
#endif
};

QTEST_GUILESS_MAIN(TestCurrentUser)
#include "tst_base_user.moc"
