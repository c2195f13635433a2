#include "ui/change/Titles.h"

#include "ui/models/GpuCells.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int idTail = 6;
}

QString gpuTitle(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    GpuRow row;
    row.gpu = &gpu;
    int total = 0;
    for (const model::Gpu& other : host.gpus) {
        total += other.name == gpu.name ? 1 : 0;
        if (&other == &gpu)
            row.ordinal = total;
    }
    if (total == 1)
        row.ordinal = 0;
    return cells::title(row);
}

QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm)
{
    if (vm.name.trimmed().isEmpty())
        return vm.id.text();
    // The list is ordered by name, so that namesakes are neighbours.
    const auto self = std::find_if(host.vms.begin(), host.vms.end(),
                                   [&vm](const auto& other) { return other.id == vm.id; });
    const auto isNamesake = [&](auto other) {
        return other->name.compare(vm.name, Qt::CaseInsensitive) == 0;
    };
    const bool repeats =
        self != host.vms.end() && ((self != host.vms.begin() && isNamesake(std::prev(self))) ||
                                   (std::next(self) != host.vms.end() && isNamesake(std::next(self))));
    return repeats ? u"%1 (…%2)"_s.arg(vm.name, vm.id.text().right(idTail)) : vm.name;
}

} // namespace hvgpu::ui
