#pragma once

#include "core/simulation/fleets/JsonReader.h"
#include "core/simulation/host/Model.h"

#include <QHash>

#include <optional>

namespace hvgpu::simulation {

/// GPU models and drivers by name, read from models.json and from fleet files. A model is a device without a
/// place.
class DeviceModels
{
public:
    /// The compiled-in models.
    [[nodiscard]] static const DeviceModels& builtIn();

    /// Adds the "drivers" and "models" of an object; problems go to the reader.
    void read(JsonReader& reader);

    /// A device of a model; nullopt when the model is unknown.
    [[nodiscard]] std::optional<PciDevice> device(const QString& model) const;
    /// Replaces the driver; an empty name takes it away (code 28). False when the driver is unknown.
    bool setDriver(PciDevice& device, const QString& driver) const;

private:
    struct Driver
    {
        QString version;
        QString date;
        QString provider;
        QString inf;
        QString manufacturer;
        QString service;
        bool liveMigration = false;
    };
    PciDevice readModel(JsonReader& reader) const;
    static void readPartitioning(JsonReader& reader, PciDevice& device);

    QHash<QString, Driver> m_drivers;
    QHash<QString, PciDevice> m_models;
};

} // namespace hvgpu::simulation
