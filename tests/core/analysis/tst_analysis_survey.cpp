#include "core/analysis/AssignedStatus.h"
#include "tests/core/analysis/SampleHosts.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::AssignedStatus;
using analysis::StatusVerdict;
using analysis::SubStatus;
using model::Part;

namespace {

using Change = std::function<void(model::PnpDevice&, model::HostSnapshot&)>;

QString valueOf(const StatusVerdict& verdict, const QString& source)
{
    const auto found = std::ranges::find(verdict.evidence, source, &analysis::Evidence::source);
    return found == verdict.evidence.end() ? u"(none)"_s : found->value;
}

QString devkey(const char* name)
{
    return u"Win32_PnPDeviceProperty.DEVPKEY_PciDevice_"_s + QLatin1String(name);
}

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(AssignedStatus)
Q_DECLARE_METATYPE(SubStatus)

/// GPUs the host has mounted and that are not partitionable: rows 4 to 6 of the table, one rule at a time.
class TestSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void missingInputsAreUnknown_data();
    void missingInputsAreUnknown();
    void failureDecidesInSpiteOfMissingInput();
    void missingInterruptsAreNoGap();
    void unreadPropertiesNameTheirError();
    void unreadPartitionListIsUnknown();
    void missingRoleIsNoUnreadList();
    void iovReasonsAreEvidence();
    void neverWithoutEvidence();
};

void TestSurvey::rules_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<AssignedStatus>("status");
    QTest::addColumn<SubStatus>("subStatus");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("value");

    const auto row = [](const char* name, const Change& change, AssignedStatus status, SubStatus subStatus,
                        const QString& source, const QString& value) {
        QTest::newRow(name) << change << status << subStatus << source << value;
    };
    using D = model::PnpDevice&;
    using H = model::HostSnapshot&;
    constexpr auto no = AssignedStatus::NotAssignable;
    constexpr auto host = AssignedStatus::HostOwned;
    const QString code = u"Win32_PnPEntity.ConfigManagerErrorCode"_s;
    const QString iov = u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupport"_s;
    const QString type = devkey("DeviceType");

    row(
        "all rules pass", [](D, H) {}, host, SubStatus::NoPartitionDriver, iov, u"true"_s);
    row(
        "RMRR", [](D d, H) { d.requiresReservedMemoryRegion = 1U; }, no, SubStatus::ReservedMemoryRegion,
        devkey("RequiresReservedMemoryRegion"), u"1"_s);
    row(
        "no ACS", [](D d, H) { d.acsCompatibleUpHierarchy = 0U; }, no, SubStatus::NoAcs,
        devkey("AcsCompatibleUpHierarchy"), u"0"_s);
    row(
        "ACS, single function", [](D d, H) { d.acsCompatibleUpHierarchy = 1U; }, host,
        SubStatus::NoPartitionDriver, devkey("AcsCompatibleUpHierarchy"), u"1"_s);
    row(
        "ACS, no P2P", [](D d, H) { d.acsCompatibleUpHierarchy = 2U; }, host, SubStatus::NoPartitionDriver,
        devkey("AcsCompatibleUpHierarchy"), u"2"_s);
    for (const std::uint32_t legacy : {0U, 1U, 14U, 15U, 99U})
        row(
            qPrintable(u"type %1: older PCI"_s.arg(legacy)), [legacy](D d, H) { d.deviceType = legacy; }, no,
            SubStatus::LegacyPciDevice, type, QString::number(legacy));
    for (std::uint32_t bridge = 6; bridge <= 13; ++bridge)
        row(
            qPrintable(u"type %1: bridge or port"_s.arg(bridge)), [bridge](D d, H) { d.deviceType = bridge; },
            no, SubStatus::SwitchPort, type, QString::number(bridge));
    row(
        "type 4: embedded endpoint", [](D d, H) { d.deviceType = 4U; }, host, SubStatus::NoPartitionDriver,
        type, u"4"_s);
    row(
        "type 3: legacy display endpoint", [](D d, H) { d.deviceType = 3U; }, host,
        SubStatus::NoPartitionDriver, devkey("BaseClass"), u"3"_s);
    row(
        "type 3: other legacy endpoint",
        [](D d, H) {
            d.deviceType = 3U;
            d.baseClass = 1U;
        },
        no, SubStatus::LegacyPciDevice, devkey("BaseClass"), u"1"_s);
    row(
        "type 5: firmware", [](D d, H) { d.deviceType = 5U; }, no, SubStatus::FirmwareKeepsControl, type,
        u"5"_s);
    row(
        "line interrupts", [](D d, H) { d.interruptSupport = 1U; }, no, SubStatus::LineInterruptsOnly,
        devkey("InterruptSupport"), u"1"_s);
    row(
        "line and MSI", [](D d, H) { d.interruptSupport = 3U; }, host, SubStatus::NoPartitionDriver,
        devkey("InterruptSupport"), u"3"_s);
    row(
        "no driver", [](D d, H) { d.problemCode = 28U; }, host, SubStatus::NoDriver, code, u"28"_s);
    row(
        "disabled", [](D d, H) { d.problemCode = 22U; }, host, SubStatus::Disabled, code, u"22"_s);
    for (const std::uint32_t problem : {10U, 12U, 14U, 31U, 43U, 52U})
        row(
            qPrintable(u"code %1"_s.arg(problem)), [problem](D d, H) { d.problemCode = problem; }, host,
            SubStatus::DeviceProblem, code, QString::number(problem));
    row(
        "code 45", [](D d, H) { d.problemCode = 45U; }, AssignedStatus::Unknown, SubStatus::NotPresent, code,
        u"45"_s);
    row(
        "not present", [](D d, H) { d.present = false; }, AssignedStatus::Unknown, SubStatus::NotPresent,
        u"Win32_PnPEntity.Present"_s, u"false"_s);
    row(
        "host without IOV", [](D, H h) { h.host.iovSupport = false; }, no, SubStatus::HostWithoutIov, iov,
        u"false"_s);

    // Two rules fail: the earlier one is the reason.
    row(
        "RMRR before ACS",
        [](D d, H) {
            d.requiresReservedMemoryRegion = 1U;
            d.acsCompatibleUpHierarchy = 0U;
        },
        no, SubStatus::ReservedMemoryRegion, devkey("RequiresReservedMemoryRegion"), u"1"_s);
    row(
        "ACS before type",
        [](D d, H) {
            d.acsCompatibleUpHierarchy = 0U;
            d.deviceType = 0U;
        },
        no, SubStatus::NoAcs, devkey("AcsCompatibleUpHierarchy"), u"0"_s);
    row(
        "type before problem code",
        [](D d, H) {
            d.deviceType = 0U;
            d.problemCode = 28U;
        },
        no, SubStatus::LegacyPciDevice, type, u"0"_s);
    row(
        "problem code before interrupts",
        [](D d, H) {
            d.problemCode = 22U;
            d.interruptSupport = 1U;
        },
        host, SubStatus::Disabled, code, u"22"_s);
    row(
        "interrupts before host",
        [](D d, H h) {
            d.interruptSupport = 1U;
            h.host.iovSupport = false;
        },
        no, SubStatus::LineInterruptsOnly, devkey("InterruptSupport"), u"1"_s);
    row(
        "problem code before host",
        [](D d, H h) {
            d.problemCode = 43U;
            h.host.iovSupport = false;
        },
        host, SubStatus::DeviceProblem, code, u"43"_s);
}

void TestSurvey::rules()
{
    QFETCH(Change, change);
    QFETCH(QString, source);
    model::HostSnapshot host = tests::healthyHost();
    model::Gpu gpu = tests::mountedGpu();
    change(*gpu.pnp, host);

    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QTEST(verdict.status, "status");
    QTEST(verdict.subStatus, "subStatus");
    QTEST(valueOf(verdict, source), "value");
    QCOMPARE(valueOf(verdict, u"Win32_PnPEntity.DeviceID"_s), gpu.pnp->instanceId);
}

void TestSurvey::missingInputsAreUnknown_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<SubStatus>("subStatus");
    QTest::addColumn<QString>("source");
    using D = model::PnpDevice&;
    using H = model::HostSnapshot&;
    const auto row = [](const char* name, const Change& change, SubStatus subStatus, const QString& source) {
        QTest::newRow(name) << change << subStatus << source;
    };
    constexpr auto unread = SubStatus::PropertiesUnreadable;
    row(
        "RMRR", [](D d, H) { d.requiresReservedMemoryRegion.reset(); }, unread,
        devkey("RequiresReservedMemoryRegion"));
    row(
        "ACS", [](D d, H) { d.acsCompatibleUpHierarchy.reset(); }, unread,
        devkey("AcsCompatibleUpHierarchy"));
    row(
        "type", [](D d, H) { d.deviceType.reset(); }, unread, devkey("DeviceType"));
    row(
        "class of a legacy endpoint",
        [](D d, H) {
            d.deviceType = 3U;
            d.baseClass.reset();
        },
        unread, devkey("BaseClass"));
    row(
        "problem code", [](D d, H) { d.problemCode.reset(); }, unread,
        u"Win32_PnPEntity.ConfigManagerErrorCode"_s);
    row(
        "IOV", [](D, H h) { h.host.iovSupport.reset(); }, SubStatus::IovSupportUnreadable,
        u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupport"_s);
}

void TestSurvey::missingInputsAreUnknown()
{
    QFETCH(Change, change);
    QFETCH(QString, source);
    model::HostSnapshot host = tests::healthyHost();
    model::Gpu gpu = tests::mountedGpu();
    change(*gpu.pnp, host);

    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QTEST(verdict.subStatus, "subStatus");
    QCOMPARE(valueOf(verdict, source), u"not reported"_s);
}

void TestSurvey::failureDecidesInSpiteOfMissingInput()
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.pnp->requiresReservedMemoryRegion.reset();
    gpu.pnp->deviceType = 9U;
    const StatusVerdict verdict = analysis::assignedStatus(gpu, tests::healthyHost());
    QCOMPARE(verdict.status, AssignedStatus::NotAssignable);
    QCOMPARE(verdict.subStatus, SubStatus::SwitchPort);

    gpu.pnp->deviceType = 2U;
    gpu.pnp->requiresReservedMemoryRegion = 0U;
    gpu.locationPath.clear();
    gpu.pnp->locationPaths.clear();
    const StatusVerdict unplaced = analysis::assignedStatus(gpu, tests::healthyHost());
    QCOMPARE(unplaced.status, AssignedStatus::Unknown);
    QCOMPARE(valueOf(unplaced, u"Win32_PnPDeviceProperty.DEVPKEY_Device_LocationPaths"_s), u"not reported"_s);
}

void TestSurvey::missingInterruptsAreNoGap()
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.pnp->interruptSupport.reset();
    QCOMPARE(analysis::assignedStatus(gpu, tests::healthyHost()).status, AssignedStatus::HostOwned);
}

void TestSurvey::unreadPropertiesNameTheirError()
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.pnp->propertiesRead = false;
    gpu.pnp->deviceType.reset();
    model::HostSnapshot host = tests::healthyHost();
    host.notes.push_back(tests::unreadNote(Part::DeviceProperties, u"another device"_s));
    host.notes.push_back(
        tests::unreadNote(Part::DeviceProperties, gpu.pnp->instanceId, base::ErrorCode::TimedOut));

    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::PropertiesUnreadable);
    const QString why = valueOf(verdict, u"Win32_PnPEntity.GetDeviceProperties"_s);
    QVERIFY2(why.contains(u"timed-out"_s), qPrintable(why));

    host.host.hyperVRole = false; // that is why nothing can be assigned, whatever they are
    const StatusVerdict without = analysis::assignedStatus(gpu, host);
    QCOMPARE(without.subStatus, SubStatus::NoHyperVRole);
    QCOMPARE(valueOf(without, u"root\\virtualization\\v2"_s), u"not present"_s);
}

void TestSurvey::unreadPartitionListIsUnknown()
{
    model::HostSnapshot host = tests::healthyHost();
    host.notes.push_back(tests::unreadNote(Part::PartitionableGpus));
    model::Gpu gpu = tests::mountedGpu();
    gpu.pnp->deviceType = 0U; // even a device that would fail the survey
    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::PartitionListUnreadable);
    QVERIFY(valueOf(verdict, u"Msvm_PartitionableGpu"_s).contains(u"access-denied"_s));
}

void TestSurvey::missingRoleIsNoUnreadList()
{
    model::HostSnapshot host = tests::healthyHost();
    host.host.hyperVRole = false;
    host.host.iovSupport.reset();
    model::Gpu gpu = tests::mountedGpu();
    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::NoHyperVRole);

    host.notes.push_back(tests::unreadNote(Part::PartitionableGpus, {}, base::ErrorCode::InvalidNamespace));
    QCOMPARE(analysis::assignedStatus(gpu, host).subStatus, SubStatus::NoHyperVRole);
    gpu.pnp->acsCompatibleUpHierarchy = 0U; // hardware fails with or without the role
    QCOMPARE(analysis::assignedStatus(gpu, host).subStatus, SubStatus::NoAcs);
}

void TestSurvey::iovReasonsAreEvidence()
{
    model::HostSnapshot host = tests::healthyHost();
    host.host.iovSupport = false;
    host.host.iovSupportReasons = QStringList{u"The BIOS does not support SR-IOV."_s};
    const StatusVerdict verdict = analysis::assignedStatus(tests::mountedGpu(), host);
    QCOMPARE(valueOf(verdict, u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupportReasons"_s),
             host.host.iovSupportReasons.constFirst());
}

void TestSurvey::neverWithoutEvidence()
{
    const model::Gpu nothing;
    for (const bool role : {true, false}) {
        model::HostSnapshot host;
        host.host.hyperVRole = role;
        const StatusVerdict verdict = analysis::assignedStatus(nothing, host);
        QCOMPARE(verdict.status, AssignedStatus::Unknown);
        QCOMPARE(verdict.subStatus, SubStatus::NotPresent);
        QVERIFY(!verdict.evidence.empty());
        host.notes.push_back(tests::unreadNote(Part::PnpDevices));
        QCOMPARE(analysis::assignedStatus(nothing, host).subStatus, SubStatus::DeviceListUnreadable);
    }
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_analysis_survey.moc"
