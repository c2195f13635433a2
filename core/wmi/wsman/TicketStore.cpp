#include "core/wmi/wsman/TicketStore.h"

#include "core/wmi/wsman/GssErrors.h"
#include "core/wmi/wsman/PasswordHold.h"

#include <chrono>
#include <map>
#include <mutex>

namespace hvgpu::wsman {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds OtherRefusalsCount{15};

/// What is known of one user.
struct User
{
    std::mutex mutex;
    PasswordMark passwordMark;
    std::weak_ptr<const KerberosTickets> tickets;
    PasswordHold hold;
};

std::shared_ptr<User> userFor(const QString& principal)
{
    static std::mutex mutex;
    static std::map<QString, std::shared_ptr<User>> users;
    const std::scoped_lock lock(mutex);
    std::shared_ptr<User>& user = users[principal];
    if (!user)
        user = std::make_shared<User>();
    return user;
}

void remember(User& user, const base::Error& refusal)
{
    const bool wrongPassword =
        refusal.code == base::ErrorCode::CredentialsRejected && !gss::isUnknownUser(refusal);
    const auto counts = wrongPassword ? std::chrono::seconds(RefusedPasswordRests) : OtherRefusalsCount;
    user.hold.remember(refusal, steady_clock::now() + counts);
}

} // namespace

base::Result<std::shared_ptr<const KerberosTickets>> sharedTickets(const QString& principal,
                                                                   const base::Secret& password)
{
    const std::shared_ptr<User> user = userFor(principal);
    const std::scoped_lock lock(user->mutex);
    const PasswordMark mark = markOf(password);
    if (user->passwordMark == mark) {
        if (auto tickets = user->tickets.lock(); tickets && !tickets->runsOutSoon())
            return tickets;
        if (auto refusal = user->hold.refusal(steady_clock::now()))
            return base::fail(std::move(*refusal));
    }
    user->passwordMark = mark;
    user->tickets.reset(); // those of another password are not for this caller
    user->hold.lift();
    auto tickets = KerberosTickets::byPassword(principal, password);
    if (tickets)
        user->tickets = *tickets;
    else
        remember(*user, tickets.error());
    return tickets;
}

} // namespace hvgpu::wsman
