#include "core/analysis/VmTitle.h"

#include <functional>

namespace hvgpu::analysis {
using namespace Qt::StringLiterals;

namespace {
constexpr int idTail = 6;

QString nameOrId(const QString& name, const model::VmId& id)
{
    return name.trimmed().isEmpty() ? id.text() : name;
}
} // namespace

QString vmName(const model::VirtualMachine& vm)
{
    return nameOrId(vm.name, vm.id);
}

QString vmName(const model::Assignment& assignment)
{
    return nameOrId(assignment.vmName, assignment.vm);
}

QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm)
{
    if (vm.name.trimmed().isEmpty())
        return vmName(vm);
    // The list is ordered by name, so that namesakes are neighbours; mostly the VM is one of the list itself.
    const model::VirtualMachine* const begin = host.vms.data();
    const model::VirtualMachine* const end = begin + host.vms.size();
    const bool isInList = !std::less<>()(&vm, begin) && std::less<>()(&vm, end);
    const model::VirtualMachine* const self = isInList ? &vm : host.findVm(vm.id);
    const auto isNamesake = [&](const model::VirtualMachine* other) {
        return other->name.compare(vm.name, Qt::CaseInsensitive) == 0;
    };
    const bool repeats = self != nullptr && ((self != begin && isNamesake(self - 1)) ||
                                             (self + 1 != end && isNamesake(self + 1)));
    return repeats ? u"%1 (…%2)"_s.arg(vm.name, vm.id.text().right(idTail)) : vm.name;
}

} // namespace hvgpu::analysis
