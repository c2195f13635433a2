// How fast answers become rows, against the plain XML reader below and against copying the bytes.
#include "core/wmi/wsman/EnvelopeReader.h"
#include "tests/support/SoapSamples.h"

#include <benchmark/benchmark.h>

#include <QXmlStreamReader>

#include <array>

using namespace hvgpu;

namespace {

constexpr int Rows = 2'000;
constexpr qsizetype PieceSize = 64 * 1024; // about what curl hands on

/// One Msvm_GpuPartition as a host writes it: 31 properties, most of them alike from row to row.
QByteArray gpuPartition(int number)
{
    QByteArray text;
    const auto add = [&text](const QByteArray& name, const QByteArray& value) {
        text += "<p:" + name + ">" + value + "</p:" + name + ">";
    };
    const auto nil = [&text](const QByteArray& name) { text += "<p:" + name + " xsi:nil=\"true\"/>"; };
    const QByteArray id = QByteArray::number(1'000'000 + number);
    add("AvailableCompute", "1000000000");
    add("AvailableDecode", "18446744073709551615");
    add("AvailableEncode", "18446744073709551615");
    add("AvailableVRAM", QByteArray::number(1'000'000'000 + 4096LL * (number % 5)));
    add("Caption", "GPU Partition");
    nil("CommunicationStatus");
    add("CreationClassName", "Msvm_GpuPartition");
    add("Description", "Microsoft GPU Partition");
    nil("DetailedStatus");
    add("DeviceID", "Microsoft:7A6B8B6C-0C0B-4C5D-9B7A-0000" + id + "\\E5A1D2B1-6A6C-4A2E-8B68-9D1F0B3C4D5E");
    add("ElementName", "GPU Partition");
    for (const char* name :
         {"EnabledDefault", "EnabledState", "HealthState", "OperatingStatus", "PrimaryStatus"})
        add(name, "5");
    nil("ErrorCleared");
    add("InstallDate", "<cim:Datetime>2025-12-17T09:55:22.702341Z</cim:Datetime>");
    nil("LastErrorCode");
    add("Name", "\\\\?\\PCI#VEN_10DE&amp;DEV_25B6&amp;SUBSYS_14A910DE&amp;REV_A1#" + id);
    add("OperationalStatus", "2");
    add("OperationalStatus", "15");
    add("PartitionCompute", "1000000000");
    add("PartitionId", QByteArray::number(number % 16));
    add("PartitionVRAM", "1006632960");
    add("PNPDeviceID", "PCI\\VEN_10DE&amp;DEV_25B6&amp;SUBSYS_14A910DE\\" + id);
    nil("RequestedState");
    add("StatusDescriptions", "OK");
    add("SystemCreationClassName", "Msvm_ComputerSystem");
    add("SystemName", "HOST01");
    add("TimeOfLastStateChange", "<cim:Datetime>2025-12-17T09:55:22Z</cim:Datetime>");
    return test::soap::instance("Msvm_GpuPartition", text);
}

const QByteArray& answer()
{
    static const QByteArray text = [] {
        QByteArray items;
        for (int i = 0; i < Rows; ++i)
            items += gpuPartition(i);
        return test::soap::envelope({}, test::soap::pullResponse("uuid:C", items));
    }();
    return text;
}

void report(benchmark::State& state)
{
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * answer().size());
}

void decodeRows(benchmark::State& state)
{
    wsman::NamePool names;
    for (auto _ : state) {
        std::vector<cim::Instance> rows;
        rows.reserve(Rows);
        wsman::EnvelopeReader reader({.kind = wsman::AnswerKind::Pull,
                                      .messageId = {},
                                      .method = {},
                                      .className = {},
                                      .nameSpace = {}},
                                     names, [&rows](cim::Instance&& row) { rows.push_back(std::move(row)); });
        for (qsizetype at = 0; at < answer().size(); at += PieceSize) {
            const QByteArrayView piece =
                QByteArrayView(answer()).sliced(at, std::min(PieceSize, answer().size() - at));
            if (!reader.feed(piece))
                state.SkipWithError("refused");
        }
        if (!reader.finish() || rows.size() != Rows)
            state.SkipWithError("incomplete");
        state.PauseTiming(); // letting go of the rows is the consumer's time
        rows.clear();
        state.ResumeTiming();
    }
    report(state);
}

/// What Qt's reader takes for the tokens alone.
void plainTokens(benchmark::State& state)
{
    for (auto _ : state) {
        QXmlStreamReader xml;
        qsizetype elements = 0;
        for (qsizetype at = 0; at < answer().size(); at += PieceSize) {
            xml.addData(answer().sliced(at, std::min(PieceSize, answer().size() - at)));
            while (!xml.atEnd())
                elements += xml.readNext() == QXmlStreamReader::StartElement ? 1 : 0;
        }
        benchmark::DoNotOptimize(elements);
    }
    report(state);
}

} // namespace

BENCHMARK(decodeRows)->Unit(benchmark::kMillisecond);
BENCHMARK(plainTokens)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
