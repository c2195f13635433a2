#include "core/hyperv/Assignments.h"
#include "tests/support/FakeSession.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString vmA = u"AAAAAAAA-0000-0000-0000-000000000001"_s;
const QString vmB = u"BBBBBBBB-0000-0000-0000-000000000002"_s;
const QString stranger = u"CCCCCCCC-0000-0000-0000-000000000003"_s;
const QString tail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;
const QString twinTail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&5906F5E&0&0010"_s;

QString interfacePath(const QString& instanceTail)
{
    QString path = instanceTail;
    return u"\\\\?\\PCI#"_s + path.replace(u'\\', u'#') + u"#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
}

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s);
}

QString gpuPath(const QString& instanceTail)
{
    return u"\\\\HOST\\root\\virtualization\\v2:Msvm_PartitionableGpu.CreationClassName=\"Msvm_PartitionableGpu\",Name=\""_s +
           escaped(interfacePath(instanceTail)) + u'"';
}

cim::Instance setting(const QString& owner, const QString& adapter, const QString& hostResource = {})
{
    cim::Instance row = tests::row(u"Msvm_GpuPartitionSettingData"_s,
                                   {{u"InstanceID"_s, u"Microsoft:"_s + owner + u'\\' + adapter}});
    if (!hostResource.isEmpty())
        row.set(u"HostResource"_s, cim::Value::string(hostResource));
    return row;
}

cim::Instance partition(const QString& vm, const QString& adapter, const QString& gpuTail, int id)
{
    return tests::row(u"Msvm_GpuPartition"_s, {{u"SystemName"_s, vm},
                                               {u"DeviceID"_s, u"Microsoft:"_s + vm + u'\\' + adapter},
                                               {u"DeviceInstancePath"_s, interfacePath(gpuTail)},
                                               {u"PartitionId"_s, QString::number(id)},
                                               {u"PartitionVfLuid"_s, u"10-973909323"_s},
                                               {u"CurrentVRAM"_s, u"1991245824"_s}});
}

cim::Instance deviceSetting(const QString& vm, const QString& hostResource)
{
    cim::Instance row =
        tests::row(u"Msvm_PciExpressSettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + vm + u"\\D"_s}});
    if (!hostResource.isEmpty())
        row.set(u"HostResource"_s, cim::Value::string(hostResource));
    return row;
}

QString devicePath(const QString& instanceTail)
{
    return u"\\\\HOST\\root\\virtualization\\v2:Msvm_PciExpress.CreationClassName=\"Msvm_PciExpress\","
           u"DeviceID=\"Microsoft:"
           u"11111111-2222-3333-4444-555555555555\\\\PCIP\\\\"_s +
           escaped(instanceTail) +
           u"\",SystemCreationClassName=\"Msvm_ComputerSystem\",SystemName=\"HOST\""_s;
}

} // namespace

class tst_hyperv_assignments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runningPartition();
    void stoppedIsResolvedAtStart();
    void leftoverDeviceOfStoppedVm();
    void deviceWithoutSettingNamesNoAdapter();
    void severalAdaptersOfOneVm();
    void idsThatDoNotAgree();
    void automaticRunning();
    void automaticStopped();
    void staleGpu();
    void rowsThatComeTwice();
    void deviceTellsWhereAPartitionIs();
    void liveDeviceWithoutPartitionId();
    void hiddenSettingStillCounts();
    void templatesAndCheckpointsAreSkipped();
    void ownersWithoutVmList();
    void malformedHostResource();
    void malformedPartitionId();
    void wholeDevice();
    void wholeDeviceFromPool();
    void wholeDeviceThatIsNoGpu();
    void wholeDeviceGone();

private:
    void addVm(const QString& guid, const QString& name, const QString& state);
    void place(const std::vector<cim::Instance>& settings, const std::vector<cim::Instance>& devices,
               bool vmsKnown = true);

    std::unique_ptr<hyperv::ReadContext> m_context;
    std::unique_ptr<hyperv::VirtualMachines> m_vms;
    std::vector<model::Gpu> m_gpus;
    std::vector<model::Assignment> m_unplaced;
};

void tst_hyperv_assignments::init()
{
    m_vms.reset();
    m_context = std::make_unique<hyperv::ReadContext>();
    m_vms = std::make_unique<hyperv::VirtualMachines>(*m_context);
    addVm(vmA, u"alpha"_s, u"2"_s);
    addVm(vmB, u"beta"_s, u"3"_s);
    m_gpus.assign(2, {});
    m_gpus[0].id = model::GpuId(tail);
    m_gpus[1].id = model::GpuId(twinTail);
    m_unplaced.clear();
}

void tst_hyperv_assignments::addVm(const QString& guid, const QString& name, const QString& state)
{
    m_vms->addSettings({tests::row(u"Msvm_VirtualSystemSettingData"_s,
                                   {{u"VirtualSystemIdentifier"_s, guid}, {u"ElementName"_s, name}})});
    m_vms->addSummaries(cim::Value::object(tests::row(u"Msvm_SummaryInformation"_s,
                                                      {{u"Name"_s, guid}, {u"EnabledState"_s, state}})),
                        false);
}

void tst_hyperv_assignments::place(const std::vector<cim::Instance>& settings,
                                   const std::vector<cim::Instance>& devices, bool vmsKnown)
{
    hyperv::Assignments assignments(*m_vms, vmsKnown, *m_context);
    assignments.addPartitions(settings, devices);
    assignments.place(m_gpus, m_unplaced);
}

void tst_hyperv_assignments::runningPartition()
{
    place({setting(vmA, u"X"_s, gpuPath(twinTail))}, {partition(vmA, u"x"_s, twinTail, 5)});
    QVERIFY(m_gpus[0].assignments.empty());
    QCOMPARE(m_gpus[1].assignments.size(), 1U);
    const model::Assignment& found = m_gpus[1].assignments[0];
    QCOMPARE(found.vm, model::VmId(vmA));
    QCOMPARE(found.vmName, u"alpha"_s);
    QCOMPARE(found.adapterId, u"Microsoft:"_s + vmA + u"\\X"_s);
    QCOMPARE(found.partitionId.value(), 5);
    QCOMPARE(found.partitionVfLuid, u"10-973909323"_s);
    QCOMPARE(found.currentVram.value(), 1'991'245'824U);
    QVERIFY(!found.currentCompute.has_value());
    QVERIFY(!found.minPartitionVram.has_value());
    QVERIFY(!found.automatic);
    QCOMPARE(found.deviceInstancePath, interfacePath(twinTail));
    QCOMPARE(m_vms->find(model::VmId(vmA))->partitionAdapters, 1);
}

void tst_hyperv_assignments::stoppedIsResolvedAtStart()
{
    place({setting(vmB, u"X"_s, gpuPath(tail))}, {});
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QVERIFY(!m_gpus[0].assignments[0].partitionId.has_value());
    QVERIFY(m_gpus[0].assignments[0].partitionVfLuid.isEmpty());
}

// There is no setting data to remove, so there must be no id that looks like one.
void tst_hyperv_assignments::deviceWithoutSettingNamesNoAdapter()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines vms(context);
    hyperv::Assignments assignments(vms, false, context);
    assignments.addPartitions({}, {partition(vmB, u"Y"_s, tail, 2), partition(vmA, u"X"_s, tail, 1)});
    std::vector<model::Gpu> gpus(1);
    gpus[0].id = model::gpuIdFrom(u"PCI\\"_s + tail);
    std::vector<model::Assignment> unplaced;
    assignments.place(gpus, unplaced);
    QVERIFY(unplaced.empty());
    QCOMPARE(gpus[0].assignments.size(), 2U);
    QCOMPARE(gpus[0].assignments[0].vm.text(), vmA); // in one order whatever the host's
    QCOMPARE(gpus[0].assignments[1].vm.text(), vmB);
    for (const model::Assignment& assignment : gpus[0].assignments) {
        QVERIFY2(assignment.adapterId.isEmpty(), qPrintable(assignment.adapterId));
        QVERIFY(assignment.partitionId.has_value());
    }
}

void tst_hyperv_assignments::leftoverDeviceOfStoppedVm()
{
    place({setting(vmB, u"X"_s, gpuPath(tail))}, {partition(vmB, u"X"_s, tail, 0)});
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QVERIFY(!m_gpus[0].assignments[0].partitionId.has_value());
}

void tst_hyperv_assignments::severalAdaptersOfOneVm()
{
    place({setting(vmA, u"X"_s, gpuPath(tail)), setting(vmA, u"Y"_s, gpuPath(tail)),
           setting(vmA, u"Z"_s, gpuPath(twinTail))},
          {partition(vmA, u"Z"_s, twinTail, 3), partition(vmA, u"Y"_s, tail, 1),
           partition(vmA, u"X"_s, tail, 0)});
    QCOMPARE(m_gpus[0].assignments.size(), 2U);
    QCOMPARE(m_gpus[0].assignments[0].partitionId.value(), 0);
    QCOMPARE(m_gpus[0].assignments[1].partitionId.value(), 1);
    QCOMPARE(m_gpus[1].assignments.at(0).partitionId.value(), 3);
    QCOMPARE(m_vms->find(model::VmId(vmA))->partitionAdapters, 3);
}

void tst_hyperv_assignments::idsThatDoNotAgree()
{
    place({setting(vmA, u"X"_s, gpuPath(tail)), setting(vmA, u"Y"_s, gpuPath(twinTail))},
          {partition(vmA, u"p1"_s, twinTail, 7), partition(vmA, u"p2"_s, tail, 2)});
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QCOMPARE(m_gpus[0].assignments[0].partitionId.value(), 2);
    QCOMPARE(m_gpus[1].assignments.at(0).partitionId.value(), 7);
}

void tst_hyperv_assignments::automaticRunning()
{
    place({setting(vmA, u"X"_s)}, {partition(vmA, u"X"_s, twinTail, 4)});
    QCOMPARE(m_gpus[1].assignments.size(), 1U);
    QVERIFY(m_gpus[1].assignments[0].automatic);
    QCOMPARE(m_gpus[1].assignments[0].deviceInstancePath, interfacePath(twinTail));
    QVERIFY(m_unplaced.empty());
}

void tst_hyperv_assignments::automaticStopped()
{
    place({setting(vmB, u"X"_s)}, {});
    QCOMPARE(m_unplaced.size(), 1U);
    QVERIFY(m_unplaced[0].automatic);
    QVERIFY(m_unplaced[0].deviceInstancePath.isEmpty());
    QCOMPARE(m_unplaced[0].vmName, u"beta"_s);
}

void tst_hyperv_assignments::rowsThatComeTwice()
{
    const cim::Instance adapter = setting(vmA, u"X"_s, gpuPath(tail));
    const cim::Instance sameAdapter = setting(vmA.toLower(), u"x"_s, gpuPath(tail));
    const cim::Instance device = partition(vmA, u"X"_s, tail, 4);
    place({adapter, sameAdapter}, {device, device});
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QCOMPARE(m_vms->find(model::VmId(vmA))->partitionAdapters, 1);
    QCOMPARE(m_context->notes.size(), 2U);
    for (const model::ReadNote& note : m_context->notes) {
        QVERIFY(!note.subject.isEmpty()); // the rest of the list is good
        QCOMPARE(note.error.detail, u"the row came twice"_s);
        QCOMPARE(note.error.code, base::ErrorCode::Conflict);
    }

    hyperv::Assignments assignments(*m_vms, true, *m_context);
    const cim::Instance whole = deviceSetting(vmB, devicePath(twinTail));
    assignments.addWholeDevices({whole, whole}, {}, {});
    assignments.place(m_gpus, m_unplaced);
    QCOMPARE(m_gpus[1].assignments.size(), 1U);
    QCOMPARE(m_vms->find(model::VmId(vmB))->wholeDevices, 1);
}

// What a running VM holds is not free, whatever its setting data names.
void tst_hyperv_assignments::deviceTellsWhereAPartitionIs()
{
    place({setting(vmA, u"X"_s, gpuPath(tail))}, {partition(vmA, u"X"_s, twinTail, 3)});
    QVERIFY(m_gpus[0].assignments.empty());
    QCOMPARE(m_gpus[1].assignments.size(), 1U);
    QCOMPARE(m_gpus[1].assignments[0].deviceInstancePath, interfacePath(twinTail));
    QCOMPARE(m_context->notes.size(), 1U);
    QCOMPARE(m_context->notes[0].error.target, u"HostResource"_s);
}

void tst_hyperv_assignments::liveDeviceWithoutPartitionId()
{
    cim::Instance device = partition(vmA, u"X"_s, tail, 3);
    device.set(u"PartitionId"_s, cim::Value());
    place({setting(vmA, u"X"_s, gpuPath(tail))}, {device, partition(vmA, u"other"_s, tail, 1)});
    QCOMPARE(m_gpus[0].assignments.size(), 2U); // not one adapter that takes both
    const auto held = std::ranges::find(m_gpus[0].assignments, u"Microsoft:"_s + vmA + u"\\X"_s,
                                        &model::Assignment::adapterId);
    QVERIFY(held != m_gpus[0].assignments.end());
    QVERIFY(!held->partitionId.has_value());
    QCOMPARE(held->partitionVfLuid, u"10-973909323"_s);
}

void tst_hyperv_assignments::staleGpu()
{
    const QString gone = u"VEN_10DE&DEV_2235&SUBSYS_145A10DE&REV_A1\\6&2D4D2F51&0&00800018"_s;
    place({setting(vmB, u"X"_s, gpuPath(gone))}, {});
    QCOMPARE(m_unplaced.size(), 1U);
    QVERIFY(!m_unplaced[0].automatic);
    QCOMPARE(m_unplaced[0].deviceInstancePath, interfacePath(gone));
}

void tst_hyperv_assignments::hiddenSettingStillCounts()
{
    place({}, {partition(vmA, u"X"_s, tail, 6)});
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QCOMPARE(m_gpus[0].assignments[0].partitionId.value(), 6);
    QCOMPARE(m_gpus[0].assignments[0].vmName, u"alpha"_s);
}

void tst_hyperv_assignments::templatesAndCheckpointsAreSkipped()
{
    place({setting(u"Definition\\0DCC3FD1"_s, u"Default"_s), setting(stranger, u"X"_s, gpuPath(tail))}, {});
    QVERIFY(m_gpus[0].assignments.empty());
    QVERIFY(m_unplaced.empty());
    QVERIFY(m_context->notes.empty());
}

void tst_hyperv_assignments::ownersWithoutVmList()
{
    place({setting(stranger, u"X"_s, gpuPath(tail))}, {}, false);
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QCOMPARE(m_gpus[0].assignments[0].vm, model::VmId(stranger));
    QVERIFY(m_gpus[0].assignments[0].vmName.isEmpty());
}

void tst_hyperv_assignments::malformedHostResource()
{
    place({setting(vmA, u"X"_s,
                   u"\\\\HOST\\root\\virtualization\\v2:Msvm_PartitionableGpu.Name=\"unfinished"_s)},
          {});
    QCOMPARE(m_unplaced.size(), 1U);
    QVERIFY(!m_unplaced[0].automatic); // it names a GPU, only unreadably
    QCOMPARE(m_context->notes.size(), 1U);
    QCOMPARE(m_context->notes[0].part, model::Part::PartitionAdapters);
}

void tst_hyperv_assignments::malformedPartitionId()
{
    cim::Instance device = partition(vmA, u"X"_s, tail, 0);
    device.set(u"PartitionId"_s, cim::Value::string(u"-1"_s));
    place({setting(vmA, u"X"_s, gpuPath(tail))}, {device});
    QVERIFY(!m_gpus[0].assignments.at(0).partitionId.has_value());
    QCOMPARE(m_context->notes.size(), 1U);
    QCOMPARE(m_context->notes[0].part, model::Part::Partitions);
}

void tst_hyperv_assignments::wholeDevice()
{
    hyperv::Assignments assignments(*m_vms, true, *m_context);
    assignments.addWholeDevices({deviceSetting(vmB, devicePath(tail))}, {}, {});
    assignments.place(m_gpus, m_unplaced);
    QCOMPARE(m_gpus[0].assignments.size(), 1U);
    QCOMPARE(m_gpus[0].assignments[0].kind, model::Assignment::Kind::WholeDevice);
    QCOMPARE(m_gpus[0].assignments[0].deviceInstancePath, u"PCIP\\"_s + tail);
    QCOMPARE(m_vms->find(model::VmId(vmB))->wholeDevices, 1);
    QCOMPARE(m_vms->find(model::VmId(vmB))->partitionAdapters, 0);
}

void tst_hyperv_assignments::wholeDeviceFromPool()
{
    hyperv::ReadContext context;
    const auto rows = hyperv::assignableRows(
        {tests::row(u"Msvm_PciExpress"_s, {{u"DeviceID"_s, u"Microsoft:1\\PCIP\\"_s + tail},
                                           {u"SystemName"_s, u"HOST"_s},
                                           {u"DeviceInstancePath"_s, u"PCIP\\"_s + tail}}),
         tests::row(u"Msvm_PciExpress"_s, {{u"DeviceID"_s, u"Microsoft:2\\PCIP\\"_s + twinTail},
                                           {u"SystemName"_s, vmA},
                                           {u"DeviceInstancePath"_s, u"PCIP\\"_s + twinTail}})},
        context);
    hyperv::Assignments assignments(*m_vms, true, *m_context);
    assignments.addWholeDevices({deviceSetting(vmA, {}), deviceSetting(vmB, {})}, rows, {});
    assignments.place(m_gpus, m_unplaced);
    QCOMPARE(m_gpus[1].assignments.size(), 1U); // what the running VM got from its pool
    QVERIFY(m_gpus[1].assignments[0].automatic);
    QCOMPARE(m_unplaced.size(), 1U);
    QCOMPARE(m_unplaced[0].vm, model::VmId(vmB));
}

void tst_hyperv_assignments::wholeDeviceThatIsNoGpu()
{
    const QString disk = u"VEN_144D&DEV_A820&SUBSYS_1F951028&REV_03\\4&368722DD&0&0010"_s;
    hyperv::Assignments assignments(*m_vms, true, *m_context);
    assignments.addWholeDevices({deviceSetting(vmB, devicePath(disk))}, {}, {model::GpuId(disk)});
    assignments.place(m_gpus, m_unplaced);
    QVERIFY(m_unplaced.empty());
    QCOMPARE(m_vms->find(model::VmId(vmB))->wholeDevices, 1);
}

void tst_hyperv_assignments::wholeDeviceGone()
{
    hyperv::Assignments assignments(*m_vms, true, *m_context);
    assignments.addWholeDevices({deviceSetting(vmB, devicePath(u"VEN_10DE&DEV_1EB8\\1"_s))}, {}, {});
    assignments.place(m_gpus, m_unplaced);
    QCOMPARE(m_unplaced.size(), 1U);
    QCOMPARE(m_unplaced[0].kind, model::Assignment::Kind::WholeDevice);
}

QTEST_GUILESS_MAIN(tst_hyperv_assignments)
#include "tst_hyperv_assignments.moc"
