#pragma once

#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/host/RowContext.h"

#include <vector>

namespace hvgpu::simulation {

/// Rows of exactly this class (not of derived ones). Call under the lock of the world.
void collectRows(const World& world, std::size_t host, const ClassInfo& info, const RowFilter& filter,
                 std::vector<cim::Instance>& rows);

/// The VM a key or comparison value speaks of: nullopt when the property says nothing about VMs, empty text
/// when the value names no VM of this world.
[[nodiscard]] std::optional<QString> vmHint(const World& world, const QString& property,
                                            const cim::Value& value);

/// Finds one object by its path, which may have fewer keys than the class when that is unique.
[[nodiscard]] std::optional<cim::Instance> findObject(const World& world, std::size_t host,
                                                      const ClassInfo& info, const cim::ObjectPath& path);

} // namespace hvgpu::simulation
