#include "core/wmi/wsman/TicketStore.h"

#include "core/wmi/PasswordHold.h"
#include "core/wmi/wsman/Aside.h"
#include "core/wmi/wsman/GssErrors.h"
#include "core/wmi/wsman/KdcSilence.h"

#include <chrono>
#include <map>
#include <mutex>

namespace hvgpu::wsman {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Tickets = base::Result<std::shared_ptr<const KerberosTickets>>;

constexpr std::chrono::seconds OtherRefusalsCount{15};

/// What is known of one user.
struct User
{
    std::mutex mutex;
    wmi::PasswordMark passwordMark;
    std::weak_ptr<const KerberosTickets> tickets;
    wmi::PasswordHold hold;
    std::shared_ptr<Aside<Tickets>> asking; ///< with that password; null: nobody asks
};

// Neither is ever destroyed: a question that was left behind may end when the program does.
std::shared_ptr<User> userFor(const QString& principal)
{
    static auto& mutex = *new std::mutex;
    static auto& users = *new std::map<QString, std::shared_ptr<User>>;
    const std::scoped_lock lock(mutex);
    std::shared_ptr<User>& user = users[principal];
    if (!user)
        user = std::make_shared<User>();
    return user;
}

QString realmOf(const QString& principal)
{
    const qsizetype at = principal.lastIndexOf(u'@');
    return at < 0 ? defaultRealm() : principal.mid(at + 1);
}

void remember(User& user, const base::Error& refusal)
{
    const bool wrongPassword =
        refusal.code == base::ErrorCode::CredentialsRejected && !gss::isUnknownUser(refusal);
    const auto counts = wrongPassword ? std::chrono::seconds(wmi::RefusedPasswordRests) : OtherRefusalsCount;
    user.hold.remember(refusal, steady_clock::now() + counts);
}

Tickets ask(const std::shared_ptr<User>& user, const QString& principal, const base::Secret& password,
            const wmi::PasswordMark& mark)
{
    const auto start = steady_clock::now();
    Tickets tickets = KerberosTickets::byPassword(principal, password);
    const auto waited = duration_cast<milliseconds>(steady_clock::now() - start);
    if (!tickets && tickets.error().code == base::ErrorCode::RealmUnknown)
        kdc::heardNothing(realmOf(principal), waited);
    else
        kdc::heard(realmOf(principal));
    const std::scoped_lock lock(user->mutex);
    if (user->passwordMark != mark)
        return tickets; // somebody asks with another one by now
    user->asking.reset();
    if (tickets)
        user->tickets = *tickets;
    else
        remember(*user, tickets.error());
    return tickets;
}

} // namespace

Tickets sharedTickets(const QString& principal, const base::Secret& password, const TransferLimit& limit)
{
    const std::shared_ptr<User> user = userFor(principal);
    const wmi::PasswordMark mark = wmi::markOf(password);
    const QString realm = realmOf(principal);
    std::shared_ptr<Aside<Tickets>> asking;
    {
        const std::scoped_lock lock(user->mutex);
        if (user->passwordMark == mark) {
            if (auto tickets = user->tickets.lock(); tickets && !tickets->runsOutSoon())
                return tickets;
            if (auto refusal = user->hold.refusal(steady_clock::now()))
                return base::fail(std::move(*refusal));
        } else {
            user->passwordMark = mark;
            user->asking.reset();
        }
        if (kdc::isSilent(realm))
            return base::fail(kdc::noAnswer(realm, limit.stop));
        if (!user->asking) {
            user->tickets.reset(); // those of another password are not for this caller
            user->hold.lift();
            user->asking = Aside<Tickets>::start(
                [user, principal, password, mark] { return ask(user, principal, password, mark); });
        }
        asking = user->asking;
    }
    const auto start = steady_clock::now();
    if (const Tickets* const tickets = asking->wait(start + limit.timeLeft, limit.stop))
        return *tickets;
    if (!limit.stop.stop_requested())
        kdc::heardNothing(realm, duration_cast<milliseconds>(steady_clock::now() - start));
    return base::fail(kdc::noAnswer(realm, limit.stop));
}

} // namespace hvgpu::wsman
