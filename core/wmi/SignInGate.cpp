#include "core/wmi/SignInGate.h"

#include "core/wmi/SignInName.h"

#include <QStringList>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wmi {
namespace {

QString hostName(const ConnectionSettings& settings)
{
    return u"%1:%2"_s.arg(settings.host.toCaseFolded()).arg(settings.port);
}

// An account without a domain, or of the host itself, is another one on every host; Basic takes no others.
QString accountName(const ConnectionSettings& settings)
{
    const SignInName name = SignInName::parse(settings.user);
    const bool local = settings.authentication == Authentication::Basic || name.domain.isEmpty() ||
                       name.domain == u"."_s ||
                       name.domain.compare(settings.host, Qt::CaseInsensitive) == 0 ||
                       name.domain.compare(settings.host.section(u'.', 0, 0), Qt::CaseInsensitive) == 0;
    return (name.user + u'@' + (local ? u'@' + hostName(settings) : name.domain)).toCaseFolded();
}

base::Error notTried(base::Layer layer, base::ErrorCode code, const QString& why)
{
    base::Error error;
    error.layer = layer;
    error.code = code;
    error.detail = why;
    error.retryable = code == base::ErrorCode::TimedOut;
    return error;
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

// What was said about this host's or the domain's own refusal is told as it was; who was not asked must not
// be told as having refused.
std::optional<base::Error> SignInGate::Account::refusal(const PasswordMark& mark, const QString& host) const
{
    const auto found = m_passwords.find(mark);
    if (found == m_passwords.end())
        return std::nullopt;
    const Known& known = found->second;
    const auto now = m_clock.steadyNow();
    if (const auto own = known.refused.find(host); own != known.refused.end()) {
        if (auto error = own->second.refusal(now))
            return error;
    }
    auto error = known.everywhere.refusal(now);
    if (!error || known.byDomain)
        return error;
    QStringList hosts;
    for (const auto& refused : known.refused)
        hosts += refused.first;
    error->layer = base::Layer::Local;
    error->httpStatus.reset();
    error->detail =
        u"not asked, because this password was refused by %1: %2"_s.arg(hosts.join(", "_L1), error->detail);
    return error;
}

SignInGate::Turn& SignInGate::Turn::operator=(Turn&& other) noexcept
{
    if (this != &other) {
        end();
        m_account = std::move(other.m_account);
        m_number = other.m_number;
    }
    return *this;
}

void SignInGate::Turn::end() noexcept
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    if (m_account->m_turn == m_number) { // nobody has taken over
        m_account->m_taken = false;
        ++m_account->m_changes;
        m_account->m_changed.notify_all();
    }
}

SignInGate::SignInGate(const ConnectionSettings& settings)
    : SignInGate(settings.password.isEmpty() ? nullptr : accountFor(accountName(settings)),
                 markOf(settings.password), hostName(settings))
{}

SignInGate::SignInGate(std::shared_ptr<Account> account, PasswordMark mark, QString host)
    : m_account(mark.isEmpty() ? nullptr : std::move(account))
    , m_mark(std::move(mark))
    , m_host(std::move(host))
{}

base::Result<SignInGate::Turn> SignInGate::enter(const std::stop_token& stop,
                                                 steady_clock::time_point end) const
{
    if (!m_account)
        return Turn();
    Account& account = *m_account;
    std::unique_lock lock(account.m_mutex);
    for (;;) {
        if (auto refusal = account.refusal(m_mark, m_host))
            return base::fail(std::move(*refusal));
        if (account.m_passwords[m_mark].isAccepted())
            return Turn();
        const auto now = steady_clock::now();
        if (!account.m_taken || now >= account.m_since + TurnLasts) {
            account.m_taken = true;
            account.m_since = now;
            Turn turn;
            turn.m_account = m_account;
            turn.m_number = ++account.m_turn;
            return turn;
        }
        if (stop.stop_requested()) {
            return base::fail(
                notTried(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s));
        }
        if (now >= end) {
            return base::fail(notTried(base::Layer::Auth, base::ErrorCode::TimedOut,
                                       u"other sign-ins of this account took too long"_s));
        }
        const std::uint64_t seen = account.m_changes;
        account.m_changed.wait_until(lock, stop, std::min(end, account.m_since + TurnLasts),
                                     [&account, seen] { return account.m_changes != seen; });
    }
}

void SignInGate::accepted() const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    Account::Known& known = m_account->m_passwords[m_mark];
    known.accepted.insert(m_host);
    known.refused.erase(m_host);
    known.everywhere.lift();
    ++m_account->m_changes;
    m_account->m_changed.notify_all();
}

void SignInGate::acceptedByDomain() const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    Account::Known& known = m_account->m_passwords[m_mark];
    known.domainAccepts = true;
    known.everywhere.lift();
    ++m_account->m_changes;
    m_account->m_changed.notify_all();
}

void SignInGate::refused(const base::Error& error) const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    Account::Known& known = m_account->m_passwords[m_mark];
    const auto until = m_account->m_clock.steadyNow() + RefusedPasswordRests;
    // Who accepted it before and does not now has heard of another password, or of a locked account.
    if (known.accepted.contains(m_host)) {
        known.accepted.clear();
        known.domainAccepts = false;
    }
    known.refused[m_host].remember(error, until);
    if (!known.isAccepted() && known.refused.size() >= HostsThatRefuse) {
        known.everywhere.remember(error, until);
        known.byDomain = false;
    }
    ++m_account->m_changes;
    m_account->m_changed.notify_all();
}

void SignInGate::refusedByDomain(const base::Error& error) const
{
    if (!m_account)
        return;
    const std::scoped_lock lock(m_account->m_mutex);
    Account::Known& known = m_account->m_passwords[m_mark];
    known.accepted.clear();
    known.domainAccepts = false;
    known.everywhere.remember(error, m_account->m_clock.steadyNow() + RefusedPasswordRests);
    known.byDomain = true;
    ++m_account->m_changes;
    m_account->m_changed.notify_all();
}

} // namespace hvgpu::wmi
