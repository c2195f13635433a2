#include "core/cim/ObjectPath.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;

namespace {

const QString gpuName = u"\\\\?\\PCI#VEN_10DE&DEV_2803&SUBSYS_16CF1771&REV_A1#4&32761ba1&0&00D8#{064092b3-"
                        u"625e-43bf-9eb5-dc845897dd59}"
                        "\\GPUPARAV"_s;
const QString gpuPath =
    u"\\\\HOST\\root\\virtualization\\v2:Msvm_PartitionableGpu.CreationClassName=\"Msvm_PartitionableGpu\","
    "Name=\"\\\\\\\\?\\\\PCI#VEN_10DE&DEV_2803&SUBSYS_16CF1771&REV_A1#4&32761ba1&0&00D8#"
    "{064092b3-625e-43bf-9eb5-dc845897dd59}\\\\GPUPARAV\""_s;

ObjectPath parsed(const QString& text)
{
    const auto path = ObjectPath::parse(text);
    if (!path)
        qWarning("%s", qPrintable(hvgpu::base::describe(path.error())));
    return path ? *path : ObjectPath();
}

} // namespace

class TestObjectPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("keyName");
        QTest::addColumn<QString>("keyText");
        const QString v2 = u"\\\\HOST\\root\\virtualization\\v2:"_s;
        const QString guid = u"65DC9856-6807-4149-856F-A70FF052A931"_s;
        QTest::newRow("vm")
            << v2 + u"Msvm_ComputerSystem.CreationClassName=\"Msvm_ComputerSystem\",Name=\""_s + guid + u'"'
            << u"Msvm_ComputerSystem"_s << u"Name"_s << guid;
        QTest::newRow("settings") << v2 + u"Msvm_VirtualSystemSettingData.InstanceID=\"Microsoft:"_s + guid +
                                         u'"'
                                  << u"Msvm_VirtualSystemSettingData"_s << u"InstanceID"_s
                                  << u"Microsoft:"_s + guid;
        QTest::newRow("gpu") << gpuPath << u"Msvm_PartitionableGpu"_s << u"Name"_s << gpuName;
        QTest::newRow("partition") << v2 + u"Msvm_GpuPartitionSettingData.InstanceID=\"Microsoft:A\\\\B\""_s
                                   << u"Msvm_GpuPartitionSettingData"_s << u"InstanceID"_s
                                   << u"Microsoft:A\\B"_s;
        QTest::newRow("template")
            << v2 +
                   u"Msvm_GpuPartitionSettingData.InstanceID=\"Microsoft:Definition\\\\0DCC3FD1\\\\Default\""_s
            << u"Msvm_GpuPartitionSettingData"_s << u"InstanceID"_s
            << u"Microsoft:Definition\\0DCC3FD1\\Default"_s;
        QTest::newRow("device")
            << v2 + u"Msvm_PciExpress.CreationClassName=\"Msvm_PciExpress\",DeviceID=\"Microsoft:"
                    u"X\\\\PCIP\\\\VEN_"
                    "15B3&DEV_1007\",SystemCreationClassName=\"Msvm_ComputerSystem\",SystemName=\"HOST\""_s
            << u"Msvm_PciExpress"_s << u"DeviceID"_s << u"Microsoft:X\\PCIP\\VEN_15B3&DEV_1007"_s;
        QTest::newRow("host with dots")
            << u"\\\\hv01.example.test\\root\\cimv2:C.A=\"b\""_s << u"C"_s << u"A"_s << u"b"_s;
        QTest::newRow("ipv6 host") << u"\\\\fe80::1\\root\\cimv2:C.A=\"b\""_s << u"C"_s << u"A"_s << u"b"_s;
        QTest::newRow("no host") << u"root\\cimv2:C.A=\"b\""_s << u"C"_s << u"A"_s << u"b"_s;
        QTest::newRow("relative") << u"C.A=\"b:c=d,e\""_s << u"C"_s << u"A"_s << u"b:c=d,e"_s;
        QTest::newRow("quotes") << u"C.A=\"say \\\"x\\\"\""_s << u"C"_s << u"A"_s << u"say \"x\""_s;
        QTest::newRow("empty value") << u"C.A=\"\""_s << u"C"_s << u"A"_s << u""_s;
        QTest::newRow("integer") << u"C.A=18446744073709551615"_s << u"C"_s << u"A"_s
                                 << u"18446744073709551615"_s;
        QTest::newRow("negative") << u"C.A=-9223372036854775808"_s << u"C"_s << u"A"_s
                                  << u"-9223372036854775808"_s;
        QTest::newRow("boolean") << u"C.A=TRUE"_s << u"C"_s << u"A"_s << u"true"_s;
        QTest::newRow("nameless key")
            << u"Win32_LogicalDisk=\"C:\""_s << u"Win32_LogicalDisk"_s << QString() << u"C:"_s;
    }
    void samplesReadBack()
    {
        QFETCH(QString, text);
        QFETCH(QString, keyName);
        QFETCH(QString, keyText);
        const ObjectPath path = parsed(text);
        QTEST(path.className(), "className");
        QVERIFY(path.key(keyName).toString() == keyText);
        QCOMPARE(path.toString(), text);
        QVERIFY(!path.isSingleton());
    }

    void otherSpellings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("slashes") << u"//HOST/root/cimv2:C.A=\"b\""_s << u"\\\\HOST\\root\\cimv2:C.A=\"b\""_s;
        QTest::newRow("doubled") << u"root\\\\cimv2:C"_s << u"root\\cimv2:C"_s;
        QTest::newRow("this host") << u"\\\\.\\root\\cimv2:C=@"_s << u"\\\\.\\root\\cimv2:C=@"_s;
        QTest::newRow("apostrophes") << u"C.A='b\"c'"_s << u"C.A=\"b\\\"c\""_s;
        QTest::newRow("blanks") << u"  C.A = 5 , B = true "_s << u"C.A=5,B=TRUE"_s;
        QTest::newRow("hex") << u"C.A=0x10"_s << u"C.A=16"_s;
        QTest::newRow("unescaped") << u"C.A=\"Microsoft:G\\0\""_s << u"C.A=\"Microsoft:G0\""_s;
    }
    void otherSpellings()
    {
        QFETCH(QString, text);
        QTEST(parsed(text).toString(), "canonical");
    }

    void singletonAndClass()
    {
        const ObjectPath singleton = parsed(u"\\\\H\\root\\cimv2:Win32_OperatingSystem=@"_s);
        QVERIFY(singleton.isSingleton());
        QVERIFY(singleton.keys().empty());
        QCOMPARE(singleton.relativePath(), u"Win32_OperatingSystem=@"_s);
        const ObjectPath classPath = parsed(u"root\\cimv2:Win32_OperatingSystem"_s);
        QVERIFY(!classPath.isSingleton());
        QCOMPARE(classPath.toString(), u"root\\cimv2:Win32_OperatingSystem"_s);
        QCOMPARE(classPath.host(), QString());
        QVERIFY(classPath.key(u"Name").isNull());
    }

    void referenceKeys()
    {
        const ObjectPath inner = parsed(gpuPath);
        const ObjectPath outer({}, u"root\\virtualization\\v2", u"Msvm_HostedService"_s,
                               {{u"Antecedent"_s, Value::reference(inner)}});
        const ObjectPath again = parsed(outer.toString());
        QVERIFY(again.key(u"antecedent").type() == Type::String);
        const auto reference = again.key(u"Antecedent").toReference();
        QVERIFY(reference && *reference == inner);
        QVERIFY(again == outer && outer == again);
        QCOMPARE(qHash(again), qHash(outer));
        const ObjectPath other({}, {}, u"Msvm_HostedService"_s, {{u"Antecedent"_s, Value::string(u"x"_s)}});
        QVERIFY(!(outer == other));
    }

    void hostOnlyWithNamespace()
    {
        QCOMPARE(ObjectPath(u"HOST"_s, {}, u"C"_s).toString(), u"C"_s);
        QCOMPARE(ObjectPath(u"HOST"_s, u"/root/cimv2", u"C"_s).toString(), u"\\\\HOST\\root\\cimv2:C"_s);
    }

    void equality_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("equal");
        QTest::newRow("order") << u"C.A=\"x\",B=5"_s << u"C.B=5,A=\"x\""_s << true;
        QTest::newRow("case") << u"\\\\host\\ROOT\\cimv2:c.a=\"X\""_s << u"\\\\HOST\\root\\CIMV2:C.A=\"x\""_s
                              << true;
        QTest::newRow("host unknown") << u"\\\\HOST\\root\\cimv2:C.A=1"_s << u"root\\cimv2:C.A=1"_s << true;
        QTest::newRow("relative") << u"\\\\HOST\\root\\cimv2:C.A=1"_s << u"C.A=1"_s << true;
        QTest::newRow("untyped number") << u"C.A=5"_s << u"C.A=\"5\""_s << true;
        QTest::newRow("untyped boolean") << u"C.A=TRUE"_s << u"C.A=\"true\""_s << true;
        QTest::newRow("singleton") << u"C=@"_s << u"C"_s << true;
        QTest::newRow("other host") << u"\\\\A\\root\\cimv2:C.A=1"_s << u"\\\\B\\root\\cimv2:C.A=1"_s
                                    << false;
        QTest::newRow("other namespace") << u"root\\a:C.A=1"_s << u"root\\b:C.A=1"_s << false;
        QTest::newRow("other class") << u"C.A=1"_s << u"D.A=1"_s << false;
        QTest::newRow("other value") << u"C.A=1"_s << u"C.A=2"_s << false;
        QTest::newRow("other key") << u"C.A=1"_s << u"C.B=1"_s << false;
        QTest::newRow("fewer keys") << u"C.A=1,B=1"_s << u"C.A=1"_s << false;
    }
    void equality()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, equal);
        QCOMPARE(parsed(a) == parsed(b), equal);
        QCOMPARE(parsed(b) == parsed(a), equal);
        if (equal)
            QCOMPARE(qHash(parsed(a)), qHash(parsed(b)));
    }

    void hashTellsPathsApart()
    {
        QVERIFY(qHash(parsed(u"C.A=\"Microsoft:1\""_s)) != qHash(parsed(u"C.A=\"Microsoft:2\""_s)));
        QVERIFY(qHash(parsed(u"C.A=1"_s)) != qHash(parsed(u"C.A=1"_s), 99));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const text : {"",
                                       "   ",
                                       "=@",
                                       ".A=1",
                                       "C.",
                                       "C.A",
                                       "C.A=",
                                       "C.=1",
                                       "C.A=\"x",
                                       "C.A=\"x\\",
                                       "C.A=\"x\"y",
                                       "C.A=1,",
                                       "C.A=1;B=2",
                                       "C.A=word",
                                       "C.A=1,a=2",
                                       "C=@x",
                                       "C=\"x\",B=1",
                                       "1C.A=1",
                                       "C D.A=1",
                                       "\\\\HOST",
                                       "\\\\HOST\\root\\cimv2",
                                       "\\\\:C",
                                       "\\\\\\root:C",
                                       ":C.A=1",
                                       "\\:C",
                                       "root\\cimv2:",
                                       "root\\cimv2:.A=1",
                                       "\\\\?\\PCI#VEN_10DE#4&1#{064092b3}",
                                       "C.A=18446744073709551616",
                                       "C.A=1.5",
                                       "C.A=\"1\" \"2\""})
            QTest::newRow(text[0] == '\0' ? "nothing" : text) << QString::fromLatin1(text);
        QTest::newRow("huge") << u"C.A=\""_s + QString(70'000, u'x') + u'"';
        QString keys = u"C."_s;
        for (int i = 0; i < 65; ++i)
            keys += u"K%1=1,"_s.arg(i);
        QTest::newRow("too many keys") << keys + u"L=1"_s;
    }
    void refused()
    {
        QFETCH(QString, text);
        const auto path = ObjectPath::parse(text);
        QVERIFY(!path);
        QCOMPARE(path.error().code, hvgpu::base::ErrorCode::InvalidArgument);
        QVERIFY(!path.error().detail.isEmpty());
        QVERIFY(path.error().target.size() <= 200);
    }

    void namespaces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("canonical") << u"root\\virtualization\\v2"_s << u"root\\virtualization\\v2"_s;
        QTest::newRow("slashes") << u"root/virtualization/v2"_s << u"root\\virtualization\\v2"_s;
        QTest::newRow("escaped") << u"\\\\root\\\\cimv2\\\\"_s << u"root\\cimv2"_s;
        QTest::newRow("empty") << u"//"_s << u""_s;
    }
    void namespaces()
    {
        QFETCH(QString, text);
        QTEST(canonicalNamespace(text), "canonical");
    }
};

QTEST_GUILESS_MAIN(TestObjectPath)
#include "tst_cim_objectpath.moc"
