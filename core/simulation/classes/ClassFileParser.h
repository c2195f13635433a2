#pragma once

#include "core/simulation/classes/ClassCatalogue.h"

#include <tl/expected.hpp>

#include <memory>
#include <vector>

namespace hvgpu::simulation {

/// The classes of one file, not yet linked to their superclasses; the error is one line that names the line.
[[nodiscard]] tl::expected<std::vector<std::unique_ptr<ClassInfo>>, QString> parseClassFile(QStringView text);

/// Gives inherited properties the default values the class sets for them.
[[nodiscard]] tl::expected<void, QString> applyOverrides(ClassInfo& info);

} // namespace hvgpu::simulation
