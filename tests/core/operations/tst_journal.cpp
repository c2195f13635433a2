#include "core/operations/ActivityStory.h"
#include "core/operations/ErrorJson.h"
#include "core/operations/Journal.h"
#include "core/operations/JournalLine.h"
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
            QVERIFY2(written.error().detail.contains(u"large"), // what such a limit says
                     qPrintable(written.error().detail));
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

    void callsAndErrorsComeBackWhole()
    {
        JournalRecord record;
        record.kind = JournalRecord::Kind::StepEnded;
        record.target = 0;
        record.step = 1;
        record.duration = std::chrono::milliseconds(1234);
        record.calls = {{u"Invoke AddResourceSettings"_s, u"=odd \"path\""_s, std::chrono::milliseconds(20),
                         u"4096, job completed"_s},
                        {u"Query"_s, {}, {}, u"ok"_s}};
        base::Error cause;
        cause.layer = base::Layer::Job;
        cause.code = base::ErrorCode::JobFailed;
        cause.operation = u"Job"_s;
        cause.target = u"Msvm_ConcreteJob"_s;
        cause.host = u"HV01"_s;
        cause.httpStatus = 500;
        cause.soapSubcode = u"InternalError"_s;
        cause.faultCode = 0x80338000U;
        cause.nativeCode = 0xFFFFFFFFU;
        cause.hostText = u"設計"_s;
        cause.detail = u"detail"_s;
        cause.retryable = true;
        record.cause = cause;
        record.error = base::describe(cause);
        {
            const auto journal = Journal::reopen(m_path, m_clock);
            QVERIFY(journal.has_value());
            QVERIFY((*journal)->append(record).has_value());
        }
        const auto story = readJournal(m_path);
        QVERIFY(story.has_value());
        const JournalRecord& back = story->records.back();
        QCOMPARE(back.duration, record.duration);
        QCOMPARE(back.calls.size(), std::size_t(2));
        QCOMPARE(back.calls[0].operation, record.calls[0].operation);
        QCOMPARE(back.calls[0].target, record.calls[0].target);
        QCOMPARE(back.calls[0].duration, record.calls[0].duration);
        QCOMPARE(back.calls[0].result, record.calls[0].result);
        QVERIFY(back.cause.has_value());
        QCOMPARE(base::describe(*back.cause), base::describe(cause));
        QCOMPARE(back.cause->layer, cause.layer);
        QCOMPARE(back.cause->code, cause.code);
        QCOMPARE(back.cause->nativeCode, cause.nativeCode);
        QCOMPARE(back.cause->detail, cause.detail);
        QVERIFY(back.cause->retryable && !back.undoCause.has_value());
    }

    void everyErrorCodeComesBack()
    {
        for (int code = 0; code <= static_cast<int>(base::ErrorCode::Internal); ++code) {
            for (int layer = 0; layer <= static_cast<int>(base::Layer::Local); ++layer) {
                base::Error error;
                error.code = static_cast<base::ErrorCode>(code);
                error.layer = static_cast<base::Layer>(layer);
                const base::Error back = detail::errorFrom(detail::toJson(error));
                QCOMPARE(back.code, error.code);
                QCOMPARE(back.layer, error.layer);
            }
        }
    }

    void recordsWithoutCallsStillRead()
    {
        const auto record = detail::recordFrom({{u"kind"_s, u"step-ended"_s},
                                                {u"at"_s, u"2026-01-01T00:00:00.000Z"_s},
                                                {u"target"_s, 0},
                                                {u"step"_s, 1},
                                                {u"error"_s, u"job: job-failed"_s}});
        QVERIFY(record.has_value());
        QVERIFY(record->calls.empty() && !record->cause && record->duration.count() == 0);
        JournalStory story;
        story.plan = m_plan;
        story.records = {*record};
        const Activity activity = activityFrom(story);
        QCOMPARE(activity.targets.front().report.steps.size(), std::size_t(1));
        QCOMPARE(activity.targets.front().report.steps.front().error->detail, u"job: job-failed"_s);
        QCOMPARE(activity.startedAt, m_plan.createdAt);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    InstantClock m_clock;
    Plan m_plan;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
