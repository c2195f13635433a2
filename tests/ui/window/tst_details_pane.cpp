#include "tests/support/FleetBuilder.h"
#include "tests/support/FleetSamples.h"
#include "ui/details/Describe.h"
#include "ui/details/DetailsPane.h"
#include "ui/details/FleetSummary.h"
#include "ui/details/ValueField.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QTextLayout>
#include <QToolButton>

using namespace hvgpu;
using namespace Qt::StringLiterals;

class TestDetailsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void gpuFieldsAreThoseOfTheDocumentInItsOrder()
    {
        const auto host = tests::readyHost(u"hv01"_s, {tests::partitionedGpu()});
        const ui::DetailContent content = ui::describeGpu(host, host.snapshot->gpus.front());
        QStringList labels;
        for (const ui::DetailField& field : content.sections.front().fields)
            labels.append(field.label);
        QCOMPARE(labels, (QStringList{u"GPU name"_s, u"GPU ID"_s, u"Available encoder"_s,
                                      u"Available decoder"_s, u"Available VRAM"_s, u"Valid partition count"_s,
                                      u"Current partition count"_s}));
        QCOMPARE(content.value(u"gpuName"_s), u"NVIDIA A2"_s);
        QVERIFY(content.value(u"gpuId"_s).startsWith(u"\\\\?\\PCI#VEN_10DE&DEV_25B6"_s));
        QCOMPARE(content.value(u"validPartitionCount"_s), u"1, 2, 4, 8, 16"_s);
        QCOMPARE(content.value(u"currentPartitionCount"_s), u"4"_s);
        QVERIFY(content.value(u"availableVram"_s).contains(u"13.1"_s));
        QCOMPARE(content.value(u"assignedStatus"_s), u"Partitioned"_s);
        QVERIFY(content.value(u"evidence"_s).contains(u"Msvm_PartitionableGpu"_s));
        QVERIFY(content.value(u"assignments"_s).contains(u"cad-02"_s));
    }

    void partitionFieldsAreThoseOfTheDocumentInItsOrder()
    {
        const auto host = tests::readyHost(u"hv01"_s, {tests::partitionedGpu()});
        const model::Gpu& gpu = host.snapshot->gpus.front();
        const auto slots_ = analysis::partitionLayout(gpu);
        const ui::DetailContent content = ui::describePartition(host, gpu, slots_.front());
        QStringList labels;
        for (const ui::DetailField& field : content.sections.front().fields)
            labels.append(field.label);
        QCOMPARE(labels, (QStringList{u"Partition ID"_s, u"VM ID"_s, u"Instance path"_s, u"Partition VRAM"_s,
                                      u"Partition encode"_s, u"Partition decode"_s}));
        QCOMPARE(content.value(u"partitionId"_s), u"0"_s);
        QCOMPARE(content.value(u"vmId"_s), u"11111111-0000-0000-0000-000000000001"_s);
        QCOMPARE(content.value(u"vmName"_s), u"cad-01"_s);
        QVERIFY(content.value(u"partitionVram"_s).contains(u"1.85"_s));
        const ui::DetailContent later = ui::describePartition(host, gpu, slots_.at(1));
        QCOMPARE(later.value(u"partitionId"_s), u"resolved at start"_s);
        const ui::DetailContent unused = ui::describePartition(host, gpu, slots_.back());
        QCOMPARE(unused.value(u"vmId"_s), u"none: free"_s);
    }

    void whoChoseTheGpuIsSaid_data()
    {
        QTest::addColumn<bool>("automatic");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("chosenBy");
        QTest::newRow("named") << false << true << u"the assignment"_s;
        QTest::newRow("automatic") << true << true << u"the host, when the virtual machine starts"_s;
        QTest::newRow("only the partition was read") << false << false << u"could not be read"_s;
    }
    void whoChoseTheGpuIsSaid()
    {
        QFETCH(const bool, automatic);
        QFETCH(const bool, known);
        model::Gpu gpu = tests::partitionedGpu();
        gpu.assignments.front().automatic = automatic;
        if (!known)
            gpu.assignments.front().adapterId.clear();
        auto host = tests::readyHost(u"hv01"_s, {gpu});
        if (!known) {
            auto data = std::make_shared<model::HostSnapshot>(*host.snapshot);
            data->notes.push_back({model::Part::PartitionAdapters, {}, {}});
            host.snapshot = data;
        }
        const auto slot = analysis::partitionLayout(host.snapshot->gpus.front()).front();
        const QString said =
            ui::describePartition(host, host.snapshot->gpus.front(), slot).value(u"placement"_s);
        QFETCH(const QString, chosenBy);
        QCOMPARE(said, chosenBy);
    }

    void aRunningPartitionWithoutAnIdIsNotCalledResolvedAtStart()
    {
        model::Gpu gpu = tests::partitionedGpu();
        gpu.assignments.front().partitionId.reset(); // its device says the rest
        const auto host = tests::readyHost(u"hv01"_s, {gpu});
        const model::Gpu& card = host.snapshot->gpus.front();
        const auto slot = analysis::partitionLayout(card).front();
        QVERIFY(slot.state == analysis::PartitionSlot::State::Running);
        QCOMPARE(ui::describePartition(host, card, slot).value(u"partitionId"_s),
                 u"in use, but not reported"_s);
        const QString lines = ui::describeGpu(host, card).value(u"assignments"_s);
        QVERIFY2(lines.contains(u"cad-01: a partition, which one is not reported"_s), qPrintable(lines));
        QVERIFY2(lines.contains(u"cad-02: partition resolved at start"_s), qPrintable(lines));
        const auto vm = std::ranges::find(host.snapshot->vms, u"cad-01"_s, &model::VirtualMachine::name);
        QVERIFY(vm != host.snapshot->vms.end());
        QCOMPARE(ui::describeVm(host, *vm).value(u"places"_s),
                 u"NVIDIA A2, a partition, which one is not reported"_s);
    }

    void placeholdersAreNotShownAsAmounts()
    {
        const auto host = tests::readyHost(u"hv02"_s, {tests::paravirtualGpu()});
        const ui::DetailContent content = ui::describeGpu(host, host.snapshot->gpus.front());
        QVERIFY2(content.value(u"availableVram"_s).contains(u'%'),
                 qUtf8Printable(content.value(u"availableVram"_s)));
        QCOMPARE(content.value(u"availableEncoder"_s), u"not reported"_s);
        QCOMPARE(content.value(u"assignedStatus"_s), u"Paravirtualization"_s);
    }

    void unreadableIsNeverNone()
    {
        auto data = std::make_shared<model::HostSnapshot>(
            *tests::readyHost(u"hv01"_s, {tests::undrivenGpu()}).snapshot);
        data->notes.push_back({model::Part::PartitionableGpus, {}, base::Error{}});
        auto host = tests::readyHost(u"hv01"_s, {});
        host.snapshot = data;
        const ui::DetailContent gpu = ui::describeGpu(host, data->gpus.front());
        QCOMPARE(gpu.value(u"availableVram"_s), u"could not be read"_s);
        const ui::DetailContent server = ui::describeHost(host, tests::sampleNow());
        QVERIFY(!server.value(u"notes"_s).startsWith(u"nothing"_s));
    }

    void failedServerSaysWhyAndWhatToDo()
    {
        const ui::DetailContent content =
            ui::describeHost(tests::failedHost(u"hv04"_s, true), tests::sampleNow());
        QVERIFY(!content.value(u"errorTitle"_s).isEmpty());
        QVERIFY(!content.value(u"errorAdvice"_s).isEmpty());
        QVERIFY(content.value(u"lastSuccess"_s).contains(u"2 hours ago"_s));
        QVERIFY(content.value(u"phase"_s).contains(u"last known"_s));
    }

    void summariesAddUp()
    {
        const auto fleet = tests::sampleFleet();
        const ui::FleetCounts counts = ui::countFleet(*fleet);
        QCOMPARE(counts.servers, 4);
        QCOMPARE(counts.ok, 2);
        QCOMPARE(counts.failed, 2);
        QCOMPARE(counts.gpus, 4);
        QCOMPARE(counts.partitionsInUse, 4);
        auto automatic = std::make_shared<model::HostSnapshot>(*fleet->hosts.front()->snapshot);
        automatic->unplacedAssignments.emplace_back().automatic = true; // on whichever GPU the host chooses
        auto record = std::make_shared<hvgpu::fleet::HostRecord>(*fleet->hosts.front());
        record->snapshot = automatic;
        hvgpu::fleet::FleetSnapshot more = *fleet;
        more.hosts.front() = record;
        QCOMPARE(ui::countFleet(more).partitionsInUse, 5);
        QCOMPARE(ui::describeFleet(*fleet).value(u"gpuCount"_s), u"4 known"_s); // hv03 failed
        QVERIFY(ui::describeFleet(*fleet).value(u"byStatus"_s).contains(u"Partitioned: 2"_s));
    }

    /// What is remembered of servers makes no difference.
    void countingAgainIsCountingAnew()
    {
        test::FleetBuilder fleet({.hosts = 12, .gpusPerHost = 2, .partitions = 4, .vmsPerHost = 5});
        ui::FleetCounter counter;
        for (int edit = 0; edit < 200; ++edit) {
            fleet.mutate();
            if (edit % 3 != 0)
                continue; // several edits at once
            fleet.commit();
            const ui::FleetCounts again = counter.count(*fleet.snapshot());
            const ui::FleetCounts anew = ui::countFleet(*fleet.snapshot());
            QCOMPARE(again.servers, anew.servers);
            QCOMPARE(again.ok, anew.ok);
            QCOMPARE(again.gpus, anew.gpus);
            QCOMPARE(again.partitions, anew.partitions);
            QCOMPARE(again.partitionsInUse, anew.partitionsInUse);
            QCOMPARE(again.inUseUnknown, anew.inUseUnknown);
            QCOMPARE(again.totalUnknown, anew.totalUnknown);
        }
        QVERIFY(counter.count(*fleet.snapshot()).partitions > 0);
    }

    void valuesAreCopiedByKeyAndButton()
    {
        ui::DetailsPane pane;
        pane.resize(900, 300);
        const auto host = tests::readyHost(u"hv01"_s, {tests::partitionedGpu()});
        pane.showContent(ui::describeGpu(host, host.snapshot->gpus.front()));
        pane.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        ui::ValueField* name = pane.field(u"gpuName"_s);
        QVERIFY(name != nullptr);
        QCOMPARE(name->accessibleName(), u"GPU name"_s);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Down);
        ui::ValueField* id = pane.field(u"gpuId"_s);
        QVERIFY(id->hasFocus());
        QTest::keyClick(id, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), id->value());
        QTest::mouseClick(pane.findChild<QToolButton*>(u"detailsCopyAll"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"Current partition count\t4"_s));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1400;
        QTest::newRow("narrow") << 420;
    }
    void nothingIsCutOff()
    {
        QFETCH(int, width);
        ui::DetailsPane pane;
        auto gpu = tests::partitionedGpu();
        gpu.name = QString(u"LongName"_s).repeated(20);
        const auto host = tests::readyHost(u"hv01"_s, {gpu});
        pane.showContent(ui::describeGpu(host, host.snapshot->gpus.front()));
        pane.resize(width, 400);
        pane.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto fields = pane.findChildren<ui::ValueField*>();
        QVERIFY(fields.size() > 15);
        for (const ui::ValueField* field : fields) {
            QVERIFY2(field->document()->size().height() <= field->height() + 1,
                     qUtf8Printable(field->objectName()));
            QVERIFY2(field->document()->size().width() <= field->width() + 1,
                     qUtf8Printable(field->objectName()));
        }
    }

    void anUpdateKeepsTheSelectionOfWhatDidNotChange()
    {
        ui::DetailsPane pane;
        const auto host = tests::readyHost(u"hv01"_s, {tests::partitionedGpu()});
        pane.showContent(ui::describeGpu(host, host.snapshot->gpus.front()));
        ui::ValueField* name = pane.field(u"gpuName"_s);
        name->selectAll();
        auto changed = tests::partitionedGpu();
        changed.partitioning->partitionCount = 8;
        const auto after = tests::readyHost(u"hv01"_s, {changed});
        pane.showContent(ui::describeGpu(after, after.snapshot->gpus.front()));
        QCOMPARE(pane.field(u"gpuName"_s), name);
        QVERIFY(name->textCursor().hasSelection());
        QCOMPARE(pane.field(u"currentPartitionCount"_s)->value(), u"8"_s);
    }

    /// Wherever the line ends: "-" and "-fix" would be read as something else.
    void optionsOfTheCommandLineStayWhole()
    {
        for (int filler = 1; filler < 40; ++filler) {
            const QString name = QString(filler, u'i') + u" with --fix"_s;
            ui::DetailContent content;
            content.title = u"a finding"_s;
            content.sections = {{u"finding"_s, {}, {{u"id"_s, name, u"1"_s, {}, true}}}};
            ui::DetailsPane pane;
            pane.showContent(content);
            const auto* label = pane.findChild<QWidget*>(u"section-finding"_s)->findChild<QLabel*>();
            QTextLayout layout(label->text(), label->font());
            layout.beginLayout();
            for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
                line.setLineWidth(label->minimumWidth());
                const QString words = label->text().mid(line.textStart(), line.textLength());
                QVERIFY2(words.contains(u'-') == words.contains(u"fix"_s), qUtf8Printable(words));
            }
            layout.endLayout();
            QVERIFY(layout.lineCount() >= 1);
            QVERIFY(content.toText().contains(u"--fix"_s)); // what is copied can be pasted
        }
    }

    void longNamesOfEvidenceAreNotCut()
    {
        const QString longest = u"Msvm_PartitionableGpu.SupportsIncomingLiveMigrationOfPartitions"_s;
        ui::DetailContent content;
        content.title = u"a check"_s;
        content.sections = {{u"evidence"_s, u"Evidence"_s, {{u"evidence1"_s, longest, u"1"_s, {}, true}}}};
        ui::DetailsPane pane;
        pane.showContent(content);
        pane.resize(700, 300);
        pane.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto name = [&pane] {
            const auto labels = pane.findChild<QWidget*>(u"section-evidence"_s)->findChildren<QLabel*>();
            return labels.back();
        };
        const QLabel& label = *name();
        QCOMPARE(label.text().remove(QChar(0x200B)), longest);
        const QRect needed =
            label.fontMetrics().boundingRect(label.contentsRect(), Qt::TextWordWrap, label.text());
        QVERIFY2(needed.width() <= label.contentsRect().width(), qPrintable(QString::number(needed.width())));
        QVERIFY(needed.height() <= label.contentsRect().height());
        // Another check with as many facts has names of its own.
        content.sections.front().fields.front().label = u"HvHost.Another"_s;
        pane.showContent(content);
        QCOMPARE(name()->text().remove(QChar(0x200B)), u"HvHost.Another"_s);
    }
};

QTEST_MAIN(TestDetailsPane)
#include "tst_details_pane.moc"
