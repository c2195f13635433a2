#include "ui/details/DescribeMmio.h"

#include "core/text/MmioText.h"
#include "ui/details/SectionBuilder.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct MmioDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::MmioDetails)
};

QString sumOf(const analysis::MmioSizing& sizing, const model::HostSnapshot& host)
{
    QStringList lines;
    for (const text::MmioLine& line : text::mmioLines(sizing, host))
        lines << u"%1: %2, %3"_s.arg(line.what, line.amount, line.where);
    return lines.join(u'\n');
}

void addNeed(SectionBuilder& section, const analysis::MmioSizing& sizing, const model::HostSnapshot& host)
{
    section.add(u"mmioNeed"_s, MmioDetails::tr("Needed"), text::mmioSpaces(sizing.lowMb, sizing.highMb));
    section.addIdentifier(u"mmioSum"_s, MmioDetails::tr("Why"), sumOf(sizing, host));
    section.addOptional(u"mmioCaveats"_s, MmioDetails::tr("Note"),
                        text::mmioCaveats(sizing, host).join(u' '));
}

} // namespace

DetailSection mmioOfGpu(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"mmio"_s, MmioDetails::tr("MMIO space as a whole device"));
    if (gpu.memory) {
        addNeed(section, analysis::mmioSizing({&gpu}, host), host);
        return section.take();
    }
    const bool unread = host.couldNotRead(model::Part::DeviceMemory);
    section.add(u"mmioNeed"_s, MmioDetails::tr("Needed"),
                unread
                    ? DetailWords::couldNotRead()
                    : MmioDetails::tr("not known: Windows tells the memory ranges of started devices only"));
    return section.take();
}

DetailSection mmioOfVm(const model::HostSnapshot& host, const model::VirtualMachine& vm)
{
    SectionBuilder section(u"mmio"_s, MmioDetails::tr("MMIO space"));
    section.add(u"lowMmio"_s, MmioDetails::tr("Low MMIO space"), DetailWords::megabytes(vm.lowMmioGapMb));
    section.add(u"highMmio"_s, MmioDetails::tr("High MMIO space"), DetailWords::megabytes(vm.highMmioGapMb));
    if (analysis::wholeDevicesOf(vm, host).empty())
        return section.take();
    const analysis::MmioSizing sizing = analysis::mmioSizingOf(vm, host);
    addNeed(section, sizing, host);
    if (const auto enough = sizing.isEnough(vm.lowMmioGapMb, vm.highMmioGapMb); enough && sizing.isComplete())
        section.add(u"mmioEnough"_s, MmioDetails::tr("Enough"),
                    *enough ? MmioDetails::tr("yes")
                            : MmioDetails::tr("no: devices may fail in the guest with code 12"));
    return section.take();
}

} // namespace hvgpu::ui
