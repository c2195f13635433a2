#include "core/wmi/com/Watch.h"

#include "core/wmi/Session.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace hvgpu::com {
namespace {

// Rows that have come are handed on at least this often, and a stop is noticed between two steps.
constexpr milliseconds Step{250};

} // namespace

base::Error noAnswer(bool stopped, Change change)
{
    base::Error error;
    error.layer = stopped ? base::Layer::Local : base::Layer::Wmi;
    error.code = stopped ? base::ErrorCode::Cancelled : base::ErrorCode::TimedOut;
    error.detail = stopped ? u"stopped by the caller"_s : u"no answer in time"_s;
    error.retryable = !stopped && change == Change::None;
    if (change == Change::Stored)
        return wmi::storedUnread(std::move(error));
    if (change == Change::Sent) {
        error.detail =
            u"sent, but without a usable answer (%1): %2"_s.arg(base::name(error.code), error.detail);
        error.code = base::ErrorCode::Indeterminate;
        error.layer = base::Layer::Wmi;
    }
    return error;
}

std::optional<base::Error> Watch::over() const
{
    const bool stopped = m_progress.deadline.stop.stop_requested();
    if (!stopped && !m_progress.abandoned && steady_clock::now() < m_progress.deadline.end)
        return std::nullopt;
    return noAnswer(stopped, m_progress.change);
}

long Watch::step() const
{
    const auto left = duration_cast<milliseconds>(m_progress.deadline.end - steady_clock::now());
    return static_cast<long>(std::clamp(left, milliseconds(1), Step).count());
}

} // namespace hvgpu::com
