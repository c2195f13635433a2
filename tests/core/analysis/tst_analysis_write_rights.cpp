#include "core/analysis/WriteRights.h"

#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

model::HostSnapshot hostWith(model::Part part, base::ErrorCode code, const QString& subject = {})
{
    base::Error error;
    error.code = code;
    error.detail = u"why"_s;
    model::HostSnapshot host;
    host.notes.push_back({part, subject, error});
    return host;
}

} // namespace

class TestWriteRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingRefusedSaysNothing() { QVERIFY(!analysis::refusedRights({})); }

    void aRefusedMethodTells()
    {
        const auto refused =
            analysis::refusedRights(hostWith(model::Part::VmRuntime, base::ErrorCode::AccessDenied));
        QVERIFY(refused.has_value());
        QCOMPARE(refused->code, base::ErrorCode::AccessDenied);
        QCOMPARE(refused->detail, u"why"_s);
        QVERIFY(
            analysis::refusedRights(hostWith(model::Part::VirtualMachines, base::ErrorCode::AccessDenied)));
    }

    void otherTroubleIsNoRefusal()
    {
        QVERIFY(!analysis::refusedRights(hostWith(model::Part::VmRuntime, base::ErrorCode::TimedOut)));
        // The registry and the cluster have rights of their own.
        QVERIFY(
            !analysis::refusedRights(hostWith(model::Part::AdapterMemory, base::ErrorCode::AccessDenied)));
        QVERIFY(!analysis::refusedRights(hostWith(model::Part::Cluster, base::ErrorCode::AccessDenied)));
        QVERIFY(!analysis::refusedRights(
            hostWith(model::Part::VirtualMachines, base::ErrorCode::AccessDenied, u"one VM"_s)));
    }
};

QTEST_GUILESS_MAIN(TestWriteRights)
#include "tst_analysis_write_rights.moc"
