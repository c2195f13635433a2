#pragma once

#include "core/wmi/wsman/AuthMechanism.h"
#include "core/wmi/wsman/SspiExchange.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace hvgpu::wsman::sspi {

/// Kerberos and NTLM of Windows, and its own choice between them. What may ask a domain controller runs
/// aside: it is left behind when the time for it is over or the caller stops, and controllers that kept
/// silent are not waited for again for some minutes (KdcSilence). NTLM is taken instead where both were
/// allowed.
class Mechanism final : public AuthMechanism
{
public:
    /// @p functions: the system's (InitSecurityInterfaceW), or a test's; must outlive the mechanism and what
    /// it left behind.
    Mechanism(const wmi::ConnectionSettings& settings, const Functions& functions);

    base::Result<AuthStep> begin(const QByteArray& channelBinding, const TransferLimit& limit) override;
    base::Result<AuthStep> proceed(const QByteArray& hostToken) override;
    [[nodiscard]] QByteArray scheme() const override;
    [[nodiscard]] QString package() const override { return m_package; }
    [[nodiscard]] QString remark() const override { return m_whyNtlm; }
    [[nodiscard]] bool hasExpired() const override;
    base::Result<SealedMessage> seal(const QByteArray& plain) override;
    base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data) override;

private:
    [[nodiscard]] base::Error failed(SECURITY_STATUS status, const QString& doing) const;
    base::Result<AuthStep> beginWith(const QString& package, const QByteArray& binding,
                                     std::chrono::milliseconds patience);
    /// Nothing when it was left behind.
    std::optional<ExchangeStep> ask(std::function<ExchangeStep(Exchange&)> work,
                                    std::chrono::milliseconds patience);
    base::Result<AuthStep> conclude(std::optional<ExchangeStep> step);
    base::Result<void> finish(unsigned long promised);
    void readPackage();
    void rememberEnd(const TimeStamp& end);

    const Functions& m_functions;
    wmi::ConnectionSettings m_settings;
    std::shared_ptr<Exchange>
        m_exchange;          ///< with the credential in use; null before the first and after silence
    bool m_noAnswer = false; ///< the last step was left behind
    std::chrono::steady_clock::time_point m_until; ///< of the sign-in under way
    std::stop_token m_stop;
    QString m_whyNtlm;
    QString m_package;
    SecPkgContext_Sizes m_sizes{};
    bool m_complete = false;
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::time_point::max();
};

/// How many steps have not ended, those included that nobody waits for any more.
[[nodiscard]] int stepsUnderWay() noexcept;

} // namespace hvgpu::wsman::sspi
