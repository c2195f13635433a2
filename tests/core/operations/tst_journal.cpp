#include "core/operations/Journal.h"
#include "tests/core/operations/RunScenario.h"

#include <QDir>
#include <QFile>
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
