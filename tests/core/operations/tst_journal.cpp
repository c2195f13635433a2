#include "core/operations/Journal.h"
#include "tests/core/operations/RunBench.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_plan = RunScenario::assign(true, true, true).plan;
        auto journal = Journal::create(m_folder->path(), m_plan, m_clock);
        QVERIFY(journal.has_value());
        m_path = (*journal)->path();
        JournalRecord record;
        record.kind = JournalRecord::Kind::StepBegun;
        record.target = 0;
        record.step = 1;
        QVERIFY((*journal)->append(record).has_value());
    }

    void beganAndNotEndedIsInterrupted()
    {
        const auto story = readJournal(m_path);
        QVERIFY(story.has_value());
        QVERIFY(story->isInterrupted());
        QVERIFY(story->plan.targets == m_plan.targets);
        QCOMPARE(story->records.size(), std::size_t(1));
        QCOMPARE(story->records.front().step, 1);
        QCOMPARE(journalFiles(m_folder->path()), QStringList{m_path});
    }

    void oneOwnerAtATime()
    {
        const auto owner = Journal::reopen(m_path, m_clock);
        QVERIFY(owner.has_value());
        const auto second = Journal::reopen(m_path, m_clock);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, base::ErrorCode::InUse);
        const auto story = readJournal(m_path);
        QVERIFY(story.has_value() && story->running && !story->isInterrupted());
    }

    void everyCutLeavesAReadableStory()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto firstLine = whole.indexOf('\n') + 1;
        for (qsizetype length = firstLine; length < whole.size(); length += 7) {
            const QString cut = m_folder->filePath(u"cut.journal"_s);
            QFile copy(cut);
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(whole.left(length));
            copy.close();
            const auto story = readJournal(cut);
            QVERIFY(story.has_value());
            QVERIFY(story->records.empty());
            QCOMPARE(story->tornTail, length != firstLine);
            // Going on drops the torn record instead of gluing the next one to it.
            auto journal = Journal::reopen(cut, m_clock);
            QVERIFY(journal.has_value());
            JournalRecord record;
            record.kind = JournalRecord::Kind::Dismissed;
            QVERIFY((*journal)->append(record).has_value());
            journal->reset();
            const auto after = readJournal(cut);
            QVERIFY(after.has_value() && after->dismissed && !after->tornTail);
        }
    }

    void damageInTheMiddleIsReportedWithItsLine()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        content[40] = content.at(40) == 'x' ? 'y' : 'x';
        file.seek(0);
        file.write(content);
        file.close();
        const auto story = readJournal(m_path);
        QVERIFY(!story.has_value());
        QVERIFY(story.error().detail.contains(u"line 1"));
    }

    void whatIsBegunAfterTheEndOpensItAgain()
    {
        for (const auto kind : {JournalRecord::Kind::UndoBegun, JournalRecord::Kind::StepBegun}) {
            const auto journal = Journal::reopen(m_path, m_clock).value();
            for (const auto step : {JournalRecord::Kind::PlanEnded, JournalRecord::Kind::Dismissed, kind}) {
                JournalRecord record;
                record.kind = step;
                record.target = 0;
                QVERIFY(journal->append(record).has_value());
                const auto story = readJournal(m_path);
                QCOMPARE(story->ended, step != kind);
                QCOMPARE(story->dismissed, step == JournalRecord::Kind::Dismissed);
            }
        }
        QVERIFY(readJournal(m_path)->isInterrupted());
    }

    void fullDiskLeavesNoHalfRecord()
    {
        if (!FullDisk::isPossible())
            QSKIP("needs a limit on the size of files");
        auto journal = Journal::reopen(m_path, m_clock).value();
        JournalRecord record;
        record.kind = JournalRecord::Kind::PlanEnded;
        {
            FullDisk disk;
            disk.fill(static_cast<std::uint64_t>(QFileInfo(m_path).size()) + 10);
            const auto written = journal->append(record);
            QVERIFY(!written.has_value());
            QCOMPARE(written.error().code, base::ErrorCode::Io);
            QVERIFY(!journal->append(record).has_value());
        }
        record.kind = JournalRecord::Kind::Dismissed;
        QVERIFY(journal->append(record).has_value());
        const auto story = readJournal(m_path);
        QVERIFY(story.has_value());
        QVERIFY(story->dismissed && !story->ended && !story->tornTail);
    }

    void journalThatCannotBeBegunLeavesNoFile()
    {
        if (!FullDisk::isPossible())
            QSKIP("needs a limit on the size of files");
        Plan other = m_plan;
        other.id = u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s;
        {
            FullDisk disk;
            disk.fill(512); // enough for the lock file only
            const auto journal = Journal::create(m_folder->path(), other, m_clock);
            QVERIFY(!journal.has_value());
            QCOMPARE(journal.error().code, base::ErrorCode::Io);
        }
        QCOMPARE(journalFiles(m_folder->path()), QStringList{m_path});
        QVERIFY(Journal::create(m_folder->path(), other, m_clock).has_value());
    }

    void readOnlyFolderIsNobodyAtWork()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        const bool protects = !QFile(m_folder->filePath(u"probe"_s)).open(QIODevice::WriteOnly);
        const auto story = readJournal(m_path);
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(story.has_value() && !story->running && story->isInterrupted());
        if (!protects)
            QSKIP("this user may write everywhere");
    }

    void unwritableFolderIsAClearError()
    {
        const auto journal = Journal::create(u"/proc/no/such/place"_s, m_plan, m_clock);
        QVERIFY(!journal.has_value());
        QCOMPARE(journal.error().code, base::ErrorCode::Io);
        QVERIFY(journal.error().target.contains(u"/proc/no/such/place"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    InstantClock m_clock;
    Plan m_plan;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
