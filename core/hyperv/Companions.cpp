#include "core/hyperv/Companions.h"

#include "core/model/LocationPath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

/// What an instance id tells of a device's place: the parent, and the device number without the function.
struct Place
{
    QString parent; ///< "4&18416DC3&0&" and what follows the device's own number: "08"
    std::uint32_t device = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

std::optional<Place> placeOf(const QString& instanceId)
{
    constexpr int hexadecimal = 16;
    constexpr qsizetype ownDigits = 2;
    constexpr std::uint32_t functionBits = 3;
    const QString instance = instanceId.section(u'\\', -1);
    const qsizetype last = instance.lastIndexOf(u'&') + 1;
    bool ok = false;
    const std::uint32_t own = QStringView(instance).mid(last, ownDigits).toUInt(&ok, hexadecimal);
    if (last == 0 || !ok)
        return std::nullopt;
    return Place{instance.left(last) + instance.mid(last + ownDigits), own >> functionBits};
}

QString locationOf(const model::PnpDevice& device, const std::vector<AssignableRow>& assignable)
{
    if (!device.locationPaths.isEmpty())
        return device.locationPaths.front();
    const model::GpuId id = model::gpuIdFrom(device.instanceId);
    const auto row = std::find_if(assignable.begin(), assignable.end(),
                                  [&id](const AssignableRow& each) { return each.gpu == id; });
    return row == assignable.end() ? QString() : row->device.locationPath;
}

} // namespace

std::vector<model::PnpDevice> companionCandidates(const std::vector<model::PnpDevice>& others,
                                                  const std::vector<model::PnpDevice>& display)
{
    std::vector<Place> places;
    for (const model::PnpDevice& device : display) {
        if (const auto place = placeOf(device.instanceId))
            places.push_back(*place);
    }
    std::vector<model::PnpDevice> candidates;
    std::copy_if(others.begin(), others.end(), std::back_inserter(candidates),
                 [&places](const model::PnpDevice& device) {
                     const auto place = placeOf(device.instanceId);
                     return place && device.present.value_or(true) &&
                            std::find(places.begin(), places.end(), *place) != places.end();
                 });
    return candidates;
}

void joinCompanions(std::vector<model::Gpu>& gpus, const std::vector<model::PnpDevice>& candidates,
                    const std::vector<AssignableRow>& assignable)
{
    for (const model::PnpDevice& device : candidates) {
        const QString text = locationOf(device, assignable);
        const auto location = model::LocationPath::parse(text);
        const auto gpu = std::find_if(gpus.begin(), gpus.end(), [&location](const model::Gpu& each) {
            const auto own = model::LocationPath::parse(each.locationPath);
            return location && own && location->isOtherFunctionOf(*own);
        });
        if (gpu != gpus.end())
            gpu->companions.push_back({model::gpuIdFrom(device.instanceId),
                                       device.name,
                                       text,
                                       device.problemCode,
                                       device.isDismounted(),
                                       {}});
    }
    for (model::Gpu& gpu : gpus) {
        std::sort(gpu.companions.begin(), gpu.companions.end(),
                  [](const model::CompanionFunction& a, const model::CompanionFunction& b) {
                      return a.locationPath < b.locationPath;
                  });
    }
}

} // namespace hvgpu::hyperv
