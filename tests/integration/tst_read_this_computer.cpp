#include "core/analysis/AssignedStatus.h"
#include "core/base/Clock.h"
#include "core/hyperv/HostReader.h"
#include "core/wmi/com/Transport.h"

#include <QSysInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using model::Part;

/// Without a Hyper-V role and without any network, as on a workstation and under Wine.
class tst_read_this_computer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto session = com::makeSession({});
        auto host = hyperv::HostReader(*session, m_clock).read({});
        QVERIFY2(host.has_value(), qPrintable(host ? QString() : base::describe(host.error())));
        m_host = *std::move(host);
    }

    void facts()
    {
        QVERIFY(m_host.host.osCaption.contains(u"Windows"_s));
        QVERIFY(m_host.host.build.value_or(0) >= 7600);
        QVERIFY(m_host.host.lastBoot.isValid());
        QCOMPARE(m_host.host.computerName.toUpper(), QSysInfo::machineHostName().toUpper().left(15));
        QVERIFY(m_host.roundTrips > 3);
    }

    void displayAdaptersWithStatusAndReason()
    {
        QVERIFY(!m_host.gpus.empty());
        for (const model::Gpu& gpu : m_host.gpus) {
            QVERIFY(gpu.pnp.has_value());
            QVERIFY(gpu.pnp->instanceId.startsWith(u"PCI\\"_s));
            QVERIFY(!gpu.name.isEmpty());
            const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, m_host);
            QVERIFY(verdict.status != analysis::AssignedStatus::Partitioned);
            QVERIFY(verdict.status != analysis::AssignedStatus::ReadyForDdaAssignment);
            QVERIFY(!verdict.evidence.empty());
        }
    }

    void absentRoleIsAFact()
    {
        if (m_host.host.hyperVRole)
            QSKIP("this computer has the Hyper-V role");
        QVERIFY(m_host.vms.empty());
        QVERIFY(!m_host.cluster.has_value());
        // Not a failure of reading: nothing was refused.
        QVERIFY(std::ranges::none_of(m_host.notes, [](const model::ReadNote& note) {
            return note.error.code == ErrorCode::AccessDenied || note.part == Part::VirtualMachines;
        }));
    }

private:
    base::SystemClock m_clock;
    model::HostSnapshot m_host;
};

QTEST_GUILESS_MAIN(tst_read_this_computer)
#include "tst_read_this_computer.moc"
