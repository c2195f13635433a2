#include "core/wmi/wsman/KdcSilence.h"

#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace hvgpu::wsman::kdc {
namespace {

// Longer than the Kerberos library takes to go on to the second and third controller of a list.
constexpr milliseconds WithOther{6'000};
constexpr milliseconds WithoutOther{15'000};
constexpr milliseconds Counts{1'000};

struct Silences
{
    std::mutex mutex;
    std::map<QString, steady_clock::time_point> until;
};

// Never destroyed: what was left behind may end when the program does.
Silences& silences()
{
    static auto& all = *new Silences;
    return all;
}

} // namespace

milliseconds patience(const TransferLimit& limit, bool hasOther)
{
    return hasOther ? std::min(WithOther, limit.timeLeft / 2)
                    : std::min(WithoutOther, limit.timeLeft * 3 / 4);
}

bool isSilent(const QString& realm)
{
    Silences& all = silences();
    const std::scoped_lock lock(all.mutex);
    const auto found = all.until.find(realm.toUpper());
    return found != all.until.end() && steady_clock::now() < found->second;
}

void heardNothing(const QString& realm, milliseconds waited)
{
    if (waited < Counts)
        return;
    Silences& all = silences();
    const std::scoped_lock lock(all.mutex);
    all.until[realm.toUpper()] = steady_clock::now() + SilenceRests;
}

void heard(const QString& realm)
{
    Silences& all = silences();
    const std::scoped_lock lock(all.mutex);
    all.until.erase(realm.toUpper());
}

base::Error noAnswer(const QString& realm, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s);
    return makeError(base::Layer::Auth, base::ErrorCode::RealmUnknown,
                     u"no domain controller of %1 answers"_s.arg(realm));
}

} // namespace hvgpu::wsman::kdc
