#pragma once

#include "core/model/HostSnapshot.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// What Windows lets the MMIO spaces of a VM be, in MB (wmi.md 2.8, 6.6; EC-30).
struct MmioLimits
{
    static constexpr std::uint64_t leastLowMb = 128;    ///< also the default
    static constexpr std::uint64_t mostLowMb = 3584;    ///< documented
    static constexpr std::uint64_t leastHighMb = 512;   ///< the default
    static constexpr std::uint64_t mostHighMb = 262656; ///< largest that was seen accepted: 256.5 GB
    static constexpr std::uint64_t highBaseMb = 65024;  ///< where the high space begins by default
    /// What the example of the documents gives a VM with a large GPU, for devices of unknown need.
    /// @{
    static constexpr std::uint64_t exampleLowMb = 3072;
    static constexpr std::uint64_t exampleHighMb = 33280;
    /// @}
};

/// One addend of the sum.
struct MmioPart
{
    enum class Kind {
        Range,    ///< a memory range of a device
        Default,  ///< what every VM has for its emulated and synthetic devices
        Alignment ///< lost, because a range begins at a multiple of its size
    };
    Kind kind = Kind::Range;
    bool low = false; ///< counts toward the space below 4 GB
    std::uint64_t bytes = 0;
    model::GpuId device;                     ///< Range
    std::optional<model::MemoryRange> range; ///< Range

    friend bool operator==(const MmioPart&, const MmioPart&) = default;
};

/// The MMIO space a VM needs for whole devices, with every addend; what could not be read is named, never
/// counted as nothing.
struct MmioSizing
{
    enum class Fit { Fits, TooLarge, NotKnown };

    std::vector<MmioPart> parts; ///< in the order they are added up
    std::uint64_t lowMb = MmioLimits::leastLowMb;
    std::uint64_t highMb = MmioLimits::leastHighMb;
    std::uint64_t highBaseMb = MmioLimits::highBaseMb; ///< of the VM
    std::vector<model::GpuId> unread;     ///< devices whose ranges are not known: the sum is without them
    std::vector<model::GpuId> remembered; ///< devices whose ranges were read while they were started
    Fit lowFit = Fit::Fits;               ///< within Windows' limit
    /// The high space must end below the host's physical address limit, which Windows does not tell. A device
    /// of the host that sits at an address proves that the host has that many bits at least.
    Fit highFit = Fit::Fits;
    std::optional<unsigned> provenAddressBits;

    [[nodiscard]] bool isComplete() const { return unread.empty(); }
    /// Whether a VM with these values has enough for all that is counted; nullopt when its values are
    /// unknown.
    [[nodiscard]] std::optional<bool> isEnough(std::optional<std::uint64_t> low,
                                               std::optional<std::uint64_t> high) const;
    friend bool operator==(const MmioSizing&, const MmioSizing&) = default;
};

/// Adds up what @p devices of @p host need in @p vm (null: a VM with default settings). Ranges below 4 GB
/// count toward the low space, all others toward the high one, where they are placed by falling size, each at
/// a multiple of its size, behind what the VM needs for itself. Pure.
[[nodiscard]] MmioSizing mmioSizing(const std::vector<const model::Gpu*>& devices,
                                    const model::HostSnapshot& host,
                                    const model::VirtualMachine* vm = nullptr);

/// The same for the devices a VM has now; devices it gets from a pool are not known before it runs.
[[nodiscard]] MmioSizing mmioSizingOf(const model::VirtualMachine& vm, const model::HostSnapshot& host);

/// GPUs of the host given to the VM as whole devices, in slot order.
[[nodiscard]] std::vector<const model::Gpu*> wholeDevicesOf(const model::VirtualMachine& vm,
                                                            const model::HostSnapshot& host);

} // namespace hvgpu::analysis
