#pragma once

#include "core/base/Error.h"

#include <optional>

namespace hvgpu::text {

/// The words of one error, untranslated (context "Error"). %1 in the title stands for the server or the file.
struct ErrorWords
{
    base::ErrorCode code;
    std::optional<base::Layer> layer; ///< entry for this layer only; none = every other layer
    const char* title;
    const char* explanation;
    const char* advice;
};

/// The most exact entry for @p code at @p layer; every code has one.
[[nodiscard]] const ErrorWords& errorWords(base::ErrorCode code, base::Layer layer);

} // namespace hvgpu::text
