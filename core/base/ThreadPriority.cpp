#include "core/base/ThreadPriority.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/resource.h>
#endif

namespace hvgpu::base {

void lowerThreadPriority()
{
#ifdef _WIN32
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#else
    constexpr int niceness = 5;
    setpriority(PRIO_PROCESS, 0, niceness); // 0: on Linux the calling thread, not the process
#endif
}

} // namespace hvgpu::base
