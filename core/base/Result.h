#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace hvgpu::base {

/// A value or an Error. Only has_value/value/error/and_then/or_else/transform are used, so that the alias
/// can become std::expected one day.
template <class T>
using Result = tl::expected<T, Error>;

/// Makes the error side of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace hvgpu::base
