#include "core/hyperv/Fields.h"
#include "core/hyperv/VmIdentity.h"
#include "tests/support/FakeSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using hyperv::Fields;

class tst_hyperv_fields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreExact();
    void nullAndAbsentAreNotNoted();
    void malformedIsNotedAndUnknown_data();
    void malformedIsNotedAndUnknown();
    void notesAreBounded();
    void arraysKeepOrderAndDuplicates();
    void equalTextsAreShared();
    void vmIdentity_data();
    void vmIdentity();
};

void tst_hyperv_fields::numbersAreExact()
{
    hyperv::ReadContext context;
    const cim::Instance row =
        tests::row(u"C"_s, {{u"Big"_s, u"18446744073709551615"_s}, {u"Zero"_s, u"0"_s}});
    const Fields fields(row, model::Part::PartitionableGpus, {}, context);
    QCOMPARE(fields.u64(u"Big").value(), UINT64_MAX);
    QCOMPARE(fields.u64(u"Zero").value(), 0U);
    QVERIFY(context.notes.empty());
}

void tst_hyperv_fields::nullAndAbsentAreNotNoted()
{
    hyperv::ReadContext context;
    cim::Instance row(u"C"_s);
    row.set(u"Null"_s, cim::Value::null(cim::Type::UInt64));
    const Fields fields(row, model::Part::PartitionableGpus, {}, context);
    QVERIFY(!fields.u64(u"Null").has_value());
    QVERIFY(!fields.u16(u"Absent").has_value());
    QVERIFY(!fields.flag(u"Absent").has_value());
    QVERIFY(!fields.time(u"Null").isValid());
    QVERIFY(fields.texts(u"Absent").isEmpty());
    QVERIFY(context.notes.empty());
}

void tst_hyperv_fields::malformedIsNotedAndUnknown_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"many"_s;
    QTest::newRow("negative") << u"-1"_s;
    QTest::newRow("too big") << u"65536"_s;
    QTest::newRow("beyond 64 bits") << u"18446744073709551616"_s;
    QTest::newRow("fraction") << u"1.5"_s;
}

void tst_hyperv_fields::malformedIsNotedAndUnknown()
{
    QFETCH(const QString, text);
    hyperv::ReadContext context;
    const cim::Instance row = tests::row(u"C"_s, {{u"PartitionCount"_s, text}});
    const Fields fields(row, model::Part::PartitionableGpus, u"gpu"_s, context);
    QVERIFY(!fields.u16(u"PartitionCount").has_value());
    QCOMPARE(context.notes.size(), 1U);
    const model::ReadNote& note = context.notes.front();
    QCOMPARE(note.part, model::Part::PartitionableGpus);
    QCOMPARE(note.subject, u"gpu"_s);
    QCOMPARE(note.error.target, u"PartitionCount"_s);
    QVERIFY(note.error.detail.contains(text));
}

void tst_hyperv_fields::notesAreBounded()
{
    hyperv::ReadContext context;
    const cim::Instance row = tests::row(u"C"_s, {{u"N"_s, u"x"_s}});
    const Fields fields(row, model::Part::Partitions, {}, context);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!fields.u16(u"N").has_value());
    QCOMPARE(context.notes.size(), 100U);
}

void tst_hyperv_fields::arraysKeepOrderAndDuplicates()
{
    hyperv::ReadContext context;
    cim::Instance row(u"C"_s);
    row.set(u"Counts"_s, cim::Value::strings({u"16"_s, u"8"_s, u"8"_s, u"x"_s, u"2"_s}));
    row.set(u"One"_s, cim::Value::string(u"32"_s)); // one element looks like a scalar on the wire
    const Fields fields(row, model::Part::PartitionableGpus, {}, context);
    QCOMPARE(fields.u16List(u"Counts"), (std::vector<std::uint16_t>{16, 8, 8, 2}));
    QCOMPARE(fields.u16List(u"One"), std::vector<std::uint16_t>{32});
    QCOMPARE(context.notes.size(), 1U);
}

void tst_hyperv_fields::equalTextsAreShared()
{
    hyperv::ReadContext context;
    const cim::Instance row = tests::row(u"C"_s, {{u"A"_s, u"NVIDIA"_s}, {u"B"_s, u"NVIDIA"_s}});
    const Fields fields(row, model::Part::PnpDevices, {}, context);
    const QString a = fields.text(u"A");
    const QString b = fields.text(u"B");
    QCOMPARE(a, u"NVIDIA"_s);
    QCOMPARE(a.constData(), b.constData());
}

void tst_hyperv_fields::vmIdentity_data()
{
    QTest::addColumn<QString>("instanceId");
    QTest::addColumn<QString>("vm");
    const QString guid = u"65DC9856-6807-4149-856F-A70FF052A931"_s;
    QTest::newRow("settings") << u"Microsoft:"_s + guid << guid;
    QTest::newRow("adapter") << u"Microsoft:"_s + guid + u"\\929890BC-BB33-4687-BC1A-F72A4F1B3B3F"_s << guid;
    QTest::newRow("lower case") << u"microsoft:"_s + guid.toLower() << guid;
    QTest::newRow("template") << u"Microsoft:Definition\\0DCC3FD1-0000-0000-0000-000000000000\\Default"_s
                              << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("other vendor") << u"Other:"_s + guid << QString();
    QTest::newRow("short") << u"Microsoft:65DC9856"_s << QString();
    QTest::newRow("not hexadecimal") << u"Microsoft:65DC9856-6807-4149-856F-A70FF052A93Z"_s << QString();
}

void tst_hyperv_fields::vmIdentity()
{
    QFETCH(const QString, instanceId);
    QFETCH(const QString, vm);
    const std::optional<model::VmId> id = hyperv::vmIdFromInstanceId(instanceId);
    QCOMPARE(id.has_value(), !vm.isEmpty());
    if (id)
        QCOMPARE(id->text(), vm);
    QCOMPARE(hyperv::vmIdFromGuid(u"{65dc9856-6807-4149-856f-a70ff052a931}").value().text(),
             u"65DC9856-6807-4149-856F-A70FF052A931"_s);
}

QTEST_GUILESS_MAIN(tst_hyperv_fields)
#include "tst_hyperv_fields.moc"
