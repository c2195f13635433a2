#include "core/simulation/host/Methods.h"
#include "core/simulation/host/VmRows.h"

// What a person at the screen of a virtual machine does: look at it, press keys.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

/// Keys of a running machine can be pressed; nobody sees what comes of it.
base::Result<MethodOutcome> pressKey(Call& call)
{
    const Vm* const vm = call.world.vm(call.target.key(u"SystemName").toString().value_or(QString()));
    if (!vm || vm->host != call.hostIndex)
        return base::fail(wmiError(Hr::NotFound, u"Invoke "_s + call.method.name, call.target.toString()));
    return call.finish(vm->state == vmState::running ? returns::completed : returns::invalidState);
}

/// The screen is black: RGB565, two bytes for each pixel.
base::Result<MethodOutcome> thumbnail(Call& call)
{
    constexpr std::uint64_t most = 1920ULL * 1200;
    const auto settings = call.in(u"TargetSystem").toReference();
    const QString id = settings ? settings->key(u"InstanceID").toString().value_or(QString()) : QString();
    const Vm* const vm = call.world.vm(id.section(u':', 1, 1));
    const std::uint64_t pixels =
        call.in(u"WidthPixels").toUInt64().value_or(0) * call.in(u"HeightPixels").toUInt64().value_or(0);
    if (!vm || vm->host != call.hostIndex || pixels == 0 || pixels > most)
        return call.finish(returns::invalidParameter);
    if (!isActive(*vm))
        return call.finish(returns::invalidState);
    std::vector<cim::Value> black(pixels * 2, cim::Value::unsignedInteger(cim::Type::UInt8, 0));
    call.out(u"ImageData", cim::Value::array(cim::Type::UInt8, std::move(black)));
    return call.finish(returns::completed);
}

constexpr MethodEntry methods[] = {
    {u"Msvm_Keyboard", u"TypeText", pressKey},
    {u"Msvm_Keyboard", u"TypeKey", pressKey},
    {u"Msvm_Keyboard", u"PressKey", pressKey},
    {u"Msvm_Keyboard", u"ReleaseKey", pressKey},
    {u"Msvm_Keyboard", u"TypeScancodes", pressKey},
    {u"Msvm_Keyboard", u"TypeCtrlAltDel", pressKey},
    {u"Msvm_VirtualSystemManagementService", u"GetVirtualSystemThumbnailImage", thumbnail},
};

} // namespace

std::span<const MethodEntry> screenMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
