// Part of every program for Windows. Qt keeps a stack for compiled regular expressions per thread in a thread_local;
// MinGW gives such variables back before their destructors run, so a thread that has used one brings the program down
// when it ends. Without compilation there is no stack. Before main(), since the first expression decides.
#include <cstdlib>

namespace {
[[maybe_unused]] const int regularExpressionsAreNotCompiled = _putenv_s("QT_ENABLE_REGEXP_JIT", "0");
} // namespace
