#include "tests/core/simulation/HostFixture.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"servers": [{"name": "HOST1",
    "devices": [{"model": "A2", "bus": 101, "partitions": 4}, {"model": "RTX 4080 SUPER", "bus": 2}],
    "registry": [
      {"key": "SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV", "value": "RequireSecureDeviceAssignment", "dword": 0},
      {"key": "SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV", "value": "RequireSupportedDeviceAssignment", "dword": 0}],
    "vms": [{"name": "off"}, {"name": "on", "state": "running", "gpus": [{"device": 0}]},
            {"name": "saved", "state": "saved"}, {"name": "stale", "gpus": [{"use": "gone"}]},
            {"name": "varying", "dynamicMemory": true, "gpus": [{"device": 0}]},
            {"name": "old", "remoteFx": true, "generation": 1}]}]})";

QString rasd(const QString& properties)
{
    return u"<INSTANCE CLASSNAME=\"Msvm_GpuPartitionSettingData\">"_s + properties + u"</INSTANCE>"_s;
}

QString xmlProperty(const QString& name, const QString& type, const QString& value)
{
    return u"<PROPERTY NAME=\"%1\" TYPE=\"%2\"><VALUE>%3</VALUE></PROPERTY>"_s.arg(name, type, value);
}

QString identity()
{
    return xmlProperty(u"ResourceType"_s, u"uint16"_s, u"32770"_s) +
           xmlProperty(u"ResourceSubType"_s, u"string"_s, u"Microsoft:Hyper-V:GPU Partition"_s);
}

/// HostResource with the characters of the path as numeric references, as VMMS wants it.
QString hostResource(QString path)
{
    path.replace(u'&', u"&#38;"_s);
    return u"<PROPERTY.ARRAY NAME=\"HostResource\" TYPE=\"string\"><VALUE.ARRAY><VALUE>%1</VALUE></VALUE.ARRAY></PROPERTY.ARRAY>"_s
        .arg(path);
}

class Fixture : public HostFixture
{
public:
    Fixture()
        : HostFixture(fleetJson)
    {}

    cim::Instance gpu(bool paravirtual = false)
    {
        return query(u"SELECT * FROM Msvm_PartitionableGpu WHERE Name %1 LIKE '%\\\\GPUPARAV'"_s.arg(
                         paravirtual ? QString() : u"NOT"_s))
            .front();
    }
    std::uint64_t value(const QString& name, bool paravirtual = false)
    {
        return gpu(paravirtual).value(name).toUInt64().value_or(0);
    }
    MethodOutcome add(const QString& vm, const QString& settings)
    {
        return service(u"AddResourceSettings"_s, {text(u"AffectedConfiguration"_s, settingsPath(vm)),
                                                  {u"ResourceSettings"_s, cim::Value::strings({settings})}});
    }
    std::vector<cim::Instance> adapters(const QString& vm)
    {
        return query(
            u"ASSOCIATORS OF {%1} WHERE ResultClass=Msvm_GpuPartitionSettingData"_s.arg(settingsPath(vm)));
    }
    MethodOutcome remove(const cim::ObjectPath& path)
    {
        return service(u"RemoveResourceSettings"_s,
                       {{u"ResourceSettings"_s,
                         cim::Value::array(cim::Type::Reference, {cim::Value::reference(path)})}});
    }
    std::uint32_t setCount(std::uint64_t count, bool paravirtual = false)
    {
        const auto result =
            HostFixture::host().put(*gpu(paravirtual).path(), {number(u"PartitionCount"_s, count)});
        return result ? 0 : result.error().nativeCode.value_or(1);
    }
    QString jobText(const MethodOutcome& outcome)
    {
        return job(outcome)->value(u"ErrorDescription").toString().value_or(QString());
    }
};

} // namespace

class TestPartitions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gpuFigures();
    void count();
    void templates();
    void assignAndStart();
    void refusedAdds_data();
    void refusedAdds();
    void wrongStates();
    void quotas();
    void unassign();
    void overcommit();
    void automatic();
    void staleAdapter();
    void varyingMemory();
    void remoteFx();
    void policy();
    void saveRefused();
};

void TestPartitions::gpuFigures()
{
    Fixture f;
    QCOMPARE(f.value(u"TotalVRAM"_s), 15929966592U);
    QCOMPARE(f.value(u"MinPartitionVRAM"_s), 3982491648U);
    QCOMPARE(f.value(u"MaxPartitionVRAM"_s), 3982491648U);
    QCOMPARE(f.value(u"AvailableVRAM"_s), 15929966592U - 3982491648U);
    QCOMPARE(f.value(u"TotalVRAM"_s, true), 1000000000U);
    QCOMPARE(f.value(u"TotalEncode"_s, true), 18446744073709551615U);
    QCOMPARE(f.value(u"MinPartitionVRAM"_s, true), 0U);
    QCOMPARE(f.value(u"PartitionCount"_s, true), 32U);
    QVERIFY(f.gpu().value(u"Name").toString()->startsWith(
        u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&"_s));
    const auto partitions = f.query(u"SELECT * FROM Msvm_GpuPartition"_s);
    QCOMPARE(partitions.size(), 1U);
    QCOMPARE(partitions.front().value(u"PartitionId").toUInt64(), 0U);
    QCOMPARE(partitions.front().value(u"CurrentVRAM").toUInt64(), 3982491648U);
    QCOMPARE(partitions.front().value(u"DeviceInstancePath"), f.gpu().value(u"Name"));
    const QString luid = partitions.front().value(u"PartitionVfLuid").toString().value_or(QString());
    QVERIFY2(luid.startsWith(u"10-"_s) && luid.size() == 12, qPrintable(luid));
}

void TestPartitions::count()
{
    Fixture f;
    QCOMPARE(f.setCount(8), 0x80041001U); // a partition runs
    const auto inUse = f.HostFixture::host().put(*f.gpu().path(), {number(u"PartitionCount"_s, 8)});
    QVERIFY(inUse.error().hostText.contains(u"in use"_s));
    QCOMPARE(f.finish(f.request(u"on"_s, 3)), 0U);
    QCOMPARE(f.setCount(5), 0x80041008U);
    QCOMPARE(f.setCount(8), 0U);
    QCOMPARE(f.value(u"PartitionCount"_s), 8U);
    QCOMPARE(f.value(u"OptimalPartitionVRAM"_s), 1991245824U);
    QCOMPARE(f.value(u"AvailableVRAM"_s), 15929966592U);
    QCOMPARE(f.setCount(16, true), 0x80041008U);
    const auto gpu = f.gpu();
    const auto whole =
        f.HostFixture::host().put(*gpu.path(), gpu.properties()); // as it is: nothing to refuse
    QVERIFY(whole.has_value());
    QCOMPARE(f.HostFixture::host().put(*gpu.path(), {number(u"TotalVRAM"_s, 1)}).error().nativeCode,
             0x80041023U);
    QCOMPARE(f.HostFixture::host()
                 .put(*f.vm(u"off"_s).path(), {text(u"ElementName"_s, u"x"_s)})
                 .error()
                 .nativeCode,
             0x80041024U);
}

void TestPartitions::templates()
{
    Fixture f;
    const auto capabilities = f.query(
        u"SELECT * FROM Msvm_AllocationCapabilities WHERE ResourceSubType='Microsoft:Hyper-V:GPU Partition'"_s);
    QCOMPARE(capabilities.size(), 1U);
    QCOMPARE(capabilities.front().value(u"SupportedAddStates").elements().front().toUInt64(), 3U);
    const auto templates = f.query(
        u"ASSOCIATORS OF {%1} WHERE AssocClass=Msvm_SettingsDefineCapabilities ResultClass=Msvm_GpuPartitionSettingData"_s
            .arg(capabilities.front().path()->toString()));
    QCOMPARE(templates.size(), 4U);
    const auto standard =
        f.query(u"SELECT * FROM Msvm_GpuPartitionSettingData WHERE InstanceID LIKE '%\\Default'"_s);
    QCOMPARE(standard.size(), 1U);
    QVERIFY(
        standard.front().value(u"InstanceID").toString()->startsWith(u"Microsoft:Definition\\0DCC3FD1-"_s));
    QVERIFY(standard.front().value(u"MinPartitionVRAM").isNull());
    const auto links = f.query(
        u"REFERENCES OF {%1} WHERE ResultClass=Msvm_SettingsDefineCapabilities Role=PartComponent"_s.arg(
            standard.front().path()->toString()));
    QCOMPARE(links.size(), 1U);
    QCOMPARE(links.front().value(u"ValueRange").toUInt64(), 0U);
    QCOMPARE(
        f.query(u"SELECT * FROM Msvm_ResourcePool WHERE ResourceType=32770 AND Primordial=TRUE"_s).size(),
        1U);
}

void TestPartitions::assignAndStart()
{
    Fixture f;
    const QString path = f.gpu().path()->toString();
    const auto added = f.add(u"off"_s, rasd(identity() + hostResource(path)));
    QCOMPARE(added.returnValue, 0U);
    QVERIFY(added.outParameters[1].value.isNull()); // no job
    const auto result = added.outParameters[0].value.elements();
    QCOMPARE(result.size(), 1U);
    const auto adapter = f.HostFixture::host().get(*result.front().toReference());
    QVERIFY(adapter.has_value());
    QCOMPARE(adapter->value(u"HostResource").elements().front().toString(), path);
    QVERIFY(adapter->value(u"MaxPartitionVRAM").isNull());
    const auto before = f.value(u"AvailableVRAM"_s);
    QCOMPARE(f.finish(f.request(u"off"_s, 2)), 0U);
    const auto partition =
        f.query(u"SELECT * FROM Msvm_GpuPartition WHERE SystemName='%1'"_s.arg(f.vmId(u"off"_s)));
    QCOMPARE(partition.size(), 1U);
    QCOMPARE(partition.front().value(u"PartitionId").toUInt64(), 1U); // the lowest free one
    QCOMPARE(f.value(u"AvailableVRAM"_s), before - 3982491648U);
    const auto link = f.query(u"ASSOCIATORS OF {%1} WHERE AssocClass=Msvm_SettingsDefineState"_s.arg(
        partition.front().path()->toString()));
    QCOMPARE(link.size(), 1U);
    QCOMPARE(*link.front().path(), *adapter->path());
    QCOMPARE(f.finish(f.request(u"off"_s, 3)), 0U);
    QVERIFY(
        f.query(u"SELECT * FROM Msvm_GpuPartition WHERE SystemName='%1'"_s.arg(f.vmId(u"off"_s))).empty());
    QCOMPARE(f.value(u"AvailableVRAM"_s), before);
    QCOMPARE(f.adapters(u"off"_s).size(), 1U);
}

void TestPartitions::refusedAdds_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<bool>("inJob"); // 4096 and a job that fails; else the return value
    QTest::newRow("blank") << rasd({}) << true;
    QTest::newRow("no subtype") << rasd(xmlProperty(u"ResourceType"_s, u"uint16"_s, u"32770"_s)) << true;
    QTest::newRow("unknown GPU") << rasd(identity() + hostResource(u"Msvm_PartitionableGpu.Name=\"x\""_s))
                                 << true;
    QTest::newRow("unescaped path") << rasd(identity() +
                                            hostResource(u"Msvm_PartitionableGpu.Name=\"\\\\?\\PCI#x\""_s))
                                    << true;
    QTest::newRow("scalar for array")
        << rasd(identity() + xmlProperty(u"HostResource"_s, u"string"_s, u"x"_s)) << false;
    QTest::newRow("other class") << u"<INSTANCE CLASSNAME=\"Nope\"></INSTANCE>"_s << false;
    QTest::newRow("no XML") << u"text"_s << false;
}

void TestPartitions::refusedAdds()
{
    QFETCH(QString, settings);
    QFETCH(bool, inJob);
    Fixture f;
    const auto outcome = f.add(u"off"_s, settings);
    QCOMPARE(outcome.returnValue, inJob ? 4096U : 32773U);
    if (inJob) {
        QCOMPARE(f.finish(outcome), 32773U);
        const auto job = f.job(outcome);
        QCOMPARE(job->value(u"JobState").toUInt64(), 10U);
        const auto errors = f.call(*job->path(), u"GetErrorEx"_s, {});
        const auto error = cim::xml::read(*errors.outParameters.front().value.elements().front().toString());
        QVERIFY(error.has_value());
        QCOMPARE(error->value(u"MessageID").toString(), u"32773"_s);
    }
    QVERIFY(f.adapters(u"off"_s).empty());
}

void TestPartitions::wrongStates()
{
    Fixture f;
    for (const QString& vm : {u"on"_s, u"saved"_s}) {
        const auto outcome = f.add(vm, rasd(identity()));
        QCOMPARE(outcome.returnValue, 4096U);
        QCOMPARE(f.finish(outcome), 32775U);
    }
    const auto adapter = f.adapters(u"on"_s);
    QCOMPARE(adapter.size(), 1U);
    QCOMPARE(f.finish(f.remove(*adapter.front().path())), 32775U);
    QCOMPARE(f.adapters(u"on"_s).size(), 1U);
}

void TestPartitions::quotas()
{
    Fixture f;
    const QString path = f.gpu(true).path()->toString();
    const QString quota = xmlProperty(u"MaxPartitionVRAM"_s, u"uint64"_s, u"500000000"_s);
    QCOMPARE(f.finish(f.add(u"off"_s, rasd(identity() + hostResource(path) + quota))), 32773U);
    QCOMPARE(f.add(u"off"_s, rasd(identity() + hostResource(path))).returnValue, 0U);
    const QString id = f.adapters(u"off"_s).front().value(u"InstanceID").toString().value_or(QString());
    const auto modify = [&](const QString& properties) {
        return f.service(
            u"ModifyResourceSettings"_s,
            {{u"ResourceSettings"_s,
              cim::Value::strings({rasd(xmlProperty(u"InstanceID"_s, u"string"_s, id) + properties)})}});
    };
    QCOMPARE(modify(quota).returnValue, 0U);
    QCOMPARE(f.adapters(u"off"_s).front().value(u"MaxPartitionVRAM").toUInt64(), 500000000U);
    QCOMPARE(f.finish(modify(xmlProperty(u"MaxPartitionVRAM"_s, u"uint64"_s, u"18446744073709551615"_s))),
             32773U);
    QCOMPARE(f.finish(modify(xmlProperty(u"MaxPartitionEncode"_s, u"uint64"_s, u"1000"_s))), 32773U);
    QCOMPARE(f.finish(modify(xmlProperty(u"MinPartitionVRAM"_s, u"uint64"_s, u"600000000"_s))), 32773U);
    // A server GPU takes the minimum at once and refuses what no partition has at start.
    QCOMPARE(f.add(u"saved"_s, rasd(identity())).returnValue, 4096U);
    Fixture g;
    QCOMPARE(g.add(u"off"_s, rasd(identity() + hostResource(g.gpu().path()->toString()) +
                                  xmlProperty(u"MinPartitionVRAM"_s, u"uint64"_s, u"9000000000"_s)))
                 .returnValue,
             0U);
    QCOMPARE(g.finish(g.request(u"off"_s, 2)), 32768U);
}

void TestPartitions::unassign()
{
    Fixture f;
    QCOMPARE(f.add(u"off"_s, rasd(identity())).returnValue, 0U);
    const auto path = *f.adapters(u"off"_s).front().path();
    const auto removed = f.remove(path);
    QCOMPARE(removed.returnValue, 4096U);
    QCOMPARE(f.finish(removed), 0U);
    QVERIFY(f.adapters(u"off"_s).empty());
    QCOMPARE(f.remove(path).returnValue, 32773U);
}

void TestPartitions::overcommit()
{
    Fixture f;
    QCOMPARE(f.finish(f.request(u"on"_s, 3)), 0U);
    QCOMPARE(f.setCount(1), 0U);
    QCOMPARE(f.add(u"off"_s, rasd(identity() + hostResource(f.gpu().path()->toString()))).returnValue, 0U);
    QCOMPARE(f.finish(f.request(u"on"_s, 2)), 0U);
    const auto start = f.request(u"off"_s, 2);
    QCOMPARE(start.returnValue, 4096U);
    QCOMPARE(f.finish(start), 32768U);
    QVERIFY(f.jobText(start).contains(
        u"Insufficient system resources exist to complete the requested service."_s));
    QVERIFY(f.jobText(start).contains(u"0x800705AA"_s));
    QCOMPARE(f.state(u"off"_s), 3U);
}

void TestPartitions::automatic()
{
    Fixture f;
    QCOMPARE(f.add(u"off"_s, rasd(identity())).returnValue, 0U);
    QVERIFY(f.adapters(u"off"_s).front().value(u"HostResource").elements().empty());
    QCOMPARE(f.finish(f.request(u"off"_s, 2)), 0U);
    const auto partition =
        f.query(u"SELECT * FROM Msvm_GpuPartition WHERE SystemName='%1'"_s.arg(f.vmId(u"off"_s)));
    QCOMPARE(partition.size(), 1U);
    QCOMPARE(partition.front().value(u"DeviceInstancePath"), f.gpu(true).value(u"Name")); // the less used GPU
}

void TestPartitions::staleAdapter()
{
    Fixture f;
    QVERIFY(f.adapters(u"stale"_s).empty());
    const auto start = f.request(u"stale"_s, 2);
    QCOMPARE(f.finish(start), 32768U);
    QVERIFY(f.jobText(start).contains(u"Insufficient system resources"_s));
}

void TestPartitions::varyingMemory()
{
    Fixture f;
    const auto start = f.request(u"varying"_s, 2);
    QCOMPARE(f.finish(start), 32768U);
    QVERIFY(f.jobText(start).contains(u"memory"_s));
}

void TestPartitions::remoteFx()
{
    Fixture f;
    const QString perVm =
        u"SELECT * FROM Msvm_Synthetic3DDisplayControllerSettingData WHERE NOT InstanceID LIKE 'Microsoft:Definition%'"_s;
    const auto found = f.query(perVm);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(f.finish(f.request(u"old"_s, 2)), 32768U);
    QCOMPARE(f.finish(f.remove(*found.front().path())), 0U);
    QVERIFY(f.query(perVm).empty());
    QCOMPARE(f.finish(f.request(u"old"_s, 2)), 0U);
    const auto add = f.add(
        u"off"_s, u"<INSTANCE CLASSNAME=\"Msvm_Synthetic3DDisplayControllerSettingData\"></INSTANCE>"_s);
    QCOMPARE(f.finish(add), 32773U);
}

void TestPartitions::policy()
{
    HostFixture f(R"({"servers": [{"name": "H", "devices": [{"model": "RTX 4080 SUPER"}],
                     "vms": [{"name": "a", "gpus": [{"device": 0}]}]}]})");
    const auto start = f.request(u"a"_s, 2);
    QCOMPARE(f.finish(start), 32768U);
    QVERIFY(
        f.job(start)->value(u"ErrorDescription").toString()->contains(u"RequireSecureDeviceAssignment"_s));
}

void TestPartitions::saveRefused()
{
    Fixture f;
    const auto save = f.request(u"on"_s, 6);
    QCOMPARE(f.finish(save), 32768U);
    QVERIFY(f.jobText(save).contains(u"cannot be saved because a device is assigned"_s));
    QCOMPARE(f.state(u"on"_s), 2U);
}

QTEST_GUILESS_MAIN(TestPartitions)
#include "tst_simulation_partitions.moc"
