#include "core/text/MmioText.h"

#include "core/analysis/GpuTitle.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace hvgpu::text {
using namespace Qt::StringLiterals;

namespace {

struct Mmio
{
    Q_DECLARE_TR_FUNCTIONS(Mmio)
};

QString nameOf(const model::GpuId& id, const model::HostSnapshot& host)
{
    const model::Gpu* gpu = host.findGpu(id);
    return gpu != nullptr ? analysis::gpuTitle(host, *gpu) : id.text();
}

QString namesOf(const std::vector<model::GpuId>& ids, const model::HostSnapshot& host)
{
    QStringList names;
    for (const model::GpuId& id : ids)
        names << nameOf(id, host);
    return names.join(u", "_s);
}

QString addresses(const model::MemoryRange& range)
{
    const auto hexadecimal = [](std::uint64_t address) {
        return u"0x"_s + QString::number(address, 16).toUpper();
    };
    return hexadecimal(range.first) + u" – "_s + hexadecimal(range.last);
}

MmioLine line(const analysis::MmioPart& part, const model::HostSnapshot& host)
{
    MmioLine result;
    result.amount = bytes(part.bytes);
    result.where = part.low ? Mmio::tr("below 4 GB") : Mmio::tr("above 4 GB");
    switch (part.kind) {
    case analysis::MmioPart::Kind::Range:
        result.what = Mmio::tr("%1, memory range %2").arg(nameOf(part.device, host), addresses(*part.range));
        break;
    case analysis::MmioPart::Kind::Default:
        result.what = Mmio::tr("The virtual machine's own devices");
        break;
    case analysis::MmioPart::Kind::Alignment:
        result.what = Mmio::tr("Unused before the next range of %1, which begins at a multiple of its size")
                          .arg(nameOf(part.device, host));
        break;
    }
    return result;
}

} // namespace

QString megabytes(std::uint64_t mb)
{
    return Mmio::tr("%1 MB").arg(QLocale().toString(static_cast<qulonglong>(mb)));
}

QString mmioSpaces(std::uint64_t lowMb, std::uint64_t highMb)
{
    return Mmio::tr("low %1, high %2").arg(megabytes(lowMb), megabytes(highMb));
}

std::vector<MmioLine> mmioLines(const analysis::MmioSizing& sizing, const model::HostSnapshot& host)
{
    std::vector<MmioLine> lines;
    for (const analysis::MmioPart& part : sizing.parts)
        lines.push_back(line(part, host));
    lines.push_back({Mmio::tr("Low MMIO space needed"), megabytes(sizing.lowMb), Mmio::tr("below 4 GB")});
    lines.push_back({Mmio::tr("High MMIO space needed"), megabytes(sizing.highMb), Mmio::tr("above 4 GB")});
    return lines;
}

QStringList mmioCaveats(const analysis::MmioSizing& sizing, const model::HostSnapshot& host)
{
    using Fit = analysis::MmioSizing::Fit;
    QStringList sentences;
    if (!sizing.unread.empty())
        sentences << Mmio::tr(
                         "Not counted, because Windows tells the memory ranges of started devices only and "
                         "they were not read before: %1.")
                         .arg(namesOf(sizing.unread, host));
    if (!sizing.remembered.empty())
        sentences << Mmio::tr("Counted as read while the device was still started: %1.")
                         .arg(namesOf(sizing.remembered, host));
    if (sizing.lowFit == Fit::TooLarge)
        sentences << Mmio::tr("More than the %1 that Windows allows below 4 GB: assign fewer devices to the "
                              "virtual machine.")
                         .arg(megabytes(analysis::MmioLimits::mostLowMb));
    if (sizing.highFit == Fit::TooLarge)
        sentences << Mmio::tr("More than %1, the largest high space known to be accepted.")
                         .arg(megabytes(analysis::MmioLimits::mostHighMb));
    if (sizing.highFit == Fit::NotKnown) {
        const QString end = megabytes(sizing.highBaseMb + sizing.highMb);
        sentences
            << (sizing.provenAddressBits
                    ? Mmio::tr("The high space ends at %1. That the server can address this is not certain: "
                               "its devices prove %n address bits only.",
                               nullptr, static_cast<int>(*sizing.provenAddressBits))
                          .arg(end)
                    : Mmio::tr("The high space ends at %1. How far the server's processors can address, "
                               "Windows does not tell.")
                          .arg(end));
    }
    return sentences;
}

QString whyNotLowMmio(std::uint64_t mb)
{
    using Limits = analysis::MmioLimits;
    if (mb >= Limits::leastLowMb && mb <= Limits::mostLowMb)
        return {};
    return Mmio::tr("The low MMIO space must be between %1 and %2.")
        .arg(megabytes(Limits::leastLowMb), megabytes(Limits::mostLowMb));
}

QString whyNotHighMmio(std::uint64_t mb)
{
    using Limits = analysis::MmioLimits;
    if (mb >= Limits::leastHighMb && mb <= Limits::mostHighMb)
        return {};
    return Mmio::tr("The high MMIO space must be between %1 and %2.")
        .arg(megabytes(Limits::leastHighMb), megabytes(Limits::mostHighMb));
}

} // namespace hvgpu::text
