#include "core/model/VmSettings.h"

namespace hvgpu::model {
namespace {

template <class Value>
std::optional<Value> differing(const std::optional<Value>& wanted, const std::optional<Value>& now)
{
    return wanted && wanted != now ? wanted : std::nullopt;
}

template <class Value>
std::optional<Value> named(const std::optional<Value>& value, const std::optional<Value>& name)
{
    return name ? value : std::nullopt;
}

template <class Value>
std::optional<Value> either(const std::optional<Value>& over, const std::optional<Value>& value)
{
    return over ? over : value;
}

} // namespace

VmSettings VmSettings::systemPart() const
{
    VmSettings part = *this;
    part.dynamicMemory.reset();
    part.minimumMemoryMb.reset();
    part.maximumMemoryMb.reset();
    return part;
}

VmSettings VmSettings::memoryPart() const
{
    VmSettings part;
    part.dynamicMemory = dynamicMemory;
    part.minimumMemoryMb = minimumMemoryMb;
    part.maximumMemoryMb = maximumMemoryMb;
    return part;
}

bool VmSettings::needsOff() const
{
    return lowMmioMb || highMmioMb || guestControlledCacheTypes || !memoryPart().isEmpty();
}

VmSettings VmSettings::differingFrom(const VmSettings& now) const
{
    return {differing(lowMmioMb, now.lowMmioMb),
            differing(highMmioMb, now.highMmioMb),
            differing(guestControlledCacheTypes, now.guestControlledCacheTypes),
            differing(automaticStopAction, now.automaticStopAction),
            differing(checkpointType, now.checkpointType),
            differing(dynamicMemory, now.dynamicMemory),
            differing(minimumMemoryMb, now.minimumMemoryMb),
            differing(maximumMemoryMb, now.maximumMemoryMb)};
}

VmSettings VmSettings::only(const VmSettings& names) const
{
    return {named(lowMmioMb, names.lowMmioMb),
            named(highMmioMb, names.highMmioMb),
            named(guestControlledCacheTypes, names.guestControlledCacheTypes),
            named(automaticStopAction, names.automaticStopAction),
            named(checkpointType, names.checkpointType),
            named(dynamicMemory, names.dynamicMemory),
            named(minimumMemoryMb, names.minimumMemoryMb),
            named(maximumMemoryMb, names.maximumMemoryMb)};
}

VmSettings VmSettings::mergedWith(const VmSettings& over) const
{
    return {either(over.lowMmioMb, lowMmioMb),
            either(over.highMmioMb, highMmioMb),
            either(over.guestControlledCacheTypes, guestControlledCacheTypes),
            either(over.automaticStopAction, automaticStopAction),
            either(over.checkpointType, checkpointType),
            either(over.dynamicMemory, dynamicMemory),
            either(over.minimumMemoryMb, minimumMemoryMb),
            either(over.maximumMemoryMb, maximumMemoryMb)};
}

} // namespace hvgpu::model
