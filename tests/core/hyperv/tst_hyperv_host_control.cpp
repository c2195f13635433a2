#include "core/hyperv/WmiHostControl.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString vmText = u"AAAAAAAA-0000-0000-0000-00000000000A"_s;
const QString otherText = u"BBBBBBBB-0000-0000-0000-00000000000B"_s;

base::Error unexpected()
{
    base::Error error;
    error.code = base::ErrorCode::Unsupported;
    return error;
}

/// What a test lets a host hold and what it was asked.
struct Host
{
    std::map<QString, std::vector<cim::Instance>> rows; ///< by class, for queries and Get
    QStringList queries;
};

/// Answers with every row of the class, whatever the condition: hosts differ in what a LIKE finds.
class TableSession final : public wmi::Session
{
public:
    explicit TableSession(Host& host)
        : m_host(host)
    {}
    base::Result<void> query(const QString&, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions&) override
    {
        m_host.queries << wql;
        const QString className = wql.section(u" FROM "_s, 1).section(u' ', 0, 0);
        for (cim::Instance row : m_host.rows[className])
            if (!sink(std::move(row)))
                break;
        return {};
    }
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions&) override
    {
        const auto& rows = m_host.rows[path.className()];
        return rows.empty() ? base::Result<cim::Instance>(base::fail(unexpected())) : rows.front();
    }
    base::Result<cim::Instance> put(const cim::ObjectPath&, const std::vector<cim::Property>&,
                                    const wmi::CallOptions&) override
    {
        return base::fail(unexpected());
    }
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath&, const QString&,
                                           const std::vector<cim::Property>&,
                                           const wmi::CallOptions&) override
    {
        return base::fail(unexpected());
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions&) override
    {
        return base::fail(unexpected());
    }
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return {}; }

private:
    Host& m_host;
};

cim::Instance row(const QString& className, const std::vector<std::pair<QString, QString>>& values)
{
    cim::Instance instance(className);
    for (const auto& [name, value] : values)
        instance.set(name, cim::Value::string(value));
    return instance;
}

cim::Instance adapter(const QString& owner, const QString& hostResource)
{
    cim::Instance instance =
        row(u"Msvm_GpuPartitionSettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + owner + u"\\X"_s}});
    if (!hostResource.isNull())
        instance.set(u"HostResource"_s, cim::Value::strings({hostResource}));
    return instance;
}

/// One running VM.
Host hostWithVm()
{
    Host host;
    host.rows[u"Msvm_ComputerSystem"_s] = {
        row(u"Msvm_ComputerSystem"_s,
            {{u"Name"_s, vmText}, {u"ElementName"_s, u"vm"_s}, {u"EnabledState"_s, u"2"_s}})};
    host.rows[u"Msvm_VirtualSystemSettingData"_s] = {
        row(u"Msvm_VirtualSystemSettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + vmText}})};
    return host;
}

struct Control
{
    explicit Control(Host& host)
        : control([&host] { return std::make_unique<TableSession>(host); }, clock)
    {}
    tests::ManualClock clock;
    hyperv::WmiHostControl control;
};

} // namespace

class tst_hyperv_host_control : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whether a backslash in a LIKE pattern is doubled is contested, so none is sent and the rows are
    // checked.
    void adaptersOfOneVm()
    {
        Host host = hostWithVm();
        host.rows[u"Msvm_GpuPartitionSettingData"_s] = {adapter(vmText, QString()),
                                                        adapter(otherText, QString())};
        Control control(host);
        const auto state = control.control.readVm(model::VmId(vmText), {});
        QVERIFY(state.has_value());
        QCOMPARE(state->adapters.size(), 1U);
        QCOMPARE(state->adapters[0].adapterId, u"Microsoft:"_s + vmText + u"\\X"_s);
        const QStringList asked = host.queries.filter(u"LIKE"_s);
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked[0].endsWith(u"InstanceID LIKE 'Microsoft:"_s + vmText + u"%'"_s),
                 qPrintable(asked[0]));
        QVERIFY(!asked[0].contains(u'\\'));
    }

    void clusterResourceInEitherCase()
    {
        Host host = hostWithVm();
        Control control(host);
        QVERIFY(control.control.readVm(model::VmId(vmText), {}));
        const QStringList asked = host.queries.filter(u"MSCluster_Resource"_s);
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked[0].contains(u"(PrivateProperties.VmID = '%1' OR PrivateProperties.VmID = '%2')"_s.arg(
                     vmText, vmText.toLower())),
                 qPrintable(asked[0]));
    }

    void unreadableHostResourceIsNotAutomatic_data()
    {
        QTest::addColumn<QString>("hostResource");
        QTest::addColumn<bool>("automatic");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("empty") << u""_s << true;
        QTest::newRow("unreadable") << u"not a path"_s << false;
        QTest::newRow("named") << u"Msvm_PartitionableGpu.Name=\"gpu\""_s << false;
    }
    void unreadableHostResourceIsNotAutomatic()
    {
        QFETCH(const QString, hostResource);
        QFETCH(const bool, automatic);
        Host host = hostWithVm();
        host.rows[u"Msvm_GpuPartitionSettingData"_s] = {adapter(vmText, hostResource)};
        Control control(host);
        const auto state = control.control.readVm(model::VmId(vmText), {});
        QVERIFY(state.has_value());
        QCOMPARE(state->adapters.size(), 1U);
        QCOMPARE(state->adapters[0].automatic, automatic);
    }
};

QTEST_GUILESS_MAIN(tst_hyperv_host_control)
#include "tst_hyperv_host_control.moc"
