#include "core/hyperv/Conversation.h"
#include "core/hyperv/HostReader.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using model::Part;

namespace {

const base::Error damaged = tests::makeError(base::Layer::Soap, ErrorCode::ProtocolViolation);
const base::Error lost = tests::makeError(base::Layer::Http, ErrorCode::Unreachable);

void fill(tests::FakeSession& session)
{
    session.addRow(tests::row(u"Win32_OperatingSystem"_s, {{u"BuildNumber"_s, u"26100"_s}}));
    session.addRow(tests::row(u"Win32_ComputerSystem"_s, {{u"Name"_s, u"HV01"_s}}));
}

base::Result<model::HostSnapshot> read(tests::FakeSession& session)
{
    tests::ManualClock clock;
    return hyperv::HostReader(session, clock).read({});
}

} // namespace

/// A host whose answers break off.
class TestDamagedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCostsItsPart()
    {
        tests::FakeSession session;
        fill(session);
        session.setFailure(u"Win32_OperatingSystem"_s, damaged);
        const auto snapshot = read(session);
        QVERIFY(snapshot.has_value());
        QVERIFY(snapshot->couldNotRead(Part::OperatingSystem));
    }

    void withoutAGoodOneTheyEndTheRead()
    {
        tests::FakeSession session;
        fill(session);
        session.setDead(damaged);
        const auto snapshot = read(session);
        QVERIFY(!snapshot.has_value());
        QCOMPARE(snapshot.error().code, ErrorCode::ProtocolViolation);
        QCOMPARE(session.calls().size(), 2);
    }

    void aLostConnectionCostsItsPart()
    {
        tests::FakeSession session;
        fill(session);
        session.setFailure(u"Msvm_PartitionableGpu"_s, lost);
        session.setFailure(u"Msvm_GpuPartition"_s, lost); // others answer in between
        const auto snapshot = read(session);
        QVERIFY(snapshot.has_value());
        QVERIFY(snapshot->couldNotRead(Part::PartitionableGpus));
        QVERIFY(snapshot->couldNotRead(Part::Partitions));
        QVERIFY(!snapshot->couldNotRead(Part::PnpDevices));
        QCOMPARE(snapshot->host.computerName, u"HV01"_s);
    }

    void twoLostInARowEndTheRead()
    {
        tests::FakeSession session;
        fill(session);
        for (const QString& className :
             {u"Win32_PnPEntity"_s, u"Win32_ComputerSystem"_s, u"Win32_Processor"_s, u"Win32_DeviceGuard"_s,
              u"Msvm_PartitionableGpu"_s, u"Msvm_PciExpress"_s, u"Msvm_VirtualSystemSettingData"_s})
            session.setFailure(className, lost);
        const auto snapshot = read(session);
        QVERIFY(!snapshot.has_value());
        QCOMPARE(snapshot.error().code, ErrorCode::Unreachable);
        QVERIFY2(session.calls().size() <= 3, qPrintable(session.calls().join(u'\n')));
    }

    void aListWithoutEndCostsItsPart()
    {
        tests::FakeSession session;
        fill(session);
        for (std::size_t i = 0; i <= hyperv::Conversation::maximumRows; ++i)
            session.addRow(tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, QString::number(i)}}));
        const auto snapshot = read(session);
        QVERIFY(snapshot.has_value());
        QVERIFY(snapshot->couldNotRead(Part::PartitionableGpus));
        QVERIFY(snapshot->gpus.empty());
        QVERIFY(std::ranges::any_of(snapshot->notes, [](const model::ReadNote& note) {
            return note.error.code == ErrorCode::LimitExceeded &&
                   note.error.detail == u"more than 20000 rows"_s;
        }));
    }

    // An account that sees nothing is one thing, a list that did not come another.
    void unreadIsNotInvisible()
    {
        tests::FakeSession session;
        fill(session);
        const auto told = [&session] {
            const auto snapshot = read(session);
            return snapshot && std::ranges::any_of(snapshot->notes, [](const model::ReadNote& note) {
                       return note.error.code == ErrorCode::AccessDenied;
                   });
        };
        QVERIFY(told()); // all lists came, and all are empty
        session.setFailure(u"Msvm_VirtualEthernetSwitchManagementCapabilities"_s, damaged);
        QVERIFY(!told());
    }
};

QTEST_GUILESS_MAIN(TestDamagedAnswers)
#include "tst_hyperv_damaged_answers.moc"
