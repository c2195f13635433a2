#pragma once

#include <QString>

#include <string_view>

namespace hvgpu::base::crash {

/// The system's part of recordCrashes(): installs the handlers, which write @p heading and then what they
/// know into
/// @p path, a file that does not exist yet. @p heading must stay valid until the process ends.
void install(const QString& path, std::string_view heading);

} // namespace hvgpu::base::crash
