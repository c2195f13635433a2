#pragma once

#include "core/base/Result.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <memory>

namespace hvgpu::test {

/// A Kerberos realm of its own in a temporary folder: MIT's KDC on a free loopback port, a user database, a
/// keytab for the host "localhost". Points this process' Kerberos environment at it. Needs no root.
class TestRealm
{
public:
    static constexpr const char* Name = "CONTOSO.TEST";

    /// Null and the reason in @p reason when the KDC's programs are not installed.
    /// @p clockOffset: what the KDC's clock is ahead of ours, as for faketime ("+1h"); empty: nothing.
    [[nodiscard]] static std::unique_ptr<TestRealm> start(QString& reason, const QString& clockOffset = {});
    ~TestRealm();
    TestRealm(const TestRealm&) = delete;
    TestRealm& operator=(const TestRealm&) = delete;

    [[nodiscard]] QString path(const QString& file) const { return m_folder.filePath(file); }
    /// Keys of HTTP/localhost, WSMAN/localhost and host/localhost.
    [[nodiscard]] QString keytab() const { return path(QStringLiteral("service.keytab")); }
    /// Lines for gss-ntlmssp: HV01\bob with the password of BobsPassword.
    [[nodiscard]] QString ntlmUsers() const { return path(QStringLiteral("ntlm-users")); }
    /// A ticket for @p user in the default cache of this process, as kinit would get it; for @p lifetime
    /// ("5s") when that is not empty.
    [[nodiscard]] bool getTicket(const QString& user, const QByteArray& password,
                                 const QString& lifetime = {}) const;
    void forgetTickets() const;
    /// Makes the tickets in the default cache ones that ran out an hour ago.
    [[nodiscard]] bool ageTickets() const;
    /// Whether the default cache holds a ticket that has not run out.
    [[nodiscard]] bool hasLiveTicket() const;
    /// Commands for kadmin.local.
    [[nodiscard]] bool administer(const QStringList& commands) const;
    void stopKdc();

    static constexpr const char* AlicesPassword = "Wonderland-7x";
    static constexpr const char* BobsPassword = "Builder-9y";

private:
    TestRealm() = default;
    [[nodiscard]] bool writeFiles(std::uint16_t port);
    [[nodiscard]] bool createDatabase();
    [[nodiscard]] bool startKdc(std::uint16_t port, const QString& clockOffset);

    QTemporaryDir m_folder;
    QProcess m_kdc;
};

} // namespace hvgpu::test
