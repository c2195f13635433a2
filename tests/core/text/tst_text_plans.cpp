#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "tests/core/operations/FleetOf.h"

#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <functional>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::operations;

namespace {

constexpr int lastFinding = static_cast<int>(FindingCode::VmBackedUp);
const model::HostId host(u"HV01"_s);

fleet::FleetSnapshot sampleFleet()
{
    test::FleetOf fleet;
    fleet.host(u"HV01"_s).gpu(u"G1"_s, 4).vm(u"A"_s, model::PowerState::Running).assigned();
    fleet.lastVm().name = u"\"%2\" <b>=web</b>"_s;
    fleet.lastGpu().assignments.back().vmName = fleet.lastVm().name;
    fleet.gpu(u"G2"_s, 4);
    fleet.lastGpu().pnp.emplace().busNumber = 27;
    fleet.vm(u"B"_s, model::PowerState::Critical);
    fleet.host(u"HV02"_s).gpu(u"G3"_s, 4);
    return fleet.build();
}

Plan setCount(const std::vector<GpuRef>& gpus, std::uint16_t count)
{
    return planSetCount({gpus, count, {}}, sampleFleet(),
                        {u"00000000-0000-0000-0000-000000000000"_s, QDateTime::currentDateTimeUtc()});
}

Finding findingOf(const Plan& plan, FindingCode code)
{
    for (const Finding& finding : plan.findings) {
        if (finding.code == code)
            return finding;
    }
    qFatal("no such finding");
    return {};
}

/// Notes what is asked for with a figure although it has no plural forms: no catalogue has an answer to that.
class PluralWatch final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/,
                      int n) const override
    {
        if (n >= 0 && !QByteArray(source).contains("%n"))
            misused << QString::fromLatin1(source);
        return {};
    }
    mutable QStringList misused;
};

/// Notes the figure that the message about part of a set is asked for with.
class FigureWatch final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/,
                      int n) const override
    {
        if (QByteArray(source).contains("homogeneous set"))
            figure = n;
        return {};
    }
    mutable int figure = -1;
};

Activity ended(ActivityTask task, const std::vector<Outcome>& outcomes)
{
    Activity activity;
    activity.task = task;
    activity.state = ActivityState::Ended;
    for (const Outcome outcome : outcomes) {
        TargetProgress target;
        target.state = TargetProgress::State::Ended;
        target.report.outcome = outcome;
        activity.targets.push_back(target);
    }
    return activity;
}

} // namespace

class TestPlanWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void everyFindingHasWords();
    void partitionCountMessagesAreThoseOfTheDocument();
    void namesAreNotFormats();
    void countsOnOfferAreNamed();
    void unreadPartsAreNamed();
    void everyStepHasWords();
    void valuesOfSteps();
    void everyOutcomeAndStateHasWords();
    void titles();
    void downtimes();
    void summaries();
    void theVerbAgreesWithThoseSelected();
    void whoComesSecondIsToldWhatToDo();
    void likelyCauses_data();
    void likelyCauses();
    void reasons();
    void durations();
};

void TestPlanWords::everyFindingHasWords()
{
    PluralWatch watch;
    QCoreApplication::installTranslator(&watch);
    const Plan plan;
    QSet<QString> seen;
    for (int i = 0; i <= lastFinding; ++i) {
        for (const QStringList& arguments : {QStringList(), QStringList{u"a"_s, u"2"_s, u"3"_s}}) {
            const Finding finding{static_cast<FindingCode>(i), Severity::Blocking, host, {}, {}, arguments};
            const text::FindingText words = text::present(finding, plan, sampleFleet());
            QVERIFY2(!words.message.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!words.message.contains(u'%'), qPrintable(words.message));
            QVERIFY2(!words.advice.contains(u'%'), qPrintable(words.advice));
            QVERIFY2(words.message.endsWith(u'.'), qPrintable(words.message));
            QCOMPARE(words.subject, u"HV01"_s);
            if (arguments.isEmpty())
                QVERIFY2(!seen.contains(words.message), qPrintable(words.message));
            seen.insert(words.message);
            const bool isInformation = finding.code == FindingCode::CountUnchanged ||
                                       finding.code == FindingCode::VmRunningSkipped ||
                                       finding.code == FindingCode::ParavirtualGpu ||
                                       finding.code == FindingCode::DeviceAlreadyDismounted ||
                                       finding.code == FindingCode::DeviceNotDismounted ||
                                       finding.code == FindingCode::ClientWindows ||
                                       finding.code == FindingCode::SettingsUnchanged ||
                                       finding.code == FindingCode::SettingsKept ||
                                       finding.code == FindingCode::PoolNameInvalid ||
                                       finding.code == FindingCode::PoolsNeedServer2025;
            QCOMPARE(words.advice.isEmpty(), isInformation);
        }
    }
    QCOMPARE(watch.misused, QStringList());
    QSet<QString> severities;
    for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Blocking})
        severities.insert(text::severity(severity));
    QVERIFY(severities == QSet<QString>({u"Note"_s, u"Warning"_s, u"Error"_s}));
}

void TestPlanWords::partitionCountMessagesAreThoseOfTheDocument()
{
    const auto words = [](const Plan& plan, FindingCode code) {
        return text::present(findingOf(plan, code), plan, sampleFleet());
    };
    const Plan part = setCount({{model::HostId(u"HV02"_s), model::GpuId(u"G3"_s)},
                                {model::HostId(u"HV01"_s), model::GpuId(u"G2"_s)}},
                               8);
    const auto partial = words(part, FindingCode::PartOfHomogeneousSet);
    QVERIFY(partial.message.contains(u"Only 2 of the 3 GPUs"));
    QVERIFY(
        partial.message.contains(u"might result in different partition counts, which isn't recommended"_s));
    const Plan held = setCount({{host, model::GpuId(u"G1"_s)}}, 8);
    const auto assigned = words(held, FindingCode::PartitionsAssigned);
    QCOMPARE(assigned.subject, u"NVIDIA A2 #1 on HV01"_s);
    QVERIFY(assigned.message.contains(u"=web"_s));
    QVERIFY(assigned.advice.startsWith(u"First unassign"));
    const Plan plan;
    const auto of = [&](FindingCode code) {
        return text::present({code, Severity::Blocking, {}, {}, {}, {}}, plan, sampleFleet());
    };
    QVERIFY(of(FindingCode::ServersDiffer).message.contains(u"don't all have the same configuration"_s));
    QVERIFY(of(FindingCode::ServersDiffer)
                .advice.contains(u"Manually select the GPUs with the same configuration"_s));
    QVERIFY(of(FindingCode::MixedConfiguration).message.contains(u"different configurations"_s));
    QVERIFY(of(FindingCode::MixedConfiguration).subject.isEmpty());
}

void TestPlanWords::namesAreNotFormats()
{
    const Plan plan = setCount({{host, model::GpuId(u"G1"_s)}}, 8);
    const auto words = text::present(findingOf(plan, FindingCode::PartitionsAssigned), plan, sampleFleet());
    QVERIFY(words.message.contains(u"\"%2\" <b>=web</b>"_s));
    QStringList many;
    for (int i = 1; i <= 20; ++i)
        many << u"vm%1"_s.arg(i);
    const auto list = text::present({FindingCode::PartitionsAssigned, Severity::Blocking, host, {}, {}, many},
                                    plan, sampleFleet());
    QVERIFY(list.message.contains(u"vm8 and 12 more"_s));
    QVERIFY(!list.message.contains(u"vm9"_s));
}

void TestPlanWords::countsOnOfferAreNamed()
{
    const Plan plan = setCount({{host, model::GpuId(u"G2"_s)}}, 3);
    const auto words = text::present(findingOf(plan, FindingCode::CountNotValid), plan, sampleFleet());
    QCOMPARE(words.subject, u"NVIDIA A2 #2 (PCI bus 27) on HV01"_s);
    QVERIFY(words.message.contains(u"3 partitions"_s));
    QVERIFY(words.advice.contains(u"1, 2, 4, 8, 16"_s));
}

void TestPlanWords::unreadPartsAreNamed()
{
    const Finding finding{
        FindingCode::HostNotReady, Severity::Blocking, host, {}, {}, {model::name(model::Part::Partitions)}};
    const QString message = text::present(finding, {}, sampleFleet()).message;
    QVERIFY2(message.contains(u"could not be read (") && !message.contains(u"()"), qPrintable(message));
    const Finding stranger{
        FindingCode::HostNotReady, Severity::Blocking, model::HostId(u"HV99"_s), {}, {}, {}};
    QCOMPARE(text::present(stranger, {}, sampleFleet()).subject, u"HV99"_s);
}

void TestPlanWords::everyStepHasWords()
{
    QSet<QString> seen;
    for (int kind = 0; kind <= static_cast<int>(StepKind::BringClusterOnline); ++kind) {
        Step step;
        step.kind = static_cast<StepKind>(kind);
        const QString words = text::step(step);
        QVERIFY(!words.isEmpty() && !words.contains(u'%') && !seen.contains(words));
        seen.insert(words);
    }
    seen.clear();
    for (int policy = 0; policy <= static_cast<int>(PowerPolicy::Skip); ++policy)
        seen.insert(text::powerPolicy(static_cast<PowerPolicy>(policy)));
    QCOMPARE(seen.size(), 5);
    QVERIFY(!seen.contains(QString()));
}

void TestPlanWords::valuesOfSteps()
{
    Step step;
    step.before = 4;
    step.after = 8;
    QCOMPARE(text::step(step), u"Set the partition count from 4 to 8"_s);
    step.kind = StepKind::SetOfflineAction;
    step.before = 1;
    step.after = 3;
    QCOMPARE(text::step(step), u"Set the cluster's offline action from \"Save\" to \"Forced shut down\""_s);
    step.kind = StepKind::ShutDownGuest;
    QCOMPARE(text::step(step), u"Shut the guest down (2 minutes at most, then ask)"_s);
    step.power.policy = PowerPolicy::TurnOff;
    QCOMPARE(text::step(step), u"Turn the VM off"_s);
    step.kind = StepKind::RemovePartitionAdapter;
    step.adapterId = u"Microsoft:VM\\4F2A"_s;
    QVERIFY(text::step(step).endsWith(u"4F2A"));
    step.kind = StepKind::AddPartitionAdapter;
    step.minPartitionVram = 1'991'245'824;
    QVERIFY(text::step(step).contains(u"1.85 GB"_s));
}

void TestPlanWords::everyOutcomeAndStateHasWords()
{
    QSet<QString> labels;
    QSet<QString> meanings;
    for (int i = 0; i <= static_cast<int>(Outcome::Indeterminate); ++i) {
        labels.insert(text::outcome(static_cast<Outcome>(i)));
        meanings.insert(text::outcomeMeaning(static_cast<Outcome>(i)));
    }
    QCOMPARE(labels.size(), 9);
    QCOMPARE(meanings.size(), 9);
    QVERIFY(!labels.contains(QString()) && !meanings.contains(QString()));
    QSet<QString> states;
    for (int i = 0; i <= static_cast<int>(ActivityState::Dismissed); ++i) {
        Activity activity = ended(ActivityTask::Run, {Outcome::Succeeded});
        activity.state = static_cast<ActivityState>(i);
        states.insert(text::activityState(activity));
    }
    QCOMPARE(states.size(), 6);
    QVERIFY(!states.contains(QString()));
}

void TestPlanWords::titles()
{
    Plan plan = setCount({{model::HostId(u"HV02"_s), model::GpuId(u"G3"_s)},
                          {model::HostId(u"HV01"_s), model::GpuId(u"G2"_s)}},
                         8);
    QCOMPARE(text::planTitle(plan), u"Partition count of 2 GPUs on 2 servers"_s);
    plan.targets.pop_back();
    QCOMPARE(text::planTitle(plan), u"Partition count of NVIDIA A2 on HV02"_s);
    plan.targets.clear();
    QCOMPARE(text::planTitle(plan), u"Partition count of 2 GPUs"_s);
    AssignRequest assign;
    assign.vms = {model::VmId(u"A"_s), model::VmId(u"B"_s), model::VmId(u"C"_s)};
    plan.request = assign;
    QCOMPARE(text::planTitle(plan), u"Assign a GPU partition to 3 VMs"_s);
    plan.request =
        UnassignRequest{{{host, model::VmId(u"A"_s), u"1"_s}, {host, model::VmId(u"A"_s), u"2"_s}}, {}, {}};
    QVERIFY(text::planTitle(plan).startsWith(u"Unassign GPU partitions from 1"));
}

void TestPlanWords::downtimes()
{
    Plan plan;
    QCOMPARE(text::downtime(plan), u"No VM goes down"_s);
    plan.targets.resize(3);
    plan.targets[0].vm = model::VmId(u"A"_s);
    plan.targets[1].vm = model::VmId(u"B"_s);
    plan.targets[0].goesDown = plan.targets[1].goesDown = true;
    plan.targets[1].maxDowntime = std::chrono::seconds(210);
    QCOMPARE(text::downtime(plan),
             u"2 VMs go down, each for at most 3 minutes 30 seconds if every step works"_s);
    plan.targets[1].vm = plan.targets[0].vm; // twice the same one
    QVERIFY(text::downtime(plan).startsWith(u"1 VM"_s));
}

void TestPlanWords::summaries()
{
    const auto mixed = ended(ActivityTask::Run, {Outcome::Succeeded, Outcome::Succeeded, Outcome::Succeeded,
                                                 Outcome::PutBack, Outcome::Skipped});
    QCOMPARE(text::activitySummary(mixed), u"3 of 5 succeeded, 1 failed and put back, 1 skipped"_s);
    QCOMPARE(text::activityState(mixed), u"Partly succeeded"_s);
    const auto undone = ended(ActivityTask::PutBack, {Outcome::PutBack, Outcome::PutBack});
    QCOMPARE(text::activitySummary(undone), u"2 of 2 put back"_s);
    QCOMPARE(text::activityState(undone), u"Put back"_s);
    const auto refused = ended(ActivityTask::PutBack, {Outcome::Refused, Outcome::Succeeded});
    QCOMPARE(text::activityState(refused), u"Not put back"_s);
    QCOMPARE(text::activitySummary(refused), u"0 of 2 put back, 1 not put back, 1 refused"_s);
    Activity off = mixed;
    off.plan.targets.resize(off.targets.size());
    QCOMPARE(text::vmsLeft(off), QString());
    off.plan.targets[3].name = u"web"_s;
    off.plan.targets[4].name = u"%1"_s;
    off.targets[3].report.vmLeft = off.targets[4].report.vmLeft = VmLeft::Off;
    QCOMPARE(text::vmsLeft(off), u"Left off, though running before: web, %1."_s);
    QCOMPARE(text::outcome(off.targets[3].report), u"Put back; the VM is off"_s);
    off.targets[4].report.vmLeft = VmLeft::MayBeOff;
    QVERIFY(text::vmsLeft(off).endsWith(u"May be off, though running before: %1."));
    QCOMPARE(text::activityState(ended(ActivityTask::Run, {Outcome::Cancelled})), u"Cancelled"_s);
    QCOMPARE(text::activityState(ended(ActivityTask::Run, {Outcome::Failed, Outcome::Cancelled})),
             u"Failed"_s);
    Activity running = mixed;
    running.state = ActivityState::Running;
    running.targets.back().state = TargetProgress::State::Running;
    QCOMPARE(text::activitySummary(running), u"4 of 5 done"_s);
    QCOMPARE(text::activityState(running), u"Running"_s);
    running.cancelling = true;
    QCOMPARE(text::activityState(running), u"Cancelling"_s);
    running.state = ActivityState::Interrupted;
    QVERIFY(text::activitySummary(running).endsWith(u"1 not ended"));
}

void TestPlanWords::theVerbAgreesWithThoseSelected()
{
    FigureWatch watch;
    QCoreApplication::installTranslator(&watch);
    const Plan one = setCount({{model::HostId(u"HV01"_s), model::GpuId(u"G2"_s)}}, 8);
    const Finding finding = findingOf(one, FindingCode::PartOfHomogeneousSet);
    QVERIFY(text::present(finding, one, sampleFleet()).message.startsWith(u"Only 1 of the 2 GPUs"));
    QCOMPARE(watch.figure, 1); // "is selected"
}

void TestPlanWords::whoComesSecondIsToldWhatToDo()
{
    const auto tells = [](const TargetReport& report, const QString& difference) {
        const QString words = text::targetReason(report);
        return words.contains(u"another console"_s) && words.contains(u"reading it again"_s) &&
               words.startsWith(difference[0].toUpper() + difference.mid(1) +
                                u": it was changed elsewhere"_s) &&
               words.contains(u"Refresh, and plan anew"_s);
    };
    TargetReport report;
    report.outcome = Outcome::Refused;
    report.changed = u"its partition count is 8, where the plan found 4"_s;
    QVERIFY2(tells(report, report.changed), qPrintable(text::targetReason(report)));
    QVERIFY(text::targetReason(report).contains(u"Nothing was done to it here."_s));
    // When the other one came in between two steps.
    report.outcome = Outcome::PutBack;
    report.changed = u"somebody else added a partition adapter"_s;
    report.error.emplace().detail = report.changed;
    QVERIFY2(tells(report, report.changed), qPrintable(text::targetReason(report)));
    QVERIFY(!text::targetReason(report).contains(u"Nothing was done"_s));
}

void TestPlanWords::likelyCauses_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("cause");
    const QString resources = u"Mostly all partitions of the GPU are in use by VMs that run; or memory"_s;
    QTest::newRow("no resources, as a code") << 0x800705AAU << u"Failed."_s << resources;
    QTest::newRow("no resources, in the text")
        << 32768U << u"Insufficient system resources exist (0x800705aa)."_s << resources;
    QTest::newRow("invalid parameter")
        << 32773U << u"The parameter is incorrect."_s
        << u"Hyper-V says this for many causes; mostly the size of the partition does not fit the GPU"_s;
    QTest::newRow("anything else") << 32775U << u"Wrong state."_s << QString();
}

void TestPlanWords::likelyCauses()
{
    QFETCH(quint32, code);
    QFETCH(QString, said);
    QFETCH(QString, cause);
    TargetReport report;
    report.outcome = Outcome::PutBack;
    base::Error& error = report.error.emplace();
    error.layer = base::Layer::Job;
    error.code = base::ErrorCode::JobFailed;
    error.nativeCode = code;
    error.hostText = said;
    const QString words = text::targetReason(report, u"HV01"_s);
    QVERIFY2(words.contains(u"The server says: "_s + said), qPrintable(words));
    QVERIFY2(cause.isEmpty() ? !words.contains(u"ostly"_s) : words.contains(cause), qPrintable(words));
}

void TestPlanWords::reasons()
{
    TargetReport report;
    report.outcome = Outcome::Succeeded;
    QVERIFY(text::targetReason(report).isEmpty());
    report.outcome = Outcome::PutBack;
    report.changed = u"its partition count is 8"_s;
    QCOMPARE(text::targetReason(report), u"Changed since the plan was made: its partition count is 8."_s);
    // Names and several numbers keep their places, whatever is in them.
    report.changed = u"its partition count is 2, where this change left 8; before it was 4"_s;
    QVERIFY(text::targetReason(report).endsWith(report.changed + u'.'));
    report.changed =
        u"nothing further was begun on this server, because \"a \"%2\" 7\" could not be started again"_s;
    QVERIFY(text::targetReason(report).endsWith(report.changed + u'.'));
    report.changed.clear();
    base::Error ours;
    ours.layer = base::Layer::Model;
    ours.code = base::ErrorCode::Cancelled;
    ours.detail = u"stopped before step 2"_s;
    report.error = ours;
    QCOMPARE(text::targetReason(report), u"Stopped before step 2."_s);
    base::Error theirs;
    theirs.layer = base::Layer::Job;
    theirs.code = base::ErrorCode::JobFailed;
    theirs.host = u"HV01"_s;
    theirs.hostText = u"The %1 could not be started.\n"_s;
    report.undoError = theirs;
    const QString both = text::targetReason(report);
    QVERIFY(both.contains(u"Putting back: "_s) && both.contains(u"HV01"_s));
    QVERIFY(both.contains(u"The server says: The %1 could not be started."_s));
}

void TestPlanWords::durations()
{
    using std::chrono::milliseconds;
    const auto of = [](int ms) { return text::duration(milliseconds(ms)); };
    QCOMPARE(of(350), u"350 ms"_s);
    QCOMPARE(of(1'500), u"1.5 s"_s);
    QCOMPARE(of(2'000), u"2 seconds"_s);
    QCOMPARE(of(120'000), u"2 minutes"_s);
    QCOMPARE(of(150'000), u"2 minutes 30 seconds"_s);
    QCOMPARE(of(7'500'000), u"2 hours 5 minutes"_s);
    QCOMPARE(of(-5), u"0 ms"_s);
    QVERIFY(!text::duration(milliseconds::max()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPlanWords)
#include "tst_text_plans.moc"
