#include "core/hyperv/DeviceMemory.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using model::Part;

namespace {

const QString tail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;
const QString twinTail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&5906F5E&0&0010"_s;
constexpr std::uint64_t mebibyte = 1024ULL * 1024;

model::Gpu gpu(const QString& instanceId)
{
    model::Gpu result;
    result.id = model::gpuIdFrom(instanceId);
    result.pnp = model::PnpDevice{};
    result.pnp->instanceId = instanceId;
    result.pnp->present = true;
    result.pnp->problemCode = 0U;
    return result;
}

model::HostSnapshot host(std::vector<model::Gpu> gpus)
{
    model::HostSnapshot result;
    result.host.lastBoot = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    result.gpus = std::move(gpus);
    return result;
}

void addRange(tests::FakeSession& session, const QString& device, std::uint64_t first, std::uint64_t size,
              const QString& resource = u"Win32_DeviceMemoryAddress"_s)
{
    session.addRow(tests::row(u"Win32_DeviceMemoryAddress"_s,
                              {{u"StartingAddress"_s, QString::number(first)},
                               {u"EndingAddress"_s, QString::number(first + size - 1)}}));
    cim::Instance link(u"Win32_PnPAllocatedResource"_s);
    link.set(u"Antecedent"_s, cim::Value::reference(cim::ObjectPath(
                                  u"HV01"_s, u"root\\cimv2", resource,
                                  {{u"StartingAddress"_s, cim::Value::string(QString::number(first))}})));
    link.set(u"Dependent"_s,
             cim::Value::reference(cim::ObjectPath(u"HV01"_s, u"root\\cimv2", u"Win32_PnPEntity"_s,
                                                   {{u"DeviceID"_s, cim::Value::string(device)}})));
    session.addRow(link);
}

} // namespace

class tst_hyperv_device_memory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesOfTheRightDevice();
    void startedWithoutRangesIsKnownToHaveNone();
    void askedOncePerBoot();
    void newDeviceAsksAgain();
    void dismountedKeepsWhatWasKnown();
    void neverStartedStaysUnknown();
    void failureIsANote();
    void rangeThatEndsBeforeItBegins();

private:
    void read(tests::FakeSession& session, model::HostSnapshot& target,
              const model::HostSnapshot* previous = nullptr)
    {
        m_context.notes.clear();
        hyperv::Conversation conversation(session, m_clock, {});
        hyperv::readDeviceMemory(conversation, m_context, previous, target);
    }
    hyperv::ReadContext m_context;
    tests::ManualClock m_clock;
};

void tst_hyperv_device_memory::rangesOfTheRightDevice()
{
    tests::FakeSession session;
    addRange(session, u"PCI\\"_s + tail, 0x380000000000, 16384 * mebibyte);
    addRange(session, u"PCI\\"_s + tail, 0xC0000000, 16 * mebibyte);
    addRange(session, u"PCI\\"_s + twinTail, 0xD0000000, 32 * mebibyte);
    addRange(session, u"ACPI\\PNP0A08\\0"_s, 0xE0000000, mebibyte);
    addRange(session, u"PCI\\"_s + tail, 17, 1, u"Win32_IRQResource"_s);
    model::HostSnapshot one = host({gpu(u"PCI\\"_s + tail), gpu(u"PCI\\"_s + twinTail)});
    read(session, one);
    QVERIFY(m_context.notes.empty());
    const std::vector<model::MemoryRange> expected{{0xC0000000, 0xC0FFFFFF},
                                                   {0x380000000000, 0x3803FFFFFFFF}};
    QVERIFY(one.gpus[0].memory.has_value());
    QCOMPARE(one.gpus[0].memory->ranges, expected);
    QVERIFY(!one.gpus[0].memory->remembered);
    QCOMPARE(one.gpus[1].memory->ranges.size(), 1U);
    QCOMPARE(session.calls().size(), 2);
}

void tst_hyperv_device_memory::startedWithoutRangesIsKnownToHaveNone()
{
    tests::FakeSession session;
    model::HostSnapshot one = host({gpu(u"PCI\\"_s + tail)});
    read(session, one);
    QVERIFY(one.gpus[0].memory.has_value());
    QVERIFY(one.gpus[0].memory->ranges.empty());
}

void tst_hyperv_device_memory::askedOncePerBoot()
{
    tests::FakeSession session;
    addRange(session, u"PCI\\"_s + tail, 0xC0000000, 16 * mebibyte);
    model::HostSnapshot first = host({gpu(u"PCI\\"_s + tail)});
    read(session, first);
    model::HostSnapshot second = host({gpu(u"PCI\\"_s + tail)});
    read(session, second, &first);
    QCOMPARE(session.calls().size(), 2);
    QCOMPARE(second.gpus[0].memory, first.gpus[0].memory);
    model::HostSnapshot rebooted = host({gpu(u"PCI\\"_s + tail)});
    rebooted.host.lastBoot = rebooted.host.lastBoot.addSecs(60);
    read(session, rebooted, &second);
    QCOMPARE(session.calls().size(), 4);
}

void tst_hyperv_device_memory::newDeviceAsksAgain()
{
    tests::FakeSession session;
    model::HostSnapshot first = host({gpu(u"PCI\\"_s + tail)});
    read(session, first);
    model::HostSnapshot second = host({gpu(u"PCI\\"_s + tail), gpu(u"PCI\\"_s + twinTail)});
    read(session, second, &first);
    QCOMPARE(session.calls().size(), 4);
}

void tst_hyperv_device_memory::dismountedKeepsWhatWasKnown()
{
    tests::FakeSession session;
    addRange(session, u"PCI\\"_s + tail, 0xC0000000, 16 * mebibyte);
    model::HostSnapshot first = host({gpu(u"PCI\\"_s + tail)});
    read(session, first);
    model::HostSnapshot second = host({gpu(u"PCIP\\"_s + tail)});
    read(session, second, &first);
    QVERIFY(second.gpus[0].memory.has_value());
    QVERIFY(second.gpus[0].memory->remembered);
    QCOMPARE(second.gpus[0].memory->ranges, first.gpus[0].memory->ranges);
    model::HostSnapshot back = host({gpu(u"PCI\\"_s + tail)});
    read(session, back, &second);
    QVERIFY(!back.gpus[0].memory->remembered);
    QCOMPARE(session.calls().size(), 2);
}

void tst_hyperv_device_memory::neverStartedStaysUnknown()
{
    tests::FakeSession session;
    model::Gpu disabled = gpu(u"PCI\\"_s + twinTail);
    disabled.pnp->problemCode = 22U;
    model::HostSnapshot one = host({gpu(u"PCIP\\"_s + tail), disabled});
    read(session, one);
    QVERIFY(!one.gpus[0].memory.has_value());
    QVERIFY(!one.gpus[1].memory.has_value());
    QVERIFY(session.calls().isEmpty());
}

void tst_hyperv_device_memory::failureIsANote()
{
    tests::FakeSession session;
    session.setFailure(u"Win32_PnPAllocatedResource"_s,
                       tests::makeError(base::Layer::Wmi, base::ErrorCode::AccessDenied));
    model::HostSnapshot one = host({gpu(u"PCI\\"_s + tail)});
    read(session, one);
    QVERIFY(!one.gpus[0].memory.has_value());
    QCOMPARE(m_context.notes.size(), 1U);
    QCOMPARE(m_context.notes[0].part, Part::DeviceMemory);
}

void tst_hyperv_device_memory::rangeThatEndsBeforeItBegins()
{
    tests::FakeSession session;
    addRange(session, u"PCI\\"_s + tail, 0xC0000000, 0);
    model::HostSnapshot one = host({gpu(u"PCI\\"_s + tail)});
    read(session, one);
    QVERIFY(one.gpus[0].memory->ranges.empty());
}

QTEST_GUILESS_MAIN(tst_hyperv_device_memory)
#include "tst_hyperv_device_memory.moc"
