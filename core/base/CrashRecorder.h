#pragma once

#include <QString>

namespace hvgpu::base {

/// From now on a crash of this process (a signal such as SIGSEGV or SIGABRT, on Windows an unhandled
/// exception) leaves a text file in @p folder: program, version, time, what ended it and the calls that led
/// there, by module and offset. It holds no memory, no arguments and no names of servers, and the system is
/// told to keep no image of the memory either, as passwords may lie in it. The process then ends as it would
/// have. To be called once, at the start. Returns the path the file will have, or an empty one when @p folder
/// cannot be made: then nothing is recorded.
QString recordCrashes(const QString& folder, const QString& program, const QString& version);

} // namespace hvgpu::base
