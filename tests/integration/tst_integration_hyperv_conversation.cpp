// The conversation libvirt's hyperv driver has with a host, request by request: its queries with their
// escapes and trailing blanks, single pulls with the class URI, and its XPath's prefixes. Sent over raw
// sockets.

#include "core/base/Clock.h"
#include "core/simulation/FleetServer.h"
#include "tests/core/simulation/endpoint/support/HttpClient.h"
#include "tests/core/simulation/endpoint/support/Requests.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

using Row = std::map<QString, QStringList>;

constexpr int jobLimit = 20'000;

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// What virBufferEscapeSQL does to a value.
QString sql(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
}

Row toRow(const simulation::XmlElement& element)
{
    Row row;
    for (const simulation::XmlElement& child : element.children)
        row[child.name].append(child.isNil() ? QString() : child.text);
    return row;
}

QString first(const Row& row, const QString& name)
{
    const auto found = row.find(name);
    return found == row.end() ? QString() : found->second.value(0);
}

} // namespace

class HypervConversationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsTheHost();
    void listsVirtualMachines();
    void readsSettings();
    void readsStorageAndNetwork();
    void startsAndTurnsOff();

private:
    [[nodiscard]] std::vector<Row> query(const QByteArray& root, const QByteArray& className,
                                         const QString& wql);
    [[nodiscard]] std::vector<Row> virtualization(const QByteArray& className, const QString& wql)
    {
        return query("root/virtualization/v2", className, wql);
    }
    [[nodiscard]] QString stoppedMachineWithoutGpu();
    [[nodiscard]] QString settingsId(const QString& uuid);
    void settings(const QByteArray& className, const QString& id, std::vector<Row>& rows);
    void requestState(const QString& uuid, int state);

    base::SystemClock m_clock;
    std::unique_ptr<simulation::FleetServer> m_server;
    std::unique_ptr<HttpClient> m_client; ///< to a host that has a machine to start
    QString m_plainMachine;               ///< its GUID
};

void HypervConversationTest::initTestCase()
{
    auto fleet = simulation::SimulatedFleet::load(u"demo"_s, m_clock);
    QVERIFY2(fleet.has_value(), fleet ? "" : qPrintable(base::describe(fleet.error())));
    auto server = simulation::FleetServer::start(*fleet, {});
    QVERIFY(server.has_value());
    m_server = std::move(*server);
    for (const simulation::HostEndpoint& endpoint : m_server->endpoints()) {
        if (!endpoint.poweredOn || !m_plainMachine.isEmpty())
            continue;
        m_client = std::make_unique<HttpClient>(endpoint.port);
        QVERIFY(m_client->isConnected());
        m_plainMachine = stoppedMachineWithoutGpu();
    }
    QVERIFY(!m_plainMachine.isEmpty());
}

std::vector<Row> HypervConversationTest::query(const QByteArray& root, const QByteArray& className,
                                               const QString& wql)
{
    const QByteArray base = "http://schemas.microsoft.com/wbem/wsman/1/wmi/" + root + "/";
    Envelope begin = enumerateWql(escaped(wql));
    begin.resource = base + "*";
    const auto begun = m_client->post(begin.text());
    const Reply reply = takeApart(begun.status, begun.body);
    if (reply.status != 200)
        qWarning("%s: %s", qPrintable(wql), begun.body.constData());
    QString context = reply.value("EnumerationContext"_L1);
    std::vector<Row> rows;
    while (!context.isEmpty()) {
        Envelope next = pull(context);
        next.resource = base + className; // not "*" as in the Enumerate
        const auto pulled = m_client->post(next.text());
        const Reply items = takeApart(pulled.status, pulled.body);
        const simulation::XmlElement* list = items.find("Items"_L1);
        if (list == nullptr)
            break;
        for (const simulation::XmlElement& item : list->children)
            if (item.is(QLatin1String(next.resource), QLatin1String(className)))
                rows.push_back(toRow(item));
        context = items.value("EnumerationContext"_L1);
    }
    return rows;
}

void HypervConversationTest::readsTheHost()
{
    const auto systems =
        query("root/cimv2", "Win32_ComputerSystem", u"SELECT * FROM Win32_ComputerSystem "_s);
    QCOMPARE(systems.size(), 1U);
    const QString name = first(systems[0], u"Name"_s);
    QVERIFY(first(systems[0], u"TotalPhysicalMemory"_s).toULongLong() > 0);
    const auto processors = query(
        "root/cimv2", "Win32_Processor",
        u"ASSOCIATORS OF {Win32_ComputerSystem.Name='%1'} WHERE AssocClass = Win32_ComputerSystemProcessor "
        "ResultClass = Win32_Processor"_s.arg(sql(name)));
    QVERIFY(!processors.empty());
    QVERIFY(first(processors[0], u"NumberOfCores"_s).toInt() > 0);
    QCOMPARE(query("root/cimv2", "Win32_OperatingSystem", u"SELECT * FROM Win32_OperatingSystem "_s).size(),
             1U);
    const auto product =
        query("root/cimv2", "Win32_ComputerSystemProduct", u"SELECT * FROM Win32_ComputerSystemProduct "_s);
    QCOMPARE(product.size(), 1U);
    QVERIFY(!first(product[0], u"UUID"_s).isEmpty());
}

void HypervConversationTest::listsVirtualMachines()
{
    const QString select = u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER "_s;
    const auto all = virtualization("Msvm_ComputerSystem", select);
    const auto active = virtualization(
        "Msvm_ComputerSystem",
        select + u"AND (EnabledState != 0 and EnabledState != 3 and EnabledState != 32769) "_s);
    const auto inactive =
        virtualization("Msvm_ComputerSystem",
                       select + u"AND (EnabledState = 0 or EnabledState = 3 or EnabledState = 32769) "_s);
    QVERIFY(!active.empty());
    QVERIFY(!inactive.empty());
    QCOMPARE(active.size() + inactive.size(), all.size());
    for (const Row& row : all)
        QCOMPARE(virtualization("Msvm_ComputerSystem",
                                select + u"AND Name = '%1'"_s.arg(first(row, u"Name"_s).toLower()))
                     .size(),
                 1U);
    const auto host =
        virtualization("Msvm_ComputerSystem", u"SELECT * FROM Msvm_ComputerSystem WHERE Name = __SERVER "_s);
    QCOMPARE(host.size(), 1U);
}

QString HypervConversationTest::settingsId(const QString& uuid)
{
    const auto rows = virtualization(
        "Msvm_VirtualSystemSettingData",
        u"ASSOCIATORS OF {Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name='%1'} WHERE "
        u"AssocClass = "
        "Msvm_SettingsDefineState ResultClass = Msvm_VirtualSystemSettingData"_s.arg(uuid));
    return rows.size() == 1 ? first(rows[0], u"InstanceID"_s) : QString();
}

void HypervConversationTest::settings(const QByteArray& className, const QString& id, std::vector<Row>& rows)
{
    rows = virtualization(
        className, u"ASSOCIATORS OF {Msvm_VirtualSystemSettingData.InstanceID='%1'} WHERE AssocClass = "
                   "Msvm_VirtualSystemSettingDataComponent ResultClass = %2"_s.arg(
                       sql(id), QString::fromLatin1(className)));
}

void HypervConversationTest::readsSettings()
{
    const auto machines =
        virtualization("Msvm_ComputerSystem", u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER "_s);
    for (const Row& machine : machines) {
        const QString id = settingsId(first(machine, u"Name"_s));
        QVERIFY2(!id.isEmpty(), qPrintable(first(machine, u"ElementName"_s)));
        std::vector<Row> rows;
        settings("Msvm_ProcessorSettingData", id, rows);
        QVERIFY(rows.size() == 1 && first(rows[0], u"VirtualQuantity"_s).toInt() >= 1);
        settings("Msvm_MemorySettingData", id, rows);
        QVERIFY(rows.size() == 1 && first(rows[0], u"VirtualQuantity"_s).toInt() >= 1);
        settings("Msvm_ResourceAllocationSettingData", id, rows);
        QVERIFY2(!rows.empty(), qPrintable(first(machine, u"ElementName"_s)));
    }
}

void HypervConversationTest::readsStorageAndNetwork()
{
    const auto machines =
        virtualization("Msvm_ComputerSystem", u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER "_s);
    int disks = 0;
    int ports = 0;
    for (const Row& machine : machines) {
        const QString id = settingsId(first(machine, u"Name"_s));
        std::vector<Row> storage;
        std::vector<Row> adapters;
        std::vector<Row> connections;
        settings("Msvm_StorageAllocationSettingData", id, storage);
        settings("Msvm_SyntheticEthernetPortSettingData", id, adapters);
        settings("Msvm_EthernetPortAllocationSettingData", id, connections);
        for (const Row& disk : storage)
            disks += first(disk, u"HostResource"_s).isEmpty() ? 0 : 1;
        for (const Row& connection : connections) {
            QCOMPARE(virtualization(
                         "Msvm_SyntheticEthernetPortSettingData",
                         u"SELECT * FROM Msvm_SyntheticEthernetPortSettingData WHERE __PATH = '%1'"_s.arg(
                             sql(first(connection, u"Parent"_s))))
                         .size(),
                     1U);
            ++ports;
        }
        QCOMPARE(adapters.size(), connections.size());
    }
    QVERIFY(disks > 0);
    QVERIFY(ports > 0);
    QVERIFY(!virtualization("Msvm_VirtualEthernetSwitch",
                            u"SELECT * FROM Msvm_VirtualEthernetSwitch WHERE HealthState = 5"_s)
                 .empty());
}

void HypervConversationTest::requestState(const QString& uuid, int state)
{
    const QByteArray keys =
        selector("CreationClassName", "Msvm_ComputerSystem") + selector("Name", uuid.toLatin1());
    const auto answer =
        m_client->post(invoke("Msvm_ComputerSystem", "RequestStateChange",
                              "<p:RequestedState>" + QByteArray::number(state) + "</p:RequestedState>", keys)
                           .text());
    const Reply reply = takeApart(answer.status, answer.body);
    QCOMPARE(reply.value("ReturnValue"_L1), u"4096"_s);
    QVERIFY(answer.body.contains("<p:RequestStateChange_OUTPUT"));
    const simulation::XmlElement* job = reply.find("Job"_L1);
    QVERIFY(job != nullptr);
    const auto reference = simulation::readReference(*job);
    QVERIFY(reference.has_value());
    const QString wql =
        u"SELECT * FROM Msvm_ConcreteJob WHERE InstanceID = '%1'"_s.arg(reference->selectors[0].value);
    const auto jobState = [&] {
        const auto rows = virtualization("Msvm_ConcreteJob", wql);
        return rows.empty() ? QString() : first(rows[0], u"JobState"_s);
    };
    QTRY_COMPARE_WITH_TIMEOUT(jobState(), u"7"_s, jobLimit);
}

/// Whether a machine with a GPU starts is another matter.
QString HypervConversationTest::stoppedMachineWithoutGpu()
{
    const QString select = u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER AND EnabledState = 3"_s;
    for (const Row& row : virtualization("Msvm_ComputerSystem", select)) {
        std::vector<Row> gpus;
        std::vector<Row> devices;
        const QString id = settingsId(first(row, u"Name"_s));
        settings("Msvm_GpuPartitionSettingData", id, gpus);
        settings("Msvm_PciExpressSettingData", id, devices);
        if (gpus.empty() && devices.empty())
            return first(row, u"Name"_s);
    }
    return {};
}

void HypervConversationTest::startsAndTurnsOff()
{
    const QString select = u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER "_s;
    const QString uuid = m_plainMachine;
    const auto state = [&] {
        const auto rows = virtualization("Msvm_ComputerSystem", select + u"AND Name = '%1'"_s.arg(uuid));
        return rows.size() == 1 ? first(rows[0], u"EnabledState"_s) : QString();
    };
    requestState(uuid, 2);
    QCOMPARE(state(), u"2"_s);
    requestState(uuid, 3);
    QCOMPARE(state(), u"3"_s);
}

QTEST_GUILESS_MAIN(HypervConversationTest)
#include "tst_integration_hyperv_conversation.moc"
