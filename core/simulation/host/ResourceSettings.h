#pragma once

#include "core/simulation/host/Embedded.h"
#include "core/simulation/host/World.h"

#include <tl/expected.hpp>

namespace hvgpu::simulation {

/// What a change of resource settings gives: the path of the setting, or why it is refused.
using SettingResult = tl::expected<cim::ObjectPath, JobFailure>;

/// Adds one setting to a VM (wmi.md 5.2, 5.8, 11).
[[nodiscard]] SettingResult addSetting(World& world, Vm& vm, const EmbeddedSettings& settings);
/// Changes the setting that settings.instanceId names.
[[nodiscard]] SettingResult modifySetting(World& world, Vm& vm, const EmbeddedSettings& settings);

/// Checks whether a setting could be removed now; the local id is the InstanceID behind "Microsoft:<VM>\".
[[nodiscard]] std::optional<JobFailure> checkRemoval(const World& world, const Vm& vm,
                                                     const QString& localId);
void removeSetting(Vm& vm, const QString& localId);
/// Whether the VM shows a setting with this local id.
[[nodiscard]] bool hasSetting(const World& world, const Vm& vm, const QString& localId);
/// Whether another setting names this one as its parent; such a setting cannot be removed yet.
[[nodiscard]] bool hasChildren(const World& world, const Vm& vm, const QString& localId);

} // namespace hvgpu::simulation
