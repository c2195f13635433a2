#include "core/hyperv/HostReader.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using model::Part;

namespace {

const QString gpuTail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;

QString guid(int number)
{
    return u"00000000-0000-0000-0000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

void addVm(tests::FakeSession& session, int number)
{
    session.addRow(tests::row(u"Msvm_VirtualSystemSettingData"_s,
                              {{u"InstanceID"_s, u"Microsoft:"_s + guid(number)},
                               {u"VirtualSystemIdentifier"_s, guid(number)},
                               {u"VirtualSystemType"_s, u"Microsoft:Hyper-V:System:Realized"_s},
                               {u"ElementName"_s, u"vm%1"_s.arg(number)}}));
    session.addRow(
        tests::row(u"Msvm_MemorySettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + guid(number) + u"\\M"_s},
                                                 {u"VirtualQuantity"_s, u"1024"_s}}));
    session.addRow(tests::row(u"Msvm_GpuPartitionSettingData"_s,
                              {{u"InstanceID"_s, u"Microsoft:"_s + guid(number) + u"\\P"_s}}));
}

cim::Value stringValue(const std::vector<cim::Property>& parameters, const QString& name)
{
    for (const cim::Property& parameter : parameters)
        if (parameter.name == name)
            return parameter.value;
    return {};
}

/// A stand-alone Server 2025 with one partitionable GPU.
void fill(tests::FakeSession& session)
{
    session.addRow(
        tests::row(u"Win32_OperatingSystem"_s, {{u"Caption"_s, u"Microsoft Windows Server 2025 Datacenter"_s},
                                                {u"BuildNumber"_s, u"26100"_s},
                                                {u"ProductType"_s, u"3"_s}}));
    session.addRow(
        tests::row(u"Win32_ComputerSystem"_s, {{u"Name"_s, u"HV01"_s}, {u"HypervisorPresent"_s, u"true"_s}}));
    cim::Instance pnp = tests::row(u"Win32_PnPEntity"_s, {{u"DeviceID"_s, u"PCI\\"_s + gpuTail},
                                                          {u"Name"_s, u"NVIDIA A2"_s},
                                                          {u"ConfigManagerErrorCode"_s, u"0"_s},
                                                          {u"Present"_s, u"true"_s}});
    pnp.set(u"CompatibleID"_s, cim::Value::strings({u"PCI\\CC_0302"_s}));
    session.addRow(pnp);
    session.addRow(tests::row(
        u"Msvm_PartitionableGpu"_s,
        {{u"Name"_s,
          u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&18416dc3&0&0000#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s},
         {u"PartitionCount"_s, u"4"_s}}));
    session.addRow(
        tests::row(u"Msvm_VirtualEthernetSwitchManagementCapabilities"_s, {{u"IOVSupport"_s, u"true"_s}}));
    session.setMissingNamespace(u"root\\MSCluster"_s);
    session.setMethod(u"Win32_PnPEntity"_s, u"GetDeviceProperties"_s,
                      [](const auto&, const auto&) { return wmi::InvokeResult{}; });
    session.setMethod(u"Msvm_VirtualSystemManagementService"_s, u"GetSummaryInformation"_s,
                      [](const auto&, const auto&) { return wmi::InvokeResult{}; });
    session.setMethod(u"StdRegProv"_s, u"GetStringValue"_s, [](const auto&, const auto& parameters) {
        Q_ASSERT(stringValue(parameters, u"sSubKeyName"_s).toString()->endsWith(gpuTail));
        return wmi::InvokeResult{
            0, {{u"sValue"_s, cim::Value::string(u"{4d36e968-e325-11ce-bfc1-08002be10318}\\0001"_s)}}};
    });
    session.setMethod(u"StdRegProv"_s, u"GetDWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{2, {}};
    }); // no such value
    session.setMethod(u"StdRegProv"_s, u"GetQWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{0, {{u"uValue"_s, cim::Value::string(u"17179869184"_s)}}};
    });
}

} // namespace

class tst_hyperv_host_reader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeHost();
    void roundTripsDoNotDependOnVms();
    void onlyRealizedSystemsAreAsked();
    void missingRoleIsAFact();
    void failedPartIsANote_data();
    void failedPartIsANote();
    void refusedRegistryIsTwoNotes();
    void connectionErrorsEndTheRead_data();
    void connectionErrorsEndTheRead();
    void secondTimeoutEndsTheRead();
    void nothingReadableIsAnError();
    void columnsByBuild();
    void refusedProjectionFallsBack();
    void absentClassIsNone();
    void deviceListWithoutClasses();
    void restartIsAwaited();
    void restartThatTakesTooLong();
    void cancelled();
    void totalDeadline();
    void invisibleObjectsAreNotNone();
    void memoryOfAdapterUnknown();
    void memoryOfAdapterIsReadOncePerDriver();
    void clusterFacts();
    void summariesTooLargeForOneAnswer();
};

namespace {

base::Result<model::HostSnapshot> read(tests::FakeSession& session, tests::ManualClock& clock,
                                       const hyperv::ReadOptions& options = {})
{
    return hyperv::HostReader(session, clock).read(options);
}

} // namespace

void tst_hyperv_host_reader::wholeHost()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    addVm(session, 1);
    session.setBeforeCall([&clock] { clock.advance(std::chrono::milliseconds(10)); });
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->host.computerName, u"HV01"_s);
    QCOMPARE(snapshot->host.build.value(), 26100U);
    QVERIFY(snapshot->host.hyperVRole);
    QCOMPARE(snapshot->host.iovSupport, std::optional(true));
    QCOMPARE(snapshot->gpus.size(), 1U);
    QCOMPARE(snapshot->gpus[0].adapterMemory.value(), 17'179'869'184U);
    QCOMPARE(snapshot->gpus[0].partitioning->partitionCount.value(), 4);
    QCOMPARE(snapshot->vms.size(), 1U);
    QCOMPARE(snapshot->vms[0].partitionAdapters, 1);
    QVERIFY(!snapshot->cluster.has_value());
    QVERIFY2(snapshot->notes.empty(),
             qPrintable(snapshot->notes.empty() ? QString() : describe(snapshot->notes[0].error)));
    QCOMPARE(snapshot->roundTrips, static_cast<std::uint64_t>(session.calls().size()));
    QCOMPARE(snapshot->bytesReceived, snapshot->roundTrips * 100);
    QCOMPARE(snapshot->readDuration, std::chrono::milliseconds(10) * session.calls().size());
    QVERIFY(snapshot->takenAt.isValid());
}

void tst_hyperv_host_reader::roundTripsDoNotDependOnVms()
{
    qsizetype trips = 0;
    for (const int count : {1, 200}) {
        tests::FakeSession session;
        tests::ManualClock clock;
        fill(session);
        for (int i = 0; i < count; ++i)
            addVm(session, i);
        const auto snapshot = read(session, clock);
        QVERIFY(snapshot.has_value());
        QCOMPARE(snapshot->vms.size(), static_cast<std::size_t>(count));
        QCOMPARE(snapshot->unplacedAssignments.size(), static_cast<std::size_t>(count));
        if (trips == 0)
            trips = session.calls().size();
        QCOMPARE(session.calls().size(), trips);
    }
    QVERIFY2(trips <= 26 + 3, qPrintable(QString::number(trips))); // 26 for the host, 3 for its GPU
}

void tst_hyperv_host_reader::onlyRealizedSystemsAreAsked()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    addVm(session, 1);
    session.addRow(tests::row(u"Msvm_VirtualSystemSettingData"_s,
                              {{u"InstanceID"_s, u"Microsoft:"_s + guid(9)},
                               {u"VirtualSystemIdentifier"_s, guid(9)},
                               {u"VirtualSystemType"_s, u"Microsoft:Hyper-V:Snapshot:Realized"_s}}));
    session.addRow(tests::row(u"Msvm_GpuPartitionSettingData"_s,
                              {{u"InstanceID"_s, u"Microsoft:"_s + guid(9) + u"\\P"_s}}));
    const auto snapshot = read(session, clock);
    QCOMPARE(snapshot->vms.size(), 1U);
    QCOMPARE(snapshot->unplacedAssignments.size(), 1U);
}

void tst_hyperv_host_reader::missingRoleIsAFact()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setMissingNamespace(u"root\\virtualization\\v2"_s);
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(!snapshot->host.hyperVRole);
    QVERIFY(snapshot->notes.empty());
    QCOMPARE(snapshot->gpus.size(), 1U); // the hardware is still there
    QVERIFY(!snapshot->gpus[0].partitioning);
    QVERIFY(session.calls().filter(u"Msvm_"_s).size() == 1); // not asked again after that answer
}

void tst_hyperv_host_reader::failedPartIsANote_data()
{
    QTest::addColumn<QString>("className");
    QTest::addColumn<Part>("part");
    QTest::newRow("os") << u"Win32_OperatingSystem"_s << Part::OperatingSystem;
    QTest::newRow("computer") << u"Win32_ComputerSystem"_s << Part::ComputerSystem;
    QTest::newRow("pnp") << u"Win32_PnPEntity"_s << Part::PnpDevices;
    QTest::newRow("gpus") << u"Msvm_PartitionableGpu"_s << Part::PartitionableGpus;
    QTest::newRow("pool") << u"Msvm_PciExpress"_s << Part::AssignableDevices;
    QTest::newRow("vms") << u"Msvm_VirtualSystemSettingData"_s << Part::VirtualMachines;
    QTest::newRow("summary") << u"Msvm_VirtualSystemManagementService"_s << Part::VmRuntime;
    QTest::newRow("memory") << u"Msvm_MemorySettingData"_s << Part::VmMemory;
    QTest::newRow("security") << u"Msvm_SecuritySettingData"_s << Part::VmSecurity;
    QTest::newRow("processors") << u"Msvm_ProcessorSettingData"_s << Part::VmProcessors;
    QTest::newRow("adapters") << u"Msvm_GpuPartitionSettingData"_s << Part::PartitionAdapters;
    QTest::newRow("partitions") << u"Msvm_GpuPartition"_s << Part::Partitions;
    QTest::newRow("devices") << u"Msvm_PciExpressSettingData"_s << Part::DeviceAdapters;
    QTest::newRow("remotefx") << u"Msvm_Synthetic3DDisplayControllerSettingData"_s << Part::RemoteFx;
    QTest::newRow("iov") << u"Msvm_VirtualEthernetSwitchManagementCapabilities"_s << Part::IovSupport;
    QTest::newRow("processors") << u"Win32_Processor"_s << Part::Processors;
    QTest::newRow("device guard") << u"Win32_DeviceGuard"_s << Part::DeviceGuard;
    QTest::newRow("migration") << u"Msvm_VirtualSystemMigrationServiceSettingData"_s
                               << Part::MigrationSettings;
}

void tst_hyperv_host_reader::failedPartIsANote()
{
    QFETCH(const QString, className);
    QFETCH(const Part, part);
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    addVm(session, 1);
    session.setFailure(className, tests::makeError(Layer::Wmi, ErrorCode::AccessDenied));
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->notes.size(), 1U);
    QCOMPARE(snapshot->notes[0].part, part);
    QCOMPARE(snapshot->notes[0].error.code, ErrorCode::AccessDenied);
    QVERIFY(snapshot->couldNotRead(part) || !snapshot->notes[0].subject.isEmpty());
}

void tst_hyperv_host_reader::refusedRegistryIsTwoNotes()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setFailure(u"StdRegProv"_s, tests::makeError(Layer::Wmi, ErrorCode::AccessDenied));
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->notes.size(), 2U);
    QCOMPARE(snapshot->notes[0].part, Part::AdapterMemory);
    QCOMPARE(snapshot->notes[1].part, Part::Policies); // one note, not one per value
    QVERIFY(snapshot->couldNotRead(Part::Policies));
}

void tst_hyperv_host_reader::connectionErrorsEndTheRead_data()
{
    QTest::addColumn<Layer>("layer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unreachable") << Layer::Connect << ErrorCode::Unreachable;
    QTest::newRow("connect timeout") << Layer::Connect << ErrorCode::TimedOut;
    QTest::newRow("password") << Layer::Auth << ErrorCode::CredentialsRejected;
    QTest::newRow("no password") << Layer::Auth << ErrorCode::CredentialsMissing;
    QTest::newRow("certificate") << Layer::Tls << ErrorCode::Untrusted;
    QTest::newRow("encryption") << Layer::Http << ErrorCode::EncryptionRequired;
    QTest::newRow("not WinRM") << Layer::Http << ErrorCode::ProtocolViolation;
    QTest::newRow("first answer never comes") << Layer::Http << ErrorCode::TimedOut;
}

void tst_hyperv_host_reader::connectionErrorsEndTheRead()
{
    QFETCH(const Layer, layer);
    QFETCH(const ErrorCode, code);
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setDead(tests::makeError(layer, code));
    const auto snapshot = read(session, clock);
    QVERIFY(!snapshot.has_value());
    QCOMPARE(snapshot.error().code, code);
    QCOMPARE(session.calls().size(), 1); // a dead host is asked once
}

void tst_hyperv_host_reader::secondTimeoutEndsTheRead()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    const base::Error timeout = tests::makeError(Layer::Wmi, ErrorCode::TimedOut);
    session.setFailure(u"Win32_PnPEntity"_s, timeout);
    auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->couldNotRead(Part::PnpDevices));
    session.setFailure(u"Msvm_PciExpress"_s, timeout);
    snapshot = read(session, clock);
    QVERIFY(!snapshot.has_value());
    QCOMPARE(snapshot.error().code, ErrorCode::TimedOut);
}

void tst_hyperv_host_reader::nothingReadableIsAnError()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setDead(tests::makeError(Layer::Soap, ErrorCode::AccessDenied));
    const auto snapshot = read(session, clock);
    QVERIFY(!snapshot.has_value());
    QCOMPARE(snapshot.error().code, ErrorCode::AccessDenied);
}

void tst_hyperv_host_reader::columnsByBuild()
{
    const auto columnsAsked = [](const QString& build) {
        tests::FakeSession session;
        tests::ManualClock clock;
        fill(session);
        session.setRows(u"Win32_OperatingSystem"_s,
                        {tests::row(u"Win32_OperatingSystem"_s, {{u"BuildNumber"_s, build}})});
        const auto snapshot = read(session, clock);
        return snapshot ? session.calls().filter(u"Msvm_"_s).join(u'\n') : QString();
    };
    const QString server2019 = columnsAsked(u"17763"_s);
    QVERIFY(server2019.contains(u"TotalVRAM"_s));
    QVERIFY(!server2019.contains(u"CurrentVRAM"_s));
    QVERIFY(!server2019.contains(u"LiveMigration"_s));
    const QString server2022 = columnsAsked(u"20348"_s);
    QVERIFY(server2022.contains(u"CurrentVRAM"_s));
    QVERIFY(!server2022.contains(u"LiveMigration"_s));
    const QString server2025 = columnsAsked(u"26100"_s);
    QVERIFY(server2025.contains(u"SupportsIncomingLiveMigration"_s));
    QVERIFY(server2025.contains(u"SupportsOutgoingLiveMigration"_s));
    QVERIFY(columnsAsked(u"?"_s).contains(u"SELECT * FROM Msvm_PartitionableGpu"_s));
}

void tst_hyperv_host_reader::refusedProjectionFallsBack()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setUnknownColumn(u"Msvm_PartitionableGpu"_s, u"TotalVRAM"_s);
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->notes.empty());
    QVERIFY(snapshot->gpus.at(0).partitioning);
    QCOMPARE(session.calls().filter(u"Msvm_PartitionableGpu"_s).size(), 2);
}

void tst_hyperv_host_reader::absentClassIsNone()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setFailure(u"Msvm_PartitionableGpu"_s, tests::makeError(Layer::Wmi, ErrorCode::InvalidClass));
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->host.hyperVRole);
    QVERIFY(snapshot->notes.empty());
    QVERIFY(!snapshot->gpus.at(0).partitioning);
}

void tst_hyperv_host_reader::restartIsAwaited()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setFailure(u"Msvm_PartitionableGpu"_s, tests::makeError(Layer::Wmi, ErrorCode::ShuttingDown), 2);
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->notes.empty());
    QVERIFY(snapshot->gpus.at(0).partitioning);
    QCOMPARE(clock.elapsed(), std::chrono::milliseconds(1'000 + 1'500));
}

void tst_hyperv_host_reader::restartThatTakesTooLong()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    const base::Error restarting = tests::makeError(Layer::Wmi, ErrorCode::ShuttingDown);
    session.setFailure(u"Msvm_PartitionableGpu"_s, restarting);
    session.setFailure(u"Msvm_PciExpress"_s, restarting);
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->notes.size(), 2U);
    QCOMPARE(clock.elapsed(), std::chrono::milliseconds(1'000 + 1'500 + 2'000)); // once for the whole read
}

void tst_hyperv_host_reader::cancelled()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    std::stop_source source;
    int calls = 0;
    session.setBeforeCall([&] {
        if (++calls == 5)
            source.request_stop();
    });
    hyperv::ReadOptions options;
    options.stop = source.get_token();
    const auto snapshot = read(session, clock, options);
    QVERIFY(!snapshot.has_value());
    QCOMPARE(snapshot.error().code, ErrorCode::Cancelled);
    QCOMPARE(session.calls().size(), 5);
}

void tst_hyperv_host_reader::totalDeadline()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setBeforeCall([&clock] { clock.advance(std::chrono::seconds(20)); });
    const auto snapshot = read(session, clock);
    QVERIFY(!snapshot.has_value());
    QCOMPARE(snapshot.error().code, ErrorCode::TimedOut);
    QCOMPARE(session.calls().size(), 6);
}

void tst_hyperv_host_reader::invisibleObjectsAreNotNone()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setRows(u"Msvm_PartitionableGpu"_s, {});
    session.setRows(u"Msvm_VirtualEthernetSwitchManagementCapabilities"_s, {});
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->couldNotRead(Part::PartitionableGpus));
    QVERIFY(snapshot->couldNotRead(Part::VirtualMachines));
}

void tst_hyperv_host_reader::memoryOfAdapterUnknown()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setMethod(u"StdRegProv"_s, u"GetQWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{2, {}};
    });
    session.setMethod(u"StdRegProv"_s, u"GetDWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{2, {}};
    });
    auto snapshot = read(session, clock);
    QVERIFY(snapshot->notes.empty());
    QVERIFY(!snapshot->gpus.at(0).adapterMemory.has_value());

    session.setMethod(u"StdRegProv"_s, u"GetStringValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{5, {}};
    });
    snapshot = read(session, clock);
    QCOMPARE(snapshot->notes.size(), 1U);
    QCOMPARE(snapshot->notes[0].part, Part::AdapterMemory);
    QCOMPARE(snapshot->notes[0].error.code, ErrorCode::AccessDenied);
}

void tst_hyperv_host_reader::memoryOfAdapterIsReadOncePerDriver()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    session.setMethod(u"Win32_PnPEntity"_s, u"GetDeviceProperties"_s, [](const auto&, const auto&) {
        cim::Instance version(u"Win32_PnPDevicePropertyString"_s, u"root\\cimv2"_s);
        version.set(u"KeyName"_s, cim::Value::string(u"DEVPKEY_Device_DriverVersion"_s));
        version.set(u"Data"_s, cim::Value::string(u"32.0.15.7283"_s));
        return wmi::InvokeResult{
            0,
            {{u"deviceProperties"_s, cim::Value::array(cim::Type::Object, {cim::Value::object(version)})}}};
    });
    const auto first = read(session, clock);
    QVERIFY(first.has_value());
    int asked = 0;
    session.setMethod(u"StdRegProv"_s, u"GetQWORDValue"_s, [&asked](const auto&, const auto&) {
        ++asked;
        return wmi::InvokeResult{0, {{u"uValue"_s, cim::Value::string(u"1"_s)}}};
    });
    hyperv::ReadOptions options;
    options.previous = std::make_shared<const model::HostSnapshot>(*first);
    const auto again = read(session, clock, options);
    QVERIFY(again.has_value());
    QCOMPARE(asked, 0);
    QCOMPARE(again->gpus.at(0).adapterMemory, first->gpus.at(0).adapterMemory);

    model::HostSnapshot older = *first;
    older.gpus.at(0).pnp->driverVersion = u"1.0"_s;
    options.previous = std::make_shared<const model::HostSnapshot>(older);
    const auto updated = read(session, clock, options);
    QVERIFY(updated.has_value());
    QCOMPARE(asked, 1);
    QCOMPARE(updated->gpus.at(0).adapterMemory, std::optional<std::uint64_t>(1));
}

void tst_hyperv_host_reader::clusterFacts()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    addVm(session, 1);
    const auto standAlone = read(session, clock);
    QVERIFY(!standAlone->cluster.has_value());
    QVERIFY(!standAlone->vms.at(0).clustered.has_value());

    tests::FakeSession member;
    member.addRow(
        tests::row(u"MSCluster_Cluster"_s, {{u"Name"_s, u"CLU1"_s}, {u"ClusterFunctionalLevel"_s, u"12"_s}}));
    const auto node = [](const QString& name, const QString& state) {
        return tests::row(u"MSCluster_Node"_s,
                          {{u"Name"_s, name}, {u"State"_s, state}, {u"NodeDrainStatus"_s, u"1"_s}});
    };
    for (const auto& [name, state] : std::vector<std::pair<QString, QString>>{{u"N3"_s, u"1"_s},
                                                                              {u"n1"_s, u"0"_s},
                                                                              {u"N2"_s, u"2"_s},
                                                                              {u"N4"_s, u"4294967295"_s},
                                                                              {u"N5"_s, u"-1"_s}})
        member.addRow(node(name, state));
    member.addRow(
        tests::row(u"MSCluster_Resource"_s, {{u"Type"_s, u"Virtual Machine"_s}, {u"Name"_s, u"r"_s}}));
    const auto snapshot = read(member, clock);
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->cluster.has_value());
    QCOMPARE(snapshot->cluster->name, u"CLU1"_s);
    QCOMPARE(snapshot->cluster->functionalLevel.value(), 12U);
    QCOMPARE(snapshot->cluster->nodes.size(), 5U);
    QCOMPARE(snapshot->cluster->nodes[0].name, u"n1"_s);
    QCOMPARE(snapshot->cluster->nodes[0].state, model::NodeState::Up);
    QCOMPARE(snapshot->cluster->nodes[1].state, model::NodeState::Paused);
    QCOMPARE(snapshot->cluster->nodes[2].state, model::NodeState::Down);
    QCOMPARE(snapshot->cluster->nodes[3].state, model::NodeState::Unknown);
    QCOMPARE(snapshot->cluster->nodes[4].state, model::NodeState::Unknown);
    QVERIFY(snapshot->cluster->nodes[0].draining);
}

void tst_hyperv_host_reader::summariesTooLargeForOneAnswer()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session);
    addVm(session, 1);
    addVm(session, 2);
    const auto system = [&session](const QString& name, const QString& state) {
        session.addRow(
            tests::row(u"Msvm_ComputerSystem"_s,
                       {{u"Name"_s, name}, {u"ElementName"_s, u"x"_s}, {u"EnabledState"_s, state}}));
    };
    system(u"HV01"_s, u"2"_s);
    system(guid(1), u"2"_s);
    system(guid(2), u"3"_s);
    session.setFailure(u"Msvm_VirtualSystemManagementService"_s,
                       tests::makeError(Layer::Soap, ErrorCode::LimitExceeded));
    const auto snapshot = read(session, clock);
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->vms.size(), 2U);
    QCOMPARE(snapshot->vms[0].state, model::PowerState::Running);
    QCOMPARE(snapshot->vms[1].state, model::PowerState::Off);
    QVERIFY(!snapshot->vms[0].memoryUsageMb.has_value());
    QCOMPARE(snapshot->vms[0].name, u"vm1"_s);
    QCOMPARE(snapshot->notes.size(), 1U); // load, memory and uptime are missing
    QCOMPARE(snapshot->notes[0].part, Part::VmRuntime);
    QCOMPARE(snapshot->notes[0].error.code, ErrorCode::LimitExceeded);
}

// As Wine answers: Win32_PnPEntity without classes and ids, no methods, no Hyper-V.
void tst_hyperv_host_reader::deviceListWithoutClasses()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    session.addRow(tests::row(u"Win32_OperatingSystem"_s, {{u"BuildNumber"_s, u"7601"_s}}));
    session.addRow(
        tests::row(u"Win32_PnPEntity"_s, {{u"DeviceID"_s, u"PCI\\VEN_0000&DEV_0000\\00000000"_s}}));
    session.addRow(
        tests::row(u"Win32_VideoController"_s, {{u"PNPDeviceID"_s, u"PCI\\VEN_1af4&DEV_1050\\0&DEADBEEF"_s},
                                                {u"Name"_s, u"VideoController1"_s},
                                                {u"ConfigManagerErrorCode"_s, u"0"_s},
                                                {u"DriverVersion"_s, u"30.0.14023.3004"_s}}));
    session.addRow(tests::row(u"Win32_VideoController"_s, {{u"PNPDeviceID"_s, u"VMBUS\\{1}"_s}}));
    session.setMissingNamespace(u"root\\virtualization\\v2"_s);
    session.setMissingNamespace(u"root\\MSCluster"_s);
    const auto host = hyperv::HostReader(session, clock).read({});
    QVERIFY(host.has_value());
    QCOMPARE(host->gpus.size(), 1U);
    const model::Gpu& gpu = host->gpus.front();
    QVERIFY(gpu.pnp.has_value());
    QCOMPARE(gpu.pnp->instanceId, u"PCI\\VEN_1AF4&DEV_1050\\0&DEADBEEF"_s);
    QCOMPARE(gpu.name, u"VideoController1"_s);
    QCOMPARE(gpu.pnp->problemCode, std::optional<std::uint32_t>(0));
    QVERIFY(!gpu.pnp->propertiesRead); // its methods are missing, which the notes say
    QVERIFY(std::ranges::any_of(
        host->notes, [](const model::ReadNote& note) { return note.part == Part::DeviceProperties; }));
    QVERIFY(!host->host.hyperVRole);
}

QTEST_GUILESS_MAIN(tst_hyperv_host_reader)
#include "tst_hyperv_host_reader.moc"
