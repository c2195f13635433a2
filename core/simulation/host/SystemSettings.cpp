#include "core/simulation/host/SystemSettings.h"

#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Paths.h"

#include <QStringList>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

const QString lowGap = u"LowMmioGapSize"_s;
const QString highGap = u"HighMmioGapSize"_s;

bool isTolerated(const QString& name)
{
    static const QStringList names{u"ElementName"_s, u"Caption"_s, u"Description"_s,
                                   u"VirtualSystemIdentifier"_s};
    return names.contains(name);
}

bool needsOff(const QString& name)
{
    static const QStringList names{
        u"GuestControlledCacheTypes"_s, lowGap,       highGap, u"HighMmioGapBase"_s,
        u"SecureBootEnabled"_s,         u"BIOSGUID"_s};
    return names.contains(name);
}

/// MiB; bounds that hosts were seen to enforce (wmi.md 2.8).
bool areGapsValid(const EmbeddedSettings& settings)
{
    constexpr std::uint64_t leastLow = 128;
    constexpr std::uint64_t mostLow = 3584;
    constexpr std::uint64_t mostHigh = 262656;
    const std::uint64_t low = settings.number(lowGap, leastLow);
    return low >= leastLow && low <= mostLow && settings.number(highGap, leastLow) <= mostHigh;
}

JobFailure refused(const Vm& vm, std::uint32_t code, const QString& reason)
{
    return {code,
            u"'%1' failed to modify settings. (Virtual machine ID %2)\n%3"_s.arg(vm.name, vm.id, reason)};
}

} // namespace

std::optional<JobFailure> checkSystemSettings(const Vm& vm, const EmbeddedSettings& settings)
{
    const ClassInfo* const info =
        ClassCatalogue::builtIn().find(virtualizationNamespace, u"Msvm_VirtualSystemSettingData");
    for (const auto& [name, value] : settings.values) {
        if (!info->declaration.property(name)->isWritable && !isTolerated(name))
            return refused(vm, returns::invalidParameter,
                           u"The property '%1' cannot be changed."_s.arg(name));
        if (needsOff(name) && vm.state != vmState::off)
            return refused(vm, returns::invalidState,
                           u"The virtual machine must be off to change '%1'."_s.arg(name));
    }
    if (!areGapsValid(settings))
        return refused(vm, returns::invalidParameter, u"One or more arguments are invalid."_s);
    return std::nullopt;
}

void applySystemSettings(Vm& vm, const EmbeddedSettings& settings)
{
    for (const auto& [name, value] : settings.values) {
        if (name == u"ElementName"_s)
            vm.name = settings.text(name);
        else if (name == u"Notes"_s)
            vm.notes =
                settings.texts(name).empty() ? QString() : settings.texts(name).front(); // only one is kept
        else if (!isTolerated(name))
            vm.settings.insert_or_assign(name, value);
    }
}

std::unique_ptr<Vm> newVm(World& world, std::size_t host, const EmbeddedSettings& settings)
{
    auto vm = std::make_unique<Vm>();
    vm->id = world.nextGuid();
    vm->host = host;
    const QString name = settings.text(u"ElementName"_s);
    vm->name = name.isEmpty() ? u"New Virtual Machine"_s : name;
    vm->generation = settings.text(u"VirtualSystemSubType"_s).endsWith(u":2"_s) ? 2 : 1;
    vm->version = u"12.0"_s;
    vm->processors = 1;
    vm->memory = 1024;
    vm->created = world.wallNow();
    return vm;
}

} // namespace hvgpu::simulation
