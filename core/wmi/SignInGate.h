#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/PasswordHold.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>

namespace hvgpu::wmi {

/// How long one session at most makes the others wait that want to try the same password: a host that says
/// nothing must not keep the others from being asked.
constexpr std::chrono::milliseconds TurnLasts{2'000};

/// So many hosts refuse a password that no host has accepted before it rests for all of them. Each of them is
/// a wrong password to the domain. A domain locks after 0 (never) as Windows sets it up, 10 in Microsoft's
/// baseline, 5 or 3 where people are strict; with two, a mistyped password and its second attempt stay below
/// the first two, and one of them below the last. One would be safer, but then a single host that takes no
/// passwords at all (NTLM forbidden, a broken trust) would keep everybody from all the others.
constexpr std::size_t HostsThatRefuse = 2;

/// Stands before every step of a sign-in that shows a password to a domain or a host. A password of which
/// nothing is known yet is tried by one session at a time, so that a wrong one is refused once or twice and
/// not by a hundred hosts at the same moment; one that was refused rests: at the host that refused it, and
/// everywhere when the domain did, or HostsThatRefuse hosts did and none accepted it. Sessions for the same
/// account share what is known. Thread-safe.
class SignInGate
{
public:
    /// What is known of one account.
    class Account;
    class Turn;

    /// For the account that @p settings name: of its domain, or of the one host when they name no domain.
    explicit SignInGate(const ConnectionSettings& settings);
    /// @p host: to be shown the password.
    SignInGate(std::shared_ptr<Account> account, PasswordMark mark, QString host);

    /// Waits for its turn; an error when the password rests, or time is over. Without a password, and after
    /// it was accepted, nobody waits.
    [[nodiscard]] base::Result<Turn> enter(const std::stop_token& stop,
                                           std::chrono::steady_clock::time_point end) const;
    /// What became of it, to be said while the turn lasts; without a word nothing is remembered.
    void accepted() const;
    void acceptedByDomain() const;
    void refused(const base::Error& error) const;
    void refusedByDomain(const base::Error& error) const;

private:
    std::shared_ptr<Account> m_account;
    PasswordMark m_mark;
    QString m_host;
};

class SignInGate::Account
{
public:
    explicit Account(const base::Clock& clock);

private:
    friend class SignInGate;

    /// What became of one password.
    struct Known
    {
        bool domainAccepts = false;
        std::set<QString> accepted;
        std::map<QString, PasswordHold> refused; ///< by host
        PasswordHold everywhere;
        bool byDomain = false; ///< whose word that hold is

        [[nodiscard]] bool isAccepted() const { return domainAccepts || !accepted.empty(); }
    };

    [[nodiscard]] std::optional<base::Error> refusal(const PasswordMark& mark, const QString& host) const;

    const base::Clock& m_clock;
    std::mutex m_mutex; ///< for everything below
    std::condition_variable_any m_changed;
    std::uint64_t m_changes = 0;
    std::map<PasswordMark, Known> m_passwords;
    std::uint64_t m_turn = 0; ///< number of the one that lasts; the next one takes another
    bool m_taken = false;
    std::chrono::steady_clock::time_point m_since{};
};

/// One attempt; it ends when this goes, or when it has lasted for so long that others take over.
class SignInGate::Turn
{
public:
    Turn() = default;
    Turn(Turn&& other) noexcept = default;
    Turn& operator=(Turn&& other) noexcept;
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { end(); }

private:
    friend class SignInGate;
    void end() noexcept;

    std::shared_ptr<Account> m_account; ///< null: nobody has to wait
    std::uint64_t m_number = 0;
};

} // namespace hvgpu::wmi
