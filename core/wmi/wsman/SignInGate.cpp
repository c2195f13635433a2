#include "core/wmi/wsman/SignInGate.h"

#include "core/wmi/SignInName.h"
#include "core/wmi/wsman/MakeError.h"

#include <map>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr std::chrono::milliseconds LookForStop{50};

// An account without a domain, or of the host itself, is another one on every host.
QString accountName(const wmi::ConnectionSettings& settings)
{
    const wmi::SignInName name = wmi::SignInName::parse(settings.user);
    const bool local = name.domain.isEmpty() || name.domain == u"."_s ||
                       name.domain.compare(settings.host, Qt::CaseInsensitive) == 0 ||
                       name.domain.compare(settings.host.section(u'.', 0, 0), Qt::CaseInsensitive) == 0;
    return (name.user + u'@' + (local ? u'@' + settings.host : name.domain)).toCaseFolded();
}

std::shared_ptr<SignInGate::Account> accountFor(const QString& name)
{
    static const base::SystemClock clock;
    static std::mutex mutex;
    static std::map<QString, std::shared_ptr<SignInGate::Account>> accounts;
    const std::scoped_lock lock(mutex);
    std::shared_ptr<SignInGate::Account>& account = accounts[name];
    if (!account)
        account = std::make_shared<SignInGate::Account>(clock);
    return account;
}

} // namespace

SignInGate::Account::Account(const base::Clock& clock)
    : m_clock(clock)
{}

SignInGate::SignInGate(const wmi::ConnectionSettings& settings)
    : SignInGate(settings.password.isEmpty() ? nullptr : accountFor(accountName(settings)),
                 markOf(settings.password))
{}

SignInGate::SignInGate(std::shared_ptr<Account> account, PasswordMark mark)
    : m_account(std::move(account))
    , m_mark(std::move(mark))
{}

base::Result<SignInGate::Turn> SignInGate::enter(const std::stop_token& stop,
                                                 steady_clock::time_point end) const
{
    Turn turn;
    if (!m_account || m_mark.isEmpty())
        return turn;
    turn.m_account = m_account;
    turn.m_lock = std::unique_lock(m_account->m_turn, std::defer_lock);
    for (;;) {
        {
            const std::scoped_lock lock(m_account->m_mutex);
            if (m_account->m_accepted == m_mark) {
                if (turn.m_lock.owns_lock())
                    turn.m_lock.unlock();
                return turn;
            }
            if (auto refusal = m_account->m_hold.refusalOf(m_mark, m_account->m_clock.steadyNow()))
                return base::fail(std::move(*refusal));
        }
        if (turn.m_lock.owns_lock())
            return turn;
        if (stop.stop_requested()) {
            return base::fail(
                makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s));
        }
        if (steady_clock::now() >= end) {
            return base::fail(makeError(base::Layer::Auth, base::ErrorCode::TimedOut,
                                        u"other sign-ins of this account took too long"_s, true));
        }
        (void)turn.m_lock.try_lock_for(LookForStop); // what is known is read again with the turn in hand
    }
}

void SignInGate::accepted() const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    m_account->m_accepted = m_mark;
    m_account->m_hold.lift();
}

void SignInGate::refused(const base::Error& error) const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    if (m_account->m_accepted == m_mark)
        m_account->m_accepted.clear();
    m_account->m_hold.remember(m_mark, error, m_account->m_clock.steadyNow() + RefusedPasswordRests);
}

} // namespace hvgpu::wsman
