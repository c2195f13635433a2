#pragma once

#include "core/simulation/host/Model.h"

#include <map>

namespace hvgpu::simulation {

/// Compares registry names without case.
struct RegistryOrder
{
    bool operator()(const QString& a, const QString& b) const
    {
        return a.compare(b, Qt::CaseInsensitive) < 0;
    }
};

using RegistryValues = std::map<QString, cim::Value, RegistryOrder>;
using RegistryKeys = std::map<QString, RegistryValues, RegistryOrder>;

/// The part of HKEY_LOCAL_MACHINE that matters: display adapters, Windows version, policies; with what was
/// written over it.
[[nodiscard]] RegistryKeys registryOf(const Host& host);

/// Name under which a written value is kept in Host::registry.
[[nodiscard]] QString registryEntry(const QString& key, const QString& value);

/// Whether the policies that forbid devices without vendor support are in force: they are on servers unless
/// relaxed to 0 (wmi.md 7, 9).
[[nodiscard]] bool hasStrictDevicePolicy(const Host& host);

} // namespace hvgpu::simulation
