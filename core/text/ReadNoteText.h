#pragma once

#include "core/model/HostSnapshot.h"

#include <QStringList>

#include <vector>

namespace hvgpu::text {

/// One value that was not usable, or one row that was contradictory: the list itself was read.
[[nodiscard]] bool isAboutOneValue(const model::ReadNote& note);

/// What the notes say about such values, a sentence for each list, without a full stop.
[[nodiscard]] QStringList unusableValues(const std::vector<model::ReadNote>& notes);

} // namespace hvgpu::text
