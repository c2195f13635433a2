#include "core/text/MmioText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using Fit = analysis::MmioSizing::Fit;

namespace {

constexpr std::uint64_t mb = 1024ULL * 1024;

model::HostSnapshot hostWithOneGpu()
{
    model::HostSnapshot host;
    model::Gpu gpu;
    gpu.id = model::GpuId(u"ID"_s);
    gpu.name = u"NVIDIA A10"_s;
    gpu.memory = model::DeviceMemory{
        {{0xC0000000, 0xC0FFFFFF}, {0x380000000000, 0x380000000000 + 32768 * mb - 1}}, false};
    host.gpus = {gpu};
    return host;
}

} // namespace

class tst_text_mmio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesEndInTheSums();
    void nothingToAdd();
    void everyCaveat_data();
    void everyCaveat();
    void limits();
};

void tst_text_mmio::linesEndInTheSums()
{
    const model::HostSnapshot host = hostWithOneGpu();
    const auto lines = text::mmioLines(analysis::mmioSizing({&host.gpus[0]}, host), host);
    QStringList words;
    for (const text::MmioLine& line : lines)
        words << line.what + u'|' + line.amount + u'|' + line.where;
    QCOMPARE(words.size(), 6);
    QCOMPARE(words[0], u"The virtual machine's own devices|128 MB|below 4 GB"_s);
    QCOMPARE(words[1], u"NVIDIA A10, memory range 0xC0000000 – 0xC0FFFFFF|16 MB|below 4 GB"_s);
    QCOMPARE(words[2], u"The virtual machine's own devices|512 MB|above 4 GB"_s);
    QVERIFY2(words[3].endsWith(u"|32.00 GB|above 4 GB"_s) || words[3].endsWith(u"|32 GB|above 4 GB"_s),
             qPrintable(words[3]));
    QVERIFY2(words[4].startsWith(u"Low MMIO space needed|144"_s), qPrintable(words[4]));
    QVERIFY2(words[5].startsWith(u"High MMIO space needed|33"_s), qPrintable(words[5]));
}

void tst_text_mmio::nothingToAdd()
{
    const model::HostSnapshot host = hostWithOneGpu();
    QVERIFY(text::mmioCaveats(analysis::mmioSizing({}, host), host).isEmpty());
}

void tst_text_mmio::everyCaveat_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("says");
    QTest::newRow("unread") << u"unread"_s
                            << u"Not counted, because Windows tells the memory ranges of started"_s;
    QTest::newRow("remembered") << u"remembered"_s << u"while the device was still started: NVIDIA A10"_s;
    QTest::newRow("low") << u"low"_s << u"that Windows allows below 4 GB"_s;
    QTest::newRow("high") << u"high"_s << u"the largest high space known to be accepted"_s;
    QTest::newRow("address bits") << u"bits"_s << u"prove 38 address bits only"_s;
    QTest::newRow("no address bits") << u"none"_s << u"Windows does not tell"_s;
}

void tst_text_mmio::everyCaveat()
{
    QFETCH(const QString, which);
    QFETCH(const QString, says);
    analysis::MmioSizing sizing;
    if (which == u"unread"_s)
        sizing.unread = {model::GpuId(u"ID"_s)};
    if (which == u"remembered"_s)
        sizing.remembered = {model::GpuId(u"ID"_s)};
    if (which == u"low"_s)
        sizing.lowFit = Fit::TooLarge;
    if (which == u"high"_s)
        sizing.highFit = Fit::TooLarge;
    if (which == u"bits"_s || which == u"none"_s)
        sizing.highFit = Fit::NotKnown;
    if (which == u"bits"_s)
        sizing.provenAddressBits = 38U;
    const QStringList caveats = text::mmioCaveats(sizing, hostWithOneGpu());
    QCOMPARE(caveats.size(), 1);
    QVERIFY2(caveats[0].contains(says), qPrintable(caveats[0]));
    QVERIFY2(!caveats[0].contains(u'%'), qPrintable(caveats[0]));
}

void tst_text_mmio::limits()
{
    for (const std::uint64_t good : {128U, 3000U, 3584U})
        QCOMPARE(text::whyNotLowMmio(good), QString());
    for (const std::uint64_t bad : {0U, 127U, 3585U})
        QVERIFY(text::whyNotLowMmio(bad).startsWith(u"The low MMIO space must be between"_s));
    for (const std::uint64_t good : {512U, 33280U, 262656U})
        QCOMPARE(text::whyNotHighMmio(good), QString());
    for (const std::uint64_t bad : {0U, 511U, 262657U})
        QVERIFY(text::whyNotHighMmio(bad).startsWith(u"The high MMIO space must be between"_s));
}

QTEST_GUILESS_MAIN(tst_text_mmio)
#include "tst_text_mmio.moc"
