#include "core/operations/PowerShell.h"
#include "tests/core/operations/RunBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

/// What PowerShell would run: string literals taken out (their values collected) and comments dropped. Fails
/// when a literal does not end.
struct Parsed
{
    explicit Parsed(const QString& script)
    {
        bool inText = false;
        for (qsizetype i = 0; i < script.size(); ++i) {
            const QChar c = script[i];
            const bool isQuote = c == u'\'' || (c >= QChar(0x2018) && c <= QChar(0x201B));
            if (!inText && c == u'#') {
                while (i + 1 < script.size() && script[i + 1] != u'\n')
                    ++i;
            } else if (inText && isQuote && i + 1 < script.size() && script[i + 1] == c) {
                texts.back() += c;
                ++i;
            } else if (isQuote) {
                inText = !inText;
                if (inText)
                    texts << QString();
                else
                    code += u'T';
            } else if (inText) {
                texts.back() += c;
            } else {
                code += c;
            }
        }
        closed = !inText;
    }

    QString code;
    QStringList texts;
    bool closed = false;
};

QStringList commands(const Plan& plan)
{
    QStringList lines;
    for (const QString& line : powerShell(plan).split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(u'#'))
            lines << trimmed;
    }
    return lines;
}

} // namespace

class TestPowerShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsCounts();
    void assignsStandAlone();
    void assignsClustered();
    void turnsOffThroughTheCluster();
    void stopsAsTheRunDoes();
    void lateGuestsAreLeftAsTheyAre();
    void unassignsByAdapter();
    void oneBlockPerServer();
    void oddNamesStayText_data();
    void oddNamesStayText();
    void everyScenarioIsComplete();
};

void TestPowerShell::setsCounts()
{
    const Plan plan = RunScenario::setCount().plan;
    QCOMPARE(
        commands(plan),
        QStringList({u"Invoke-Command -ComputerName 'HV01' -ScriptBlock {"_s,
                     u"$ErrorActionPreference = 'Stop'"_s,
                     u"Set-VMHostPartitionableGpu -Name '%1' -PartitionCount 8"_s.arg(scenarioGpu), u"}"_s}));
}

void TestPowerShell::assignsStandAlone()
{
    RunScenario scenario = RunScenario::assign(true, false, true);
    scenario.setPolicy(PowerPolicy::ShutDownThenTurnOff);
    const QStringList lines = commands(scenario.plan).mid(2);
    QCOMPARE(lines,
             QStringList({u"$vm = Get-VM -Id '%1'"_s.arg(scenarioVm.text()),
                          u"Stop-VM -VM $vm -Force -AsJob | Wait-Job -Timeout 120 | Out-Null"_s,
                          u"if ((Get-VM -Id '%1').State -ne 'Off') { Stop-VM -VM $vm -TurnOff -Force }"_s.arg(
                              scenarioVm.text()),
                          u"Add-VMGpuPartitionAdapter -VM $vm -InstancePath '%1'"_s.arg(scenarioGpu),
                          u"Start-VM -VM $vm"_s, u"}"_s}));
    Plan sized = RunScenario::assign(false, false, false).plan;
    sized.targets.front().steps.front().minPartitionVram = 1'991'245'824;
    QVERIFY(commands(sized).contains(u"Add-VMGpuPartitionAdapter -VM $vm -MinPartitionVRAM 1991245824"_s));
    QVERIFY(!powerShell(sized).contains(u"Start-VM"_s));
}

void TestPowerShell::assignsClustered()
{
    RunScenario scenario = RunScenario::assign(true, true, false);
    scenario.setPolicy(PowerPolicy::ShutDownThenTurnOff);
    const QStringList lines = commands(scenario.plan).mid(3);
    const QString id = scenarioVm.text();
    QCOMPARE(lines,
             QStringList({u"$resource = Get-ClusterResource -VMId '%1' | Where-Object { $_.ResourceType -eq "
                          "'Virtual Machine' }"_s.arg(id),
                          u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 3"_s,
                          u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 2"_s,
                          u"$resource | Stop-ClusterResource -Wait 120"_s,
                          u"if ((Get-VM -Id '%1').State -ne 'Off') {"_s.arg(id),
                          u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 0"_s,
                          u"$resource | Stop-ClusterResource -Wait 180"_s, u"}"_s,
                          u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 3"_s,
                          u"Add-VMGpuPartitionAdapter -VM $vm"_s,
                          u"Update-ClusterVirtualMachineConfiguration -VMId '%1'"_s.arg(id),
                          u"$resource | Start-ClusterResource -Wait 180"_s, u"}"_s}));
}

void TestPowerShell::turnsOffThroughTheCluster()
{
    RunScenario scenario = RunScenario::unassign(true, true, 1);
    scenario.setPolicy(PowerPolicy::TurnOff);
    const QStringList lines = commands(scenario.plan);
    const auto stop = lines.indexOf(u"$resource | Stop-ClusterResource -Wait 180"_s);
    QVERIFY(stop > 0);
    QCOMPARE(lines.at(stop - 1), u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 0"_s);
    QCOMPARE(lines.at(stop + 1), u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value 1"_s);
    RunScenario alone = RunScenario::unassign(true, false, 1);
    alone.setPolicy(PowerPolicy::TurnOff);
    QVERIFY(commands(alone.plan).contains(u"Stop-VM -VM $vm -TurnOff -Force"_s));
}

/// The script does to a VM's power and offline action what a run does, whatever its offline action was.
void TestPowerShell::stopsAsTheRunDoes()
{
    for (const std::uint32_t found : {0U, 1U, 2U, 3U}) {
        for (const PowerPolicy policy :
             {PowerPolicy::ShutDownThenTurnOff, PowerPolicy::ShutDownThenAsk, PowerPolicy::TurnOff}) {
            RunScenario scenario = RunScenario::unassign(true, true, 1);
            scenario.plan.targets.front().expected.offlineAction = found;
            scenario.world.vms[scenarioVm].cluster->offlineAction = found;
            scenario.setPolicy(policy);
            const QStringList lines =
                commands(scenario.plan).filter(QRegularExpression(u"OfflineAction|Stop-ClusterResource"_s));
            // The action in force whenever the resource is stopped, and the one that stands in the end.
            QStringList stops;
            QString action;
            for (const QString& line : lines) {
                if (line.contains(u"OfflineAction"))
                    action = line.section(u' ', -1);
                else
                    stops << action;
            }
            QCOMPARE(action, QString::number(found));
            const QStringList wanted = policy == PowerPolicy::TurnOff ? QStringList{u"0"_s}
                                       : policy == PowerPolicy::ShutDownThenTurnOff
                                           ? QStringList{u"2"_s, u"0"_s}
                                           : QStringList{u"2"_s};
            QCOMPARE(stops, wanted);
            Bench bench(scenario);
            bench.world.actionsAtStop.clear();
            QVERIFY(bench.run()->allSucceeded());
            QCOMPARE(bench.world.actionsAtStop, wanted.mid(0, 1));
            QCOMPARE(bench.world.vms[scenarioVm].cluster->offlineAction, found);
        }
    }
}

void TestPowerShell::lateGuestsAreLeftAsTheyAre()
{
    for (const bool clustered : {false, true}) {
        const Plan plan = RunScenario::assign(true, clustered, false).plan;
        const QString script = powerShell(plan);
        const auto late = script.indexOf(u".State -eq 'Off') {");
        QVERIFY(late > 0);
        QVERIFY(script.indexOf(clustered ? u"Stop-ClusterResource -Wait 120"_s : u"-Timeout 120"_s) < late);
        const auto otherwise = script.indexOf(u"} else {"_s);
        for (const QString& change :
             {u"Add-VMGpuPartitionAdapter"_s, clustered ? u"Start-ClusterResource"_s : u"Start-VM"_s}) {
            const auto place = script.indexOf(change);
            QVERIFY2(late < place && place < otherwise, qPrintable(change));
        }
        // As it was before: the offline action found.
        QCOMPARE(script.mid(otherwise).contains(u"-Name 'OfflineAction' -Value 1"_s), clustered);
    }
}

void TestPowerShell::unassignsByAdapter()
{
    const Plan plan = RunScenario::unassign(false, false, 2).plan;
    const QStringList lines = commands(plan);
    QCOMPARE(lines.filter(u"Remove-VMGpuPartitionAdapter"_s).size(), 2);
    for (const Step& step : plan.targets.front().steps)
        QVERIFY(lines.contains(u"Get-VMGpuPartitionAdapter -VM $vm | Where-Object { $_.Id -eq '%1' } | "
                               "Remove-VMGpuPartitionAdapter"_s.arg(step.adapterId)));
}

void TestPowerShell::oneBlockPerServer()
{
    Plan plan = RunScenario::assignSeveral(3, false, false).plan;
    plan.targets[1].host = model::HostId(u"other"_s);
    plan.targets[1].hostName = u"HV02"_s;
    const QString script = powerShell(plan);
    QCOMPARE(script.count(u"Invoke-Command"_s), 2);
    QVERIFY(script.indexOf(plan.targets[2].vm.text()) < script.indexOf(u"'HV02'"_s));
}

void TestPowerShell::oddNamesStayText_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << u"it's \"odd\" 'name'"_s;
    QTest::newRow("typographic quotes") << u"\u2018a\u2019 \u201Ab\u201B'; Remove-VM *; \u2019"_s;
    QTest::newRow("code") << u"$(Stop-Computer) `n; } | & 'x' #>"_s;
    QTest::newRow("lines") << u"first\r\nRemove-VM *\nlast\u2028Stop-VM\u0085x"_s;
    QTest::newRow("Japanese") << u"=\u4EEE\u60F3\u30DE\u30B7\u30F3"_s;
    QTest::newRow("long") << QString(64, u'\'');
}

void TestPowerShell::oddNamesStayText()
{
    QFETCH(QString, name);
    const Plan plain = RunScenario::unassign(true, true, 1).plan;
    Plan odd = plain;
    Target& target = odd.targets.front();
    target.name = name;
    target.hostName = name;
    target.vm = model::VmId(name);
    for (Step& step : target.steps) {
        step.gpuName = name;
        if (step.kind == StepKind::RemovePartitionAdapter)
            step.adapterId = name;
    }
    const Parsed expected(powerShell(plain));
    const Parsed parsed(powerShell(odd));
    QVERIFY(expected.closed && parsed.closed);
    QCOMPARE(parsed.code, expected.code); // the same commands, whatever the names are
    QVERIFY(parsed.texts.contains(name));
    QCOMPARE(parsed.texts.size(), expected.texts.size());
}

void TestPowerShell::everyScenarioIsComplete()
{
    for (const RunScenario& scenario : RunScenario::all()) {
        const Parsed parsed(powerShell(scenario.plan));
        QVERIFY(parsed.closed);
        QCOMPARE(parsed.code.count(u'{'), parsed.code.count(u'}'));
        // Comment, block, preference and end; then at least one line per step.
        QVERIFY(commands(scenario.plan).size() >=
                3 + static_cast<qsizetype>(scenario.plan.targets.front().steps.size()));
        QVERIFY(!powerShell(scenario.plan).contains(u'%'));
    }
    QCOMPARE(commands(Plan()).size(), 0);
}

QTEST_GUILESS_MAIN(TestPowerShell)
#include "tst_powershell.moc"
