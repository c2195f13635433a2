#include "core/wmi/wsman/TicketStore.h"

#include "core/wmi/wsman/GssErrors.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>

namespace hvgpu::wsman {
namespace {

using std::chrono::steady_clock;

// Domains lock an account after some wrong passwords within minutes.
constexpr std::chrono::minutes WrongPasswordCounts{10};
constexpr std::chrono::seconds OtherRefusalsCount{15};

/// What is known of one user.
struct User
{
    std::mutex mutex;
    QByteArray passwordMark; ///< tells passwords apart without keeping them
    std::weak_ptr<const KerberosTickets> tickets;
    std::optional<base::Error> refusal;
    steady_clock::time_point refusalCountsUntil;
};

QByteArray markOf(const base::Secret& password)
{
    static const QByteArray salt = [] {
        std::array<quint32, 8> numbers{};
        QRandomGenerator::system()->generate(numbers.begin(), numbers.end());
        return QByteArray(reinterpret_cast<const char*>(numbers.data()), sizeof numbers);
    }();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(password.reveal());
    return hash.result();
}

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
    const auto counts = wrongPassword ? std::chrono::seconds(WrongPasswordCounts) : OtherRefusalsCount;
    user.refusal = refusal;
    user.refusalCountsUntil = steady_clock::now() + counts;
}

} // namespace

base::Result<std::shared_ptr<const KerberosTickets>> sharedTickets(const QString& principal,
                                                                   const base::Secret& password)
{
    const std::shared_ptr<User> user = userFor(principal);
    const std::scoped_lock lock(user->mutex);
    const QByteArray mark = markOf(password);
    if (user->passwordMark == mark) {
        if (auto tickets = user->tickets.lock(); tickets && !tickets->runsOutSoon())
            return tickets;
        if (user->refusal && steady_clock::now() < user->refusalCountsUntil)
            return base::fail(*user->refusal);
    }
    user->passwordMark = mark;
    user->tickets.reset(); // those of another password are not for this caller
    user->refusal.reset();
    auto tickets = KerberosTickets::byPassword(principal, password);
    if (tickets)
        user->tickets = *tickets;
    else
        remember(*user, tickets.error());
    return tickets;
}

} // namespace hvgpu::wsman
