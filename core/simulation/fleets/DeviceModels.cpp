#include "core/simulation/fleets/DeviceModels.h"

#include "core/simulation/classes/EmbeddedTexts.h"

#include <QJsonDocument>

#include <limits>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t bytesPerMebibyte = 1024ULL * 1024;
constexpr std::uint64_t paravirtualScale = 1'000'000'000;

} // namespace

const DeviceModels& DeviceModels::builtIn()
{
    static const DeviceModels models = [] {
        DeviceModels result;
        QString problem;
        for (const EmbeddedText& file : embeddedTexts()) {
            if (QByteArray(file.name) != "models.json")
                continue;
            JsonReader reader(QJsonDocument::fromJson(file.text).object(), {}, problem);
            result.read(reader);
        }
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        return result;
    }();
    return models;
}

void DeviceModels::read(JsonReader& reader)
{
    JsonReader drivers = reader.object(u"drivers"_s);
    for (const QString& name : drivers.names()) {
        JsonReader driver = drivers.object(name);
        m_drivers.insert(name, {driver.text(u"version"_s), driver.text(u"date"_s), driver.text(u"provider"_s),
                                driver.text(u"inf"_s), driver.text(u"manufacturer"_s),
                                driver.text(u"service"_s), driver.flag(u"liveMigration"_s, false)});
        driver.finish();
    }
    JsonReader models = reader.object(u"models"_s);
    for (const QString& name : models.names()) {
        JsonReader model = models.object(name);
        m_models.insert(name, readModel(model));
        model.finish();
    }
}

PciDevice DeviceModels::readModel(JsonReader& reader) const
{
    PciDevice device;
    device.instance = reader.requiredText(u"id"_s);
    device.name = reader.requiredText(u"name"_s);
    device.classCode = reader.text(u"classCode"_s, u"0302"_s);
    device.pnpClass = reader.text(u"pnpClass"_s, u"Display"_s);
    device.classGuid = reader.text(u"classGuid"_s, u"{4d36e968-e325-11ce-bfc1-08002be10318}"_s);
    device.videoMemory = reader.number(u"boardMiB"_s, 0) * bytesPerMebibyte;
    device.problem = static_cast<std::uint32_t>(reader.number(u"problem"_s, 0));
    device.deviceType = static_cast<std::uint32_t>(reader.number(u"deviceType"_s, 2));
    device.acsUpHierarchy = static_cast<std::uint32_t>(reader.number(u"acsUpHierarchy"_s, 3));
    device.reservedMemoryRegion = static_cast<std::uint32_t>(reader.number(u"reservedMemoryRegion"_s, 0));
    device.interruptSupport = static_cast<std::uint32_t>(reader.number(u"interruptSupport"_s, 6));
    if (reader.has(u"lineInterrupt"_s))
        device.lineInterrupt = static_cast<std::uint32_t>(reader.number(u"lineInterrupt"_s, 0));
    if (reader.flag(u"sriov"_s, false))
        device.sriovSupport = 0;
    for (const std::uint64_t size : reader.numbers(u"barsMiB"_s))
        device.memory.push_back({0, size * bytesPerMebibyte});
    readPartitioning(reader, device);
    if (const QString driver = reader.text(u"driver"_s); !setDriver(device, driver))
        reader.report(u"driver"_s, u"names the unknown driver '%1'"_s.arg(driver));
    return device;
}

void DeviceModels::readPartitioning(JsonReader& reader, PciDevice& device)
{
    const auto counts = reader.numbers(u"counts"_s);
    const std::uint64_t usable = reader.number(u"usableMiB"_s, 0) * bytesPerMebibyte;
    if (reader.flag(u"paravirtual"_s, false)) {
        constexpr std::uint16_t onlyCount = 32;
        device.partitioning = Partitioning{
            true,
            {onlyCount},
            onlyCount,
            {paravirtualScale, std::numeric_limits<std::uint64_t>::max(), paravirtualScale, paravirtualScale},
            false};
    } else if (!counts.empty()) {
        constexpr std::uint64_t engineTotal = 100; // no figures of real drivers are known (wmi.md 8.3)
        device.partitioning = Partitioning{false,
                                           {},
                                           static_cast<std::uint16_t>(counts.front()),
                                           {usable, engineTotal, engineTotal, engineTotal},
                                           false};
        for (const std::uint64_t count : counts)
            device.partitioning->validCounts.push_back(static_cast<std::uint16_t>(count));
    }
}

std::optional<PciDevice> DeviceModels::device(const QString& model) const
{
    const auto found = m_models.find(model);
    return found == m_models.end() ? std::nullopt : std::optional(*found);
}

bool DeviceModels::setDriver(PciDevice& device, const QString& driver) const
{
    constexpr std::uint32_t noDriver = 28;
    if (driver.isEmpty()) {
        device.service.clear();
        device.pnpClass.clear();
        device.classGuid.clear();
        device.partitioning.reset();
        device.problem = noDriver;
        return true;
    }
    const auto found = m_drivers.find(driver);
    if (found == m_drivers.end())
        return false;
    device.driverVersion = found->version;
    device.driverDate = found->date;
    device.driverProvider = found->provider;
    device.inf = found->inf;
    device.manufacturer = found->manufacturer;
    device.service = found->service;
    if (device.partitioning)
        device.partitioning->supportsLiveMigration = found->liveMigration;
    return true;
}

} // namespace hvgpu::simulation
