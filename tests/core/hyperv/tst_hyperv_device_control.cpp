#include "core/cim/CimXml.h"
#include "core/hyperv/Companions.h"
#include "core/hyperv/WmiHostControl.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString vmText = u"AAAAAAAA-0000-0000-0000-00000000000A"_s;
const QString poolText = u"CCCCCCCC-0000-0000-0000-00000000000C"_s;
const QString tail = u"VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\4&1F&0&0008"_s;
const QString place = u"PCIROOT(21)#PCI(0300)#PCI(0000)"_s;
const hyperv::DeviceRef device{model::GpuId(tail), place};

struct Call
{
    cim::ObjectPath target;
    QString method;
    std::vector<cim::Property> in;

    [[nodiscard]] QString text(QStringView name) const
    {
        for (const cim::Property& property : in) {
            if (property.name == name)
                return property.value.toString().value_or(QString());
        }
        return {};
    }
};

/// What a test lets a host hold, and what it was asked to do.
struct Host
{
    std::map<QString, std::vector<cim::Instance>> rows;
    std::vector<Call> calls;
    std::uint32_t returns = 0;
    bool rebootNeeded = false;
};

class TableSession final : public wmi::Session
{
public:
    explicit TableSession(Host& host)
        : m_host(host)
    {}
    base::Result<void> query(const QString&, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions&) override
    {
        const QString className = wql.section(u" FROM "_s, 1).section(u' ', 0, 0);
        for (cim::Instance row : m_host.rows[className])
            if (!sink(std::move(row)))
                break;
        return {};
    }
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions&) override
    {
        const auto& rows = m_host.rows[path.className()];
        return rows.empty() ? base::Result<cim::Instance>(base::fail(missing())) : rows.front();
    }
    base::Result<cim::Instance> put(const cim::ObjectPath&, const std::vector<cim::Property>&,
                                    const wmi::CallOptions&) override
    {
        return base::fail(missing());
    }
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& in,
                                           const wmi::CallOptions&) override
    {
        m_host.calls.push_back({target, method, in});
        wmi::InvokeResult result;
        result.returnValue = m_host.returns;
        if (m_host.rebootNeeded)
            result.outParameters.push_back({u"rebootNeeded"_s, cim::Value::boolean(true)});
        return result;
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions&) override { return base::fail(missing()); }
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return {}; }

private:
    static base::Error missing()
    {
        base::Error error;
        error.code = base::ErrorCode::NotFound;
        return error;
    }

    Host& m_host;
};

cim::Instance row(const QString& className, const std::vector<std::pair<QString, QString>>& values)
{
    cim::Instance instance(className);
    for (const auto& [name, value] : values)
        instance.set(name, cim::Value::string(value));
    return instance;
}

cim::Instance node(const QString& id, std::uint64_t code, bool present = true)
{
    cim::Instance instance = row(u"Win32_PnPEntity"_s, {{u"DeviceID"_s, id}});
    instance.set(u"ConfigManagerErrorCode"_s, cim::Value::unsignedInteger(cim::Type::UInt32, code));
    instance.set(u"Present"_s, cim::Value::boolean(present));
    return instance;
}

cim::Instance listed(const QString& system)
{
    return row(u"Msvm_PciExpress"_s, {{u"SystemCreationClassName"_s, u"Msvm_ComputerSystem"_s},
                                      {u"SystemName"_s, system},
                                      {u"CreationClassName"_s, u"Msvm_PciExpress"_s},
                                      {u"DeviceID"_s, u"Microsoft:1\\PCIP\\"_s + tail},
                                      {u"DeviceInstancePath"_s, u"PCIP\\"_s + tail},
                                      {u"LocationPath"_s, place}});
}

cim::Instance claim(const QString& owner)
{
    cim::Instance instance =
        row(u"Msvm_PciExpressSettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + owner + u"\\X"_s}});
    const cim::ObjectPath path({}, u"root\\virtualization\\v2"_s, u"Msvm_PciExpress"_s,
                               {{u"DeviceID"_s, cim::Value::string(u"Microsoft:1\\PCIP\\"_s + tail)}});
    instance.set(u"HostResource"_s, cim::Value::strings({path.toString()}));
    return instance;
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

class tst_hyperv_device_control : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howTheHostHasADevice()
    {
        Host host;
        Control control(host);
        const auto mount = [&] { return control.control.readDevice(device, {})->mount; };
        QCOMPARE(mount(), model::DeviceMount::Absent);
        host.rows[u"Win32_PnPEntity"_s] = {node(u"PCI\\"_s + tail, 0)};
        QCOMPARE(mount(), model::DeviceMount::Enabled);
        host.rows[u"Win32_PnPEntity"_s] = {
            node(u"PCI\\"_s + tail, 43)}; // a driver that failed is no disabled one
        QCOMPARE(mount(), model::DeviceMount::Enabled);
        host.rows[u"Win32_PnPEntity"_s] = {node(u"PCI\\"_s + tail, 22)};
        QCOMPARE(mount(), model::DeviceMount::Disabled);
        // The old node may linger.
        host.rows[u"Win32_PnPEntity"_s] = {node(u"PCI\\"_s + tail, 45, false), node(u"PCIP\\"_s + tail, 0)};
        QCOMPARE(mount(), model::DeviceMount::Dismounted);
        QVERIFY(!control.control.readDevice(device, {})->listed);
        host.rows[u"Msvm_PciExpress"_s] = {listed(u"HOST"_s), listed(vmText)}; // in use it is there twice
        QVERIFY(control.control.readDevice(device, {})->listed);
    }

    void whoHasADevice()
    {
        Host host;
        cim::Instance pool = row(u"Msvm_ResourcePool"_s,
                                 {{u"InstanceID"_s, u"Microsoft:"_s + poolText}, {u"PoolID"_s, u"GPUs"_s}});
        pool.set(u"Primordial"_s, cim::Value::boolean(false));
        host.rows[u"Msvm_ResourcePool"_s] = {pool};
        host.rows[u"Msvm_PciExpressSettingData"_s] = {
            claim(vmText), claim(poolText),
            row(u"Msvm_PciExpressSettingData"_s, {{u"InstanceID"_s, u"Microsoft:Definition\\Default"_s}})};
        Control control(host);
        const auto state = control.control.readDevice(device, {});
        QCOMPARE(state->assignedVms, std::vector<model::VmId>{model::VmId(vmText)});
        QCOMPARE(state->pool, u"GPUs"_s); // a pool's setting data is no VM's
        // The same from the pool's side; a place in it is a VM's setting data that names the pool.
        cim::Instance place =
            row(u"Msvm_PciExpressSettingData"_s,
                {{u"InstanceID"_s, u"Microsoft:"_s + vmText + u"\\P"_s}, {u"PoolID"_s, u"GPUs"_s}});
        host.rows[u"Msvm_PciExpressSettingData"_s].push_back(place);
        const auto pools = control.control.readPools({});
        QVERIFY(pools && pools->size() == 1);
        QCOMPARE(pools->front().name, u"GPUs"_s);
        QCOMPARE(pools->front().devices, std::vector<model::GpuId>{device.id});
        QCOMPARE(pools->front().vms, std::vector<model::VmId>{model::VmId(vmText)});
    }

    void whatCanBePartitioned()
    {
        Host host;
        Control control(host);
        const QString name = u"\\\\?\\PCI#"_s + QString(tail).replace(u'\\', u'#') +
                             u"#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
        QCOMPARE(control.control.isPartitionable(device, {}).value(), false);
        host.rows[u"Msvm_PartitionableGpu"_s] = {
            row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, name.toLower()}})};
        QCOMPARE(control.control.isPartitionable(device, {}).value(), true);
        host.rows[u"Msvm_PartitionableGpu"_s] = {
            row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, name + u"\\GPUPARAV"_s}})};
        QCOMPARE(control.control.isPartitionable(device, {}).value(), false);
    }

    void dismountSaysWhatIsRequired()
    {
        Host host;
        Control control(host);
        QVERIFY(control.control.dismountDevice(device, true, false, {}).has_value());
        const QString settings = host.calls.front().text(u"DismountSettingData");
        QCOMPARE(host.calls.front().method, u"DismountAssignableDevice"_s);
        QVERIFY(settings.contains(u"PCI\\VEN_10DE&amp;DEV_1EB8"_s) ||
                settings.contains(u"PCI\\VEN_10DE&#38;"_s));
        QVERIFY(settings.contains(place));
        const QString acs = settings.section(u"RequireAcsSupport"_s, 1).section(u"</PROPERTY>"_s, 0, 0);
        const QString mitigations =
            settings.section(u"RequireDeviceMitigations"_s, 1).section(u"</PROPERTY>"_s, 0, 0);
        QVERIFY(acs.contains(u"true"_s, Qt::CaseInsensitive));
        QVERIFY(mitigations.contains(u"false"_s, Qt::CaseInsensitive));
        QVERIFY(control.control.mountDevice(device, {}).has_value());
        QCOMPARE(host.calls.back().text(u"DeviceInstancePath"), u"PCIP\\"_s + tail);
        QCOMPARE(host.calls.back().text(u"DeviceLocationPath"), place);
    }

    void aRestartThatIsNeededIsNoSuccess()
    {
        Host host;
        Control control(host);
        QVERIFY(control.control.disableDevice(device, {}).has_value());
        QCOMPARE(host.calls.front().target.key(u"DeviceID").toString(), u"PCI\\"_s + tail);
        host.rebootNeeded = true;
        QCOMPARE(control.control.disableDevice(device, {}).error().code, base::ErrorCode::Conflict);
        host.rebootNeeded = false;
        host.returns = 5;
        QVERIFY(!control.control.enableDevice(device, {}).has_value());
    }

    void assignsTheHostsOwnRow()
    {
        Host host;
        Control control(host);
        const auto none = control.control.assignDevice(model::VmId(vmText), device, {});
        QCOMPARE(none.error().code, base::ErrorCode::NotFound);
        host.rows[u"Msvm_PciExpress"_s] = {listed(vmText), listed(u"HOST"_s)};
        QVERIFY(control.control.assignDevice(model::VmId(vmText), device, {}).has_value());
        const Call& call = host.calls.back();
        QCOMPARE(call.method, u"AddResourceSettings"_s);
        const QString settings = call.in.back().value.elements().front().toString().value_or(QString());
        QVERIFY(settings.contains(u"32769"_s));
        QVERIFY(settings.contains(u"HOST"_s) && !settings.contains(vmText));
    }

    void onlyWhatChangesIsSent()
    {
        Host host;
        Control control(host);
        model::VmSettings settings;
        settings.lowMmioMb = 3072;
        settings.guestControlledCacheTypes = true;
        QVERIFY(control.control.setVmSettings(model::VmId(vmText), settings, {}).has_value());
        const QString sent = host.calls.back().text(u"SystemSettings");
        QVERIFY(sent.contains(u"LowMmioGapSize"_s) && sent.contains(u"GuestControlledCacheTypes"_s));
        QVERIFY(!sent.contains(u"HighMmioGapSize"_s) && !sent.contains(u"AutomaticShutdownAction"_s));
        QVERIFY(sent.contains(u"Microsoft:"_s + vmText));
    }

    void companionsAreFoundByPlace()
    {
        const auto pnp = [](const QString& id, const QString& location) {
            model::PnpDevice made;
            made.instanceId = id;
            made.name = id;
            if (!location.isEmpty())
                made.locationPaths = QStringList{location};
            return made;
        };
        const std::vector<model::PnpDevice> display{pnp(u"PCI\\VEN_10DE&DEV_1EB8\\4&1F&0&0008"_s, place)};
        const std::vector<model::PnpDevice> others{
            pnp(u"PCI\\VEN_10DE&DEV_10F8\\4&1F&0&0108"_s, u"PCIROOT(21)#PCI(0300)#PCI(0001)"_s),
            pnp(u"PCIP\\VEN_10DE&DEV_1AD8\\4&1F&0&0208"_s, {}), // listed elsewhere
            pnp(u"PCI\\VEN_8086&DEV_0001\\4&1F&0&0808"_s,
                u"PCIROOT(21)#PCI(0300)#PCI(0100)"_s), // other device
            pnp(u"PCI\\VEN_8086&DEV_0002\\4&2A&0&0108"_s, u"PCIROOT(22)#PCI(0300)#PCI(0001)"_s)};
        const auto candidates = hyperv::companionCandidates(others, display);
        QCOMPARE(candidates.size(), 2U);
        model::Gpu gpu;
        gpu.locationPath = place;
        std::vector<model::Gpu> gpus{gpu};
        hyperv::AssignableRow assignable;
        assignable.gpu = model::gpuIdFrom(others[1].instanceId);
        assignable.device.locationPath = u"PCIROOT(21)#PCI(0300)#PCI(0002)"_s;
        hyperv::joinCompanions(gpus, candidates, {assignable});
        QCOMPARE(gpus[0].companions.size(), 2U);
        QVERIFY(!gpus[0].companions[0].dismounted && gpus[0].companions[1].dismounted);
    }
};

QTEST_GUILESS_MAIN(tst_hyperv_device_control)
#include "tst_hyperv_device_control.moc"
