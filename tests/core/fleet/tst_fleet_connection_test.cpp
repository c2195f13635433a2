#include "core/fleet/ConnectionTester.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using fleet::ServerEntry;
using fleet::TestStage;

namespace {

void fill(tests::FakeSession& session)
{
    session.addRow(tests::row(u"Win32_OperatingSystem"_s,
                              {{u"Caption"_s, u"Windows Server 2025"_s}, {u"BuildNumber"_s, u"26100"_s}}));
    session.addRow(tests::row(u"Msvm_VirtualSystemManagementService"_s, {{u"Name"_s, u"vmms"_s}}));
    session.addRow(tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, u"a"_s}}));
    session.addRow(tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, u"b"_s}}));
    session.addRow(tests::row(u"MSCluster_Cluster"_s, {{u"Name"_s, u"CLU1"_s}}));
}

fleet::ConnectionTestReport run(tests::FakeSession& session,
                                ServerEntry::Kind kind = ServerEntry::Kind::Server)
{
    tests::ManualClock clock;
    ServerEntry entry;
    entry.kind = kind;
    return fleet::runConnectionTest(session, entry, clock, std::chrono::seconds(15), {});
}

const fleet::TestStageResult& stage(const fleet::ConnectionTestReport& report, TestStage wanted)
{
    return report.stages.at(static_cast<std::size_t>(wanted));
}

} // namespace

class tst_fleet_connection_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingWorks();
    void withoutAConnection();
    void unreachable();
    void wrongPassword();
    void passwordRests();
    void notAskedToSignIn();
    void unknownName();
    void untrustedCertificate();
    void notWinRm();
    void noHyperV();
    void noRights();
    void standAlone();
    void notACluster();
};

void tst_fleet_connection_test::everythingWorks()
{
    tests::FakeSession session;
    fill(session);
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(report.passed());
    QCOMPARE(report.stages.size(), static_cast<std::size_t>(fleet::lastTestStage) + 1);
    QVERIFY(!stage(report, TestStage::Tls).applicable); // plain HTTP
    QVERIFY(stage(report, TestStage::SignIn).passed && stage(report, TestStage::Rights).passed);
    QCOMPARE(stage(report, TestStage::OperatingSystem).fact, u"Windows Server 2025 (26100)"_s);
    QCOMPARE(stage(report, TestStage::Gpus).fact, u"2"_s);
    QCOMPARE(stage(report, TestStage::Cluster).fact, u"CLU1"_s);
}

void tst_fleet_connection_test::withoutAConnection()
{
    tests::FakeSession session;
    fill(session);
    session.setPort(0);
    session.setMissingNamespace(u"root\\virtualization\\v2"_s);
    session.setRows(u"Win32_OperatingSystem"_s,
                    {tests::row(u"Win32_OperatingSystem"_s, {{u"ProductType"_s, u"1"_s}})});
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(!stage(report, TestStage::Resolve).applicable && !stage(report, TestStage::Port).applicable);
    QVERIFY(stage(report, TestStage::SignIn).passed && stage(report, TestStage::OperatingSystem).passed);
    QCOMPARE(stage(report, TestStage::HyperV).error->code, ErrorCode::InvalidNamespace);
    QVERIFY(stage(report, TestStage::HyperV).workstation);
}

void tst_fleet_connection_test::unreachable()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Connect, ErrorCode::Unreachable));
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(!report.passed());
    QVERIFY(stage(report, TestStage::Resolve).passed);
    QCOMPARE(stage(report, TestStage::Port).error->code, ErrorCode::Unreachable);
    for (std::size_t i = static_cast<std::size_t>(TestStage::Tls); i < report.stages.size(); ++i)
        QVERIFY(!report.stages[i].applicable);
    QCOMPARE(session.calls().size(), 1);
}

void tst_fleet_connection_test::wrongPassword()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Auth, ErrorCode::CredentialsRejected));
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(!report.passed());
    QVERIFY(stage(report, TestStage::Port).passed); // somebody answered
    QCOMPARE(stage(report, TestStage::SignIn).error->code, ErrorCode::CredentialsRejected);
    QVERIFY(!stage(report, TestStage::Service).applicable);
}

void tst_fleet_connection_test::passwordRests()
{
    for (const Layer layer : {Layer::Local, Layer::Tls}) {
        tests::FakeSession session;
        session.setDead(tests::makeError(layer, ErrorCode::CredentialsRejected));
        const fleet::ConnectionTestReport report = run(session);
        QVERIFY(stage(report, TestStage::Port).passed && !stage(report, TestStage::SignIn).passed);
    }
}

void tst_fleet_connection_test::notAskedToSignIn()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Http, ErrorCode::CredentialsMissing));
    const fleet::ConnectionTestReport report = run(session);
    QCOMPARE(stage(report, TestStage::SignIn).error->code, ErrorCode::CredentialsMissing);
    QVERIFY(!stage(report, TestStage::Service).applicable);
}

void tst_fleet_connection_test::unknownName()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Name, ErrorCode::Unreachable));
    const fleet::ConnectionTestReport report = run(session);
    QCOMPARE(stage(report, TestStage::Resolve).error->code, ErrorCode::Unreachable);
    QVERIFY(!stage(report, TestStage::Port).applicable);
}

void tst_fleet_connection_test::untrustedCertificate()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Tls, ErrorCode::Untrusted));
    tests::ManualClock clock;
    ServerEntry entry;
    entry.https = true;
    const fleet::ConnectionTestReport report =
        fleet::runConnectionTest(session, entry, clock, std::chrono::seconds(15), {});
    QVERIFY(stage(report, TestStage::Port).passed);
    QCOMPARE(stage(report, TestStage::Tls).error->code, ErrorCode::Untrusted);
    QVERIFY(!stage(report, TestStage::SignIn).applicable);
}

void tst_fleet_connection_test::notWinRm()
{
    tests::FakeSession session;
    session.setDead(tests::makeError(Layer::Http, ErrorCode::Unsupported));
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(!stage(report, TestStage::SignIn).applicable);
    QCOMPARE(stage(report, TestStage::Service).error->code, ErrorCode::Unsupported);
    QCOMPARE(report.stages.size(), static_cast<std::size_t>(fleet::lastTestStage) + 1);
}

void tst_fleet_connection_test::noHyperV()
{
    tests::FakeSession session;
    fill(session);
    session.setMissingNamespace(u"root\\virtualization\\v2"_s);
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(!report.passed());
    QCOMPARE(stage(report, TestStage::HyperV).error->code, ErrorCode::InvalidNamespace);
    QVERIFY(!stage(report, TestStage::Gpus).applicable);
}

void tst_fleet_connection_test::noRights()
{
    tests::FakeSession session;
    fill(session);
    session.setRows(u"Msvm_VirtualSystemManagementService"_s, {});
    const fleet::ConnectionTestReport hidden = run(session);
    QVERIFY(stage(hidden, TestStage::HyperV).passed);
    QCOMPARE(stage(hidden, TestStage::Rights).error->code, ErrorCode::AccessDenied);
    session.setFailure(u"Msvm_VirtualSystemManagementService"_s,
                       tests::makeError(Layer::Wmi, ErrorCode::AccessDenied));
    const fleet::ConnectionTestReport refused = run(session);
    QVERIFY(stage(refused, TestStage::HyperV).passed);
    QCOMPARE(stage(refused, TestStage::Rights).error->code, ErrorCode::AccessDenied);
}

void tst_fleet_connection_test::standAlone()
{
    tests::FakeSession session;
    fill(session);
    session.setMissingNamespace(u"root\\MSCluster"_s);
    const fleet::ConnectionTestReport report = run(session);
    QVERIFY(report.passed());
    QVERIFY(!stage(report, TestStage::Cluster).applicable);
}

void tst_fleet_connection_test::notACluster()
{
    tests::FakeSession session;
    fill(session);
    session.setMissingNamespace(u"root\\MSCluster"_s);
    const fleet::ConnectionTestReport report = run(session, ServerEntry::Kind::Cluster);
    QVERIFY(!report.passed());
    QCOMPARE(stage(report, TestStage::Cluster).error->code, ErrorCode::InvalidNamespace);
}

QTEST_GUILESS_MAIN(tst_fleet_connection_test)
#include "tst_fleet_connection_test.moc"
