#include "core/report/Reports.h"
#include "tests/core/report/SampleFleet.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using report::Cell;
using report::Table;

namespace {

/// Cell of a row by column id; a text that no cell has when the column does not exist.
Cell cell(const Table& table, std::size_t row, const QString& id)
{
    const auto column = std::ranges::find(table.columns, id, &report::Column::id);
    if (column == table.columns.end() || row >= table.rows.size())
        return u"(no such cell)"_s;
    return table.rows[row][static_cast<std::size_t>(column - table.columns.begin())];
}

QString text(const Table& table, std::size_t row, const QString& id)
{
    const Cell value = cell(table, row, id);
    if (const auto* number = std::get_if<std::uint64_t>(&value))
        return QString::number(*number);
    if (const auto* amount = std::get_if<report::Amount>(&value))
        return QString::number(amount->value);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? u"true"_s : u"false"_s;
    if (const auto* list = std::get_if<QStringList>(&value))
        return list->join(u';');
    if (const auto* numbers = std::get_if<report::Numbers>(&value)) {
        QStringList texts;
        for (const std::uint64_t each : *numbers)
            texts << QString::number(each);
        return texts.join(u';');
    }
    const auto* words = std::get_if<QString>(&value);
    return words != nullptr ? *words : u"(unknown)"_s;
}

QStringList column(const Table& table, const QString& id)
{
    QStringList values;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        values << text(table, row, id);
    return values;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreStable();
    void inventoryHasEveryServer();
    void inventoryCountsOnlyWhatWasRead();
    void gpusShowTheirAge();
    void gpuCapacities();
    void partitionsIncludeFreeOnes();
    void unreadAssignmentsAreNotFree();
    void unreadIsNotNone();
    void tooManyAdaptersAreCounted();
    void vmsNameTheirGpus();
    void essentialColumnsOnly();
};

void TestReports::columnsAreStable()
{
    const fleet::FleetSnapshot fleet = tests::sampleFleet();
    static const QRegularExpression snakeCase(u"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"_s);
    for (const Table& table : {report::inventory(fleet), report::gpus(fleet), report::partitions(fleet),
                               report::vms(fleet), report::gpus(fleet::FleetSnapshot())}) {
        QSet<QString> ids;
        for (const report::Column& known : table.columns) {
            QVERIFY2(snakeCase.match(known.id).hasMatch(), qPrintable(known.id));
            QVERIFY2(!ids.contains(known.id), qPrintable(known.id));
            QVERIFY(!known.title.isEmpty());
            ids.insert(known.id);
        }
        QCOMPARE(table.columns[0].id, u"server"_s);
        QCOMPARE(table.columns[2].id, u"server_state"_s);
        for (const auto& row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    }
}

void TestReports::inventoryHasEveryServer()
{
    const Table table = report::inventory(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(column(table, u"server"_s), (QStringList{u"NODE1"_s, u"NODE2"_s, u"OLD"_s, u"NEW"_s, u"CL2"_s}));
    QCOMPARE(column(table, u"server_state"_s),
             (QStringList{u"ready"_s, u"failed"_s, u"stale"_s, u"never_read"_s, u"failed"_s}));
    QCOMPARE(column(table, u"cluster"_s),
             (QStringList{u"CL1"_s, u"CL1"_s, u"(unknown)"_s, u"(unknown)"_s, u"CL2"_s}));
    QCOMPARE(column(table, u"data_age_seconds"_s),
             (QStringList{u"5"_s, u"(unknown)"_s, u"3600"_s, u"(unknown)"_s, u"(unknown)"_s}));
    QCOMPARE(column(table, u"error_code"_s), (QStringList{u"(unknown)"_s, u"unreachable"_s, u"timed-out"_s,
                                                          u"(unknown)"_s, u"unreachable"_s}));
    QCOMPARE(column(table, u"node_state"_s).first(2), (QStringList{u"up"_s, u"down"_s}));
    QCOMPARE(text(table, 2, u"unread_parts"_s).count(u';'), 1);
}

void TestReports::inventoryCountsOnlyWhatWasRead()
{
    const Table table = report::inventory(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(text(table, 0, u"gpus"_s), u"3"_s);
    QCOMPARE(text(table, 0, u"gpus_partitioned"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"gpus_paravirtualization"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"gpus_ready_for_dda"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"gpus_unknown"_s), u"0"_s);
    QCOMPARE(text(table, 0, u"partitions"_s), u"4"_s);      // what a paravirtual GPU reports is a placeholder
    QCOMPARE(text(table, 0, u"partitions_used"_s), u"3"_s); // one of them on whichever GPU the host chooses
    QCOMPARE(text(table, 0, u"partitions_over_committed"_s), u"0"_s);
    QCOMPARE(text(table, 0, u"vms"_s), u"2"_s);
    QCOMPARE(text(table, 0, u"vms_running"_s), u"1"_s);
    for (const QString& id :
         {u"gpus"_s, u"gpus_unknown"_s, u"partitions"_s, u"vms"_s, u"os_build"_s, u"hyperv_role"_s})
        QCOMPARE(text(table, 1, id), u"(unknown)"_s);
    QCOMPARE(text(table, 2, u"partitions"_s), u"8"_s);
    QCOMPARE(text(table, 2, u"partitions_used"_s), u"(unknown)"_s);
    QCOMPARE(text(table, 2, u"vms"_s), u"(unknown)"_s);
}

void TestReports::gpusShowTheirAge()
{
    const Table table = report::gpus(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(column(table, u"server"_s), (QStringList{u"NODE1"_s, u"NODE1"_s, u"NODE1"_s, u"OLD"_s}));
    QCOMPARE(text(table, 3, u"server_state"_s), u"stale"_s);
    QCOMPARE(text(table, 3, u"data_age_seconds"_s), u"3600"_s);
    QCOMPARE(column(table, u"assigned_status"_s),
             (QStringList{u"Partitioned"_s, u"Paravirtualization"_s, u"Ready for DDA assignment"_s,
                          u"Partitioned"_s}));
    QCOMPARE(text(table, 2, u"sub_status"_s), u"free-for-dda"_s);
    QVERIFY(text(table, 0, u"status_evidence"_s).startsWith(u"Msvm_PartitionableGpu.Name=\\\\?\\PCI#"_s));
}

void TestReports::gpuCapacities()
{
    const Table table = report::gpus(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(text(table, 0, u"capacity_kind"_s), u"amount"_s);
    QCOMPARE(text(table, 0, u"vram_total"_s), u"15929966592"_s);
    QCOMPARE(text(table, 0, u"encode_total"_s), u"(unknown)"_s); // the "not reported" number
    QCOMPARE(text(table, 0, u"decode_total"_s), u"9007199254740993"_s);
    QCOMPARE(text(table, 0, u"compute_total"_s), u"(unknown)"_s);
    QCOMPARE(text(table, 0, u"vendor_id"_s), u"0x10DE"_s);
    QCOMPARE(text(table, 0, u"device_id"_s), u"0x25E6"_s);
    QCOMPARE(text(table, 0, u"valid_partition_counts"_s), u"16;8;4;2;1"_s);
    QCOMPARE(text(table, 0, u"partitions_running"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"partitions_resolved_at_start"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"partitions_free"_s), u"2"_s);
    QCOMPARE(text(table, 1, u"capacity_kind"_s), u"scale"_s);
    QCOMPARE(text(table, 1, u"vram_total"_s), u"1000000000"_s);
    QCOMPARE(text(table, 2, u"partition_count"_s), u"(unknown)"_s);
    QCOMPARE(text(table, 3, u"partitions_free"_s), u"(unknown)"_s); // its adapters could not be read
}

void TestReports::partitionsIncludeFreeOnes()
{
    const Table table = report::partitions(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(column(table, u"partition_state"_s).first(6),
             (QStringList{u"running"_s, u"resolved_at_start"_s, u"free"_s, u"free"_s, u"free"_s,
                          u"gpu_unknown"_s}));
    QCOMPARE(column(table, u"partition_id"_s).first(5),
             (QStringList{u"2"_s, u"(unknown)"_s, u"0"_s, u"1"_s, u"0"_s}));
    QCOMPARE(text(table, 0, u"vm_state"_s), u"running"_s);
    QCOMPARE(text(table, 0, u"partition_vram"_s), u"1991245824"_s);
    QCOMPARE(text(table, 1, u"vm_state"_s), u"off"_s);
    QCOMPARE(text(table, 1, u"partition_vram"_s), u"(unknown)"_s);
    QCOMPARE(text(table, 2, u"vm_id"_s), u"(unknown)"_s);
    QCOMPARE(text(table, 5, u"vm_id"_s), u"C"_s);
    QCOMPARE(text(table, 5, u"gpu_name"_s), u"(unknown)"_s);
}

void TestReports::unreadAssignmentsAreNotFree()
{
    const Table table = report::partitions(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(table.rows.size(), std::size_t{7 + 8});
    for (std::size_t row = 7; row < table.rows.size(); ++row) {
        QCOMPARE(text(table, row, u"partition_state"_s), u"unknown"_s);
        QCOMPARE(text(table, row, u"partition_id"_s), u"(unknown)"_s);
    }
}

void TestReports::tooManyAdaptersAreCounted()
{
    fleet::FleetSnapshot fleet = tests::sampleFleet();
    auto record = std::make_shared<fleet::HostRecord>(*fleet.hosts.front());
    auto host = std::make_shared<model::HostSnapshot>(*record->snapshot);
    host->gpus.front().partitioning->partitionCount = std::uint16_t{1};
    record->snapshot = host;
    fleet.hosts.front() = record;
    QCOMPARE(text(report::gpus(fleet, tests::sampleNow()), 0, u"over_committed"_s), u"1"_s);
    // One more adapter is resolved at start, and no GPU has a partition for it.
    QCOMPARE(text(report::inventory(fleet, tests::sampleNow()), 0, u"partitions_over_committed"_s), u"2"_s);
}

// Used partitions are counted at their GPUs; who chose a GPU is told by the adapter.
void TestReports::unreadIsNotNone()
{
    fleet::FleetSnapshot fleet = tests::sampleFleet();
    auto record = std::make_shared<fleet::HostRecord>(*fleet.hosts.front());
    auto host = std::make_shared<model::HostSnapshot>(*record->snapshot);
    model::ReadNote note;
    note.part = model::Part::PartitionableGpus;
    host->notes = {note};
    host->gpus.front().assignments.front().adapterId.clear();
    record->snapshot = host;
    fleet.hosts.front() = record;
    QCOMPARE(text(report::inventory(fleet, tests::sampleNow()), 0, u"partitions_used"_s), u"(unknown)"_s);
    const Table table = report::partitions(fleet, tests::sampleNow());
    QCOMPARE(text(table, 0, u"partition_state"_s), u"running"_s);
    QCOMPARE(text(table, 0, u"automatic"_s), u"(unknown)"_s);
    QVERIFY(text(table, 1, u"automatic"_s) != u"(unknown)"_s);
}

void TestReports::vmsNameTheirGpus()
{
    const Table table = report::vms(tests::sampleFleet(), tests::sampleNow());
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(text(table, 0, u"vm_name"_s), u"=cmd|' /C calc'!A0"_s);
    QCOMPARE(column(table, u"gpus"_s), (QStringList{u"NVIDIA A2"_s, u"NVIDIA A2"_s}));
    QCOMPARE(text(table, 0, u"gpu_instance_ids"_s),
             text(report::gpus(tests::sampleFleet(), tests::sampleNow()), 0, u"instance_id"_s));
    QCOMPARE(text(table, 0, u"gpu_partitions"_s), u"1"_s);
    QCOMPARE(text(table, 0, u"clustered"_s), u"(unknown)"_s);
}

void TestReports::essentialColumnsOnly()
{
    const Table all = report::gpus(tests::sampleFleet(), tests::sampleNow());
    const Table narrow = report::essential(all);
    QVERIFY(narrow.columns.size() < all.columns.size());
    QCOMPARE(narrow.rows.size(), all.rows.size());
    QCOMPARE(text(narrow, 3, u"assigned_status"_s), u"Partitioned"_s);
    QCOMPARE(text(narrow, 3, u"status_evidence"_s), u"(no such cell)"_s);
    Table unmarked = tests::awkwardTable();
    for (report::Column& known : unmarked.columns)
        known.essential = false;
    QCOMPARE(report::essential(unmarked).columns.size(), unmarked.columns.size());
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_report_reports.moc"
