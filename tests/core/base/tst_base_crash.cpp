#include "core/base/CrashRecord.h"
#include "core/base/CrashRecorder.h"
#include "core/base/CrashText.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

/// Lies in the memory of the process that crashes, and must not be found in what it leaves.
constexpr const char* password = "Ver7-d1stinct!ve-Passw0rd";

#if defined(__GNUC__)
__attribute__((no_sanitize("address", "undefined"))) // which would end the program in their own way
#endif
void writeToNothing()
{
    volatile int* volatile nothing = nullptr;
    *nothing = 1;
}

/// What the test program does when it is started with a way to crash and a folder.
int crash(const QString& way, const QString& folder)
{
    const std::string secret = password;
    if (base::recordCrashes(folder, u"tst_base_crash"_s, u"1.2.3"_s).isEmpty())
        return EXIT_FAILURE;
    if (way == u"abort")
        std::abort();
    if (way == u"exception")
        std::thread([] { throw std::runtime_error(password); }).join();
    if (way == u"worker")
        std::thread(writeToNothing).join();
    if (way == u"pointer")
        writeToNothing();
    return secret.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textWithoutAllocation()
    {
        base::crash::Text text;
        text.add("a ").decimal(0).add(" ").decimal(18446744073709551615ULL).add(" ").hexadecimal(0xBEEF);
        QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())),
                 QByteArray("a 0 18446744073709551615 0xbeef"));
        text.clear();
        text.time(1709210096); // a leap day
        QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())),
                 QByteArray("2024-02-29T12:34:56Z"));
        const std::string longText(5000, 'x');
        text.add(longText).add(longText);
        QCOMPARE(text.view().size(), std::size_t(1024));
    }

    void leavesARecord_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("expected");
#ifdef Q_OS_WIN
        const QString fault = u"exception: 0xc0000005"_s;
        const QString abort = u"signal: SIGABRT"_s;
#else
        const QString fault = u"signal: SIGSEGV, address 0x0"_s;
        const QString abort = u"signal: SIGABRT"_s;
#endif
        QTest::newRow("pointer") << u"pointer"_s << fault;
        QTest::newRow("pointer in a worker thread") << u"worker"_s << fault;
        QTest::newRow("abort") << u"abort"_s << abort;
        QTest::newRow("exception that nobody catches") << u"exception"_s << abort;
    }

    void leavesARecord()
    {
        QFETCH(QString, way);
        QFETCH(QString, expected);
        const QTemporaryDir folder;
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--crash"_s, way, folder.path()});
        QVERIFY(process.waitForFinished());
        QVERIFY(process.exitCode() != EXIT_SUCCESS || process.exitStatus() == QProcess::CrashExit);

        const QByteArray printed = process.readAllStandardError();
        QVERIFY2(printed.contains("Ended unexpectedly.") && !printed.contains(password), printed.constData());

        const auto records = base::crashRecords(folder.path());
        QCOMPARE(records.size(), std::size_t(1));
        const QString text = records.front().text;
        QVERIFY2(text.startsWith(u"tst_base_crash 1.2.3 ended unexpectedly\nsystem: "_s), qPrintable(text));
        QVERIFY2(text.contains(expected), qPrintable(text));
        QVERIFY2(
            text.contains(QRegularExpression(u"\ntime: 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n"_s)),
            qPrintable(text));
        QVERIFY2(text.contains(u"tst_base_crash"_s) && text.count(u"+0x"_s) >= 2, qPrintable(text));
        QVERIFY(!text.contains(QString::fromLatin1(password)));
        QVERIFY(qAbs(records.front().when.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // no image of the memory beside it
    }

#ifdef Q_OS_LINUX
    void isForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--crash"_s, u"pointer"_s, folder.path()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // others see what happened, as they would have
        const auto records = base::crashRecords(folder.path());
        QCOMPARE(records.size(), std::size_t(1));
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(records.front().path) & others, QFile::Permissions());
    }
#endif

    void nothingIsLeftOfAnEndInPeace()
    {
        const QTemporaryDir folder;
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--crash"_s, u"not"_s, folder.path()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), EXIT_SUCCESS);
        QVERIFY(base::crashRecords(folder.path()).empty());
    }

    void newestComeFirstAndOldOnesGo()
    {
        const QTemporaryDir folder;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int age = 0; age < 13; ++age) {
            QFile file(QDir(folder.path()).filePath(u"crash-x-%1.txt"_s.arg(age)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::number(age));
            file.flush();
            QVERIFY(file.setFileTime(now.addDays(-age), QFileDevice::FileModificationTime));
        }
        const auto records = base::crashRecords(folder.path());
        QCOMPARE(records.size(), std::size_t(10));
        QCOMPARE(records.front().text, u"0"_s);
        QCOMPARE(records.back().text, u"9"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 10);
    }

    void aFolderThatCannotBeMade()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(base::recordCrashes(file.fileName() + u"/below"_s, u"x"_s, u"1"_s), QString());
        QVERIFY(base::crashRecords(file.fileName() + u"/below"_s).empty());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--crash")
        return crash(arguments.value(2), arguments.value(3));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_base_crash.moc"
