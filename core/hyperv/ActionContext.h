#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <stop_token>

namespace hvgpu::hyperv {

/// One call that was made to a host, for the activity's details.
struct CallRecord
{
    QString operation; ///< "Invoke AddResourceSettings", "Put PartitionCount" …
    QString target;
    std::chrono::milliseconds duration{};
    QString result; ///< "0", "4096, job completed", or the described error
};

/// How a write may be stopped and who watches it.
struct ActionContext
{
    std::stop_token stop;                                 ///< stops waiting; never undoes what the host began
    std::chrono::milliseconds deadline{300'000};          ///< for the whole action, job included
    std::function<void(int percent)> progress;            ///< of the job; may be empty
    std::function<void(const CallRecord& record)> record; ///< may be empty
};

} // namespace hvgpu::hyperv
