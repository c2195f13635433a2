#include "core/hyperv/PlatformReader.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>
#include <QTimeZone>

#include <map>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using model::Part;

namespace {

/// A host with a role, and what one read of its platform found.
struct Bench
{
    tests::FakeSession session;
    tests::ManualClock clock;
    hyperv::ReadContext context;
    std::map<QString, std::uint32_t> policies;

    Bench()
    {
        session.addRow(tests::row(u"Win32_Processor"_s, {{u"DeviceID"_s, u"CPU0"_s},
                                                         {u"Name"_s, u"Intel(R) Xeon(R) Gold 6426Y "_s},
                                                         {u"AddressWidth"_s, u"64"_s},
                                                         {u"VirtualizationFirmwareEnabled"_s, u"false"_s}}));
        setSecurityProperties({u"1"_s, u"2"_s, u"3"_s});
        session.addRow(tests::row(u"Msvm_VirtualSystemMigrationServiceSettingData"_s,
                                  {{u"EnableVirtualSystemMigration"_s, u"true"_s},
                                   {u"MaximumActiveVirtualSystemMigration"_s, u"2"_s},
                                   {u"AuthenticationType"_s, u"1"_s}}));
        session.setMethod(u"StdRegProv"_s, u"GetDWORDValue"_s, [this](const auto&, const auto& parameters) {
            for (const cim::Property& parameter : parameters) {
                const auto found = policies.find(parameter.value.toString().value_or(QString()));
                if (parameter.name == u"sValueName"_s && found != policies.end())
                    return wmi::InvokeResult{
                        0, {{u"uValue"_s, cim::Value::string(QString::number(found->second))}}};
            }
            return wmi::InvokeResult{2, {}};
        });
    }
    void setSecurityProperties(const QStringList& values)
    {
        cim::Instance guard = tests::row(u"Win32_DeviceGuard"_s, {});
        guard.set(u"AvailableSecurityProperties"_s,
                  cim::Value::strings(std::vector<QString>(values.begin(), values.end())));
        session.setRows(u"Win32_DeviceGuard"_s, {guard});
    }
    model::HostPlatform read(const model::HostSnapshot* previous = nullptr, const QDateTime& boot = {},
                             bool role = true)
    {
        model::HostFacts host;
        host.hyperVRole = role;
        host.lastBoot = boot;
        hyperv::Conversation conversation(session, clock, {});
        hyperv::readPlatform(conversation, context, previous, host);
        return host.platform;
    }
};

} // namespace

class tst_hyperv_platform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything();
    void noDmaProtection();
    void absentNamespaceIsNoFailure();
    void relaxedPolicies();
    void refusedRegistry();
    void noRoleNoMigration();
    void firmwareIsReadOncePerStart();
};

void tst_hyperv_platform::everything()
{
    Bench bench;
    const model::HostPlatform platform = bench.read();
    QCOMPARE(platform.processorName, u"Intel(R) Xeon(R) Gold 6426Y"_s);
    QCOMPARE(platform.addressWidth.value(), 64);
    QCOMPARE(platform.virtualizationFirmware, std::optional(false));
    QVERIFY(!platform.monitorModeExtensions.has_value()); // not said is not false
    QCOMPARE(platform.dmaProtection, std::optional(true));
    QCOMPARE(platform.liveMigrationEnabled, std::optional(true));
    QCOMPARE(platform.maximumLiveMigrations.value(), 2U);
    QCOMPARE(platform.migrationAuthentication.value(), 1);
    QVERIFY(!platform.requireSecureDeviceAssignment.has_value());
    QVERIFY(bench.context.notes.empty());
    QCOMPARE(bench.session.calls().size(), 7);
}

void tst_hyperv_platform::noDmaProtection()
{
    Bench bench;
    bench.setSecurityProperties({u"1"_s, u"2"_s});
    QCOMPARE(bench.read().dmaProtection, std::optional(false));
}

void tst_hyperv_platform::absentNamespaceIsNoFailure()
{
    Bench bench;
    bench.session.setMissingNamespace(u"root\\Microsoft\\Windows\\DeviceGuard"_s);
    QVERIFY(!bench.read().dmaProtection.has_value());
    QVERIFY(bench.context.notes.empty());
}

void tst_hyperv_platform::relaxedPolicies()
{
    Bench bench;
    QVERIFY(!bench.read().updateRevision.has_value());
    bench.policies = {{u"UBR"_s, 4946}};
    QCOMPARE(bench.read().updateRevision.value(), 4946U);
    bench.policies = {{u"RequireSecureDeviceAssignment"_s, 0}, {u"GpuVirtualizationFlags"_s, 1}};
    const model::HostPlatform platform = bench.read();
    QCOMPARE(platform.requireSecureDeviceAssignment.value(), 0U);
    QVERIFY(!platform.requireSupportedDeviceAssignment.has_value());
    QCOMPARE(platform.gpuVirtualizationFlags.value(), 1U);
}

void tst_hyperv_platform::refusedRegistry()
{
    Bench bench;
    bench.session.setMethod(u"StdRegProv"_s, u"GetDWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{5, {}};
    });
    QVERIFY(!bench.read().gpuVirtualizationFlags.has_value());
    QCOMPARE(bench.context.notes.size(), 1U);
    QCOMPARE(bench.context.notes[0].part, Part::Policies);
    QCOMPARE(bench.context.notes[0].error.code, ErrorCode::AccessDenied);
}

void tst_hyperv_platform::noRoleNoMigration()
{
    Bench bench;
    QVERIFY(!bench.read(nullptr, {}, false).liveMigrationEnabled.has_value());
    QCOMPARE(bench.session.calls().filter(u"Msvm_"_s).size(), 0);
}

void tst_hyperv_platform::firmwareIsReadOncePerStart()
{
    Bench bench;
    const QDateTime boot(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc());
    model::HostSnapshot previous;
    previous.host.lastBoot = boot;
    previous.host.platform = bench.read(nullptr, boot);
    bench.policies = {{u"RequireSecureDeviceAssignment"_s, 0}};
    const qsizetype before = bench.session.calls().size();
    const model::HostPlatform again = bench.read(&previous, boot);
    QCOMPARE(bench.session.calls().size() - before, 4);
    QCOMPARE(again.dmaProtection, std::optional(true));
    QCOMPARE(again.requireSecureDeviceAssignment.value(), 0U); // policies change at any time

    bench.setSecurityProperties({u"1"_s});
    QCOMPARE(bench.read(&previous, boot.addDays(1)).dmaProtection, std::optional(false));
}

QTEST_GUILESS_MAIN(tst_hyperv_platform)
#include "tst_hyperv_platform.moc"
