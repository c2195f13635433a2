#include "core/analysis/MmioSizing.h"

#include <algorithm>
#include <bit>

namespace hvgpu::analysis {

namespace {

constexpr std::uint64_t mebibyte = 1024ULL * 1024;
constexpr std::uint64_t fourGibibytes = 1ULL << 32U;
constexpr unsigned widestAddress = 52; // x86-64

std::uint64_t sizeOf(const model::MemoryRange& range)
{
    return range.last - range.first + 1;
}

std::uint64_t roundedUp(std::uint64_t value, std::uint64_t unit)
{
    return value % unit == 0 ? value : value + (unit - value % unit);
}

std::uint64_t toMb(std::uint64_t bytes)
{
    return roundedUp(bytes, mebibyte) / mebibyte;
}

bool isSane(const model::MemoryRange& range)
{
    return range.last >= range.first && range.last < (1ULL << widestAddress);
}

std::vector<MmioPart> rangesOf(const std::vector<const model::Gpu*>& devices)
{
    std::vector<MmioPart> parts;
    for (const model::Gpu* gpu : devices) {
        if (!gpu->memory)
            continue;
        for (const model::MemoryRange& range : gpu->memory->ranges) {
            if (isSane(range))
                parts.push_back(
                    {MmioPart::Kind::Range, range.first < fourGibibytes, sizeOf(range), gpu->id, range});
        }
    }
    return parts;
}

/// Below 4 GB all sizes are powers of two and the space ends at a multiple of all of them: nothing is lost.
void addLow(const std::vector<MmioPart>& ranges, MmioSizing& sizing)
{
    std::uint64_t sum = MmioLimits::leastLowMb * mebibyte;
    sizing.parts.push_back({MmioPart::Kind::Default, true, sum, {}, {}});
    for (const MmioPart& part : ranges) {
        if (!part.low)
            continue;
        sum += part.bytes;
        sizing.parts.push_back(part);
    }
    sizing.lowMb = toMb(sum);
    sizing.lowFit = sizing.lowMb > MmioLimits::mostLowMb ? MmioSizing::Fit::TooLarge : MmioSizing::Fit::Fits;
}

void addHigh(std::vector<MmioPart> ranges, MmioSizing& sizing)
{
    std::erase_if(ranges, [](const MmioPart& part) { return part.low; });
    std::ranges::stable_sort(ranges, std::ranges::greater(), &MmioPart::bytes);
    const std::uint64_t base = sizing.highBaseMb * mebibyte;
    std::uint64_t end = base + MmioLimits::leastHighMb * mebibyte;
    sizing.parts.push_back({MmioPart::Kind::Default, false, end - base, {}, {}});
    for (const MmioPart& part : ranges) {
        const std::uint64_t start = roundedUp(end, std::bit_ceil(part.bytes));
        if (start != end)
            sizing.parts.push_back({MmioPart::Kind::Alignment, false, start - end, part.device, {}});
        sizing.parts.push_back(part);
        end = start + part.bytes;
    }
    sizing.highMb = toMb(end - base);
}

std::optional<unsigned> provenBits(const model::HostSnapshot& host)
{
    std::uint64_t highest = 0;
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.memory)
            continue;
        for (const model::MemoryRange& range : gpu.memory->ranges)
            highest = isSane(range) ? std::max(highest, range.last) : highest;
    }
    return highest < fourGibibytes ? std::nullopt
                                   : std::optional(static_cast<unsigned>(std::bit_width(highest)));
}

MmioSizing::Fit highFit(const MmioSizing& sizing)
{
    // The default space ends at 64 GB, which every server with Hyper-V can address.
    constexpr unsigned leastBits = 36;
    const std::uint64_t end = (sizing.highBaseMb + sizing.highMb) * mebibyte;
    const unsigned bits = std::max(leastBits, sizing.provenAddressBits.value_or(leastBits));
    if (sizing.highMb > MmioLimits::mostHighMb)
        return MmioSizing::Fit::TooLarge;
    return end <= (1ULL << bits) ? MmioSizing::Fit::Fits : MmioSizing::Fit::NotKnown;
}

} // namespace

std::optional<bool> MmioSizing::isEnough(std::optional<std::uint64_t> low,
                                         std::optional<std::uint64_t> high) const
{
    if ((low && *low < lowMb) || (high && *high < highMb))
        return false;
    return low && high ? std::optional(true) : std::nullopt;
}

MmioSizing mmioSizing(const std::vector<const model::Gpu*>& devices, const model::HostSnapshot& host,
                      const model::VirtualMachine* vm)
{
    MmioSizing sizing;
    if (vm != nullptr && vm->highMmioBaseMb)
        sizing.highBaseMb = *vm->highMmioBaseMb;
    for (const model::Gpu* gpu : devices) {
        if (!gpu->memory)
            sizing.unread.push_back(gpu->id);
        else if (gpu->memory->remembered)
            sizing.remembered.push_back(gpu->id);
    }
    const std::vector<MmioPart> ranges = rangesOf(devices);
    addLow(ranges, sizing);
    addHigh(ranges, sizing);
    sizing.provenAddressBits = provenBits(host);
    sizing.highFit = highFit(sizing);
    return sizing;
}

std::vector<const model::Gpu*> wholeDevicesOf(const model::VirtualMachine& vm,
                                              const model::HostSnapshot& host)
{
    std::vector<const model::Gpu*> devices;
    for (const model::Gpu& gpu : host.gpus) {
        const bool has = std::ranges::any_of(gpu.assignments, [&vm](const model::Assignment& assignment) {
            return assignment.kind == model::Assignment::Kind::WholeDevice && assignment.vm == vm.id;
        });
        if (has)
            devices.push_back(&gpu);
    }
    return devices;
}

MmioSizing mmioSizingOf(const model::VirtualMachine& vm, const model::HostSnapshot& host)
{
    return mmioSizing(wholeDevicesOf(vm, host), host, &vm);
}

} // namespace hvgpu::analysis
