#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/PasswordHold.h"

#include <memory>
#include <mutex>
#include <stop_token>

namespace hvgpu::wsman {

/// Stands before every step of a sign-in that shows a password to a domain or a host. A password of which
/// nothing is known yet is tried by one session at a time, so that a wrong one is refused once and not by a
/// hundred hosts at the same moment; one that was refused rests. Sessions for the same account share what is
/// known. Thread-safe.
class SignInGate
{
public:
    /// What is known of one account.
    class Account;
    class Turn;

    /// For the account that @p settings name: of its domain, or of the one host when they name no domain.
    explicit SignInGate(const wmi::ConnectionSettings& settings);
    SignInGate(std::shared_ptr<Account> account, PasswordMark mark);

    /// Waits for its turn; an error when the password rests, or time is over. Without a password, and after
    /// it was accepted, nobody waits.
    [[nodiscard]] base::Result<Turn> enter(const std::stop_token& stop,
                                           std::chrono::steady_clock::time_point end) const;
    /// What became of it, to be said while the turn lasts; without a word nothing is remembered.
    void accepted() const;
    void refused(const base::Error& error) const;

private:
    std::shared_ptr<Account> m_account;
    PasswordMark m_mark;
};

class SignInGate::Account
{
public:
    explicit Account(const base::Clock& clock);

private:
    friend class SignInGate;

    const base::Clock& m_clock;
    std::timed_mutex m_turn; ///< held while a password of which nothing is known is tried
    std::mutex m_mutex;      ///< for the rest
    PasswordHold m_hold;
    PasswordMark m_accepted;
};

/// One attempt; it ends when this goes.
class SignInGate::Turn
{
private:
    friend class SignInGate;

    std::shared_ptr<Account> m_account; ///< keeps the mutex; null: nobody has to wait
    std::unique_lock<std::timed_mutex> m_lock;
};

} // namespace hvgpu::wsman
