#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace hvgpu::base {

/// What a person needs to know of a TLS certificate to decide whether to trust it. A plain value.
struct CertificateSummary
{
    QString subject;     ///< "CN=hv01.example.com, O=Example"
    QString issuer;      ///< the same as the subject when the server vouches for itself
    QDateTime validFrom; ///< UTC; invalid when unknown
    QDateTime validUntil;
    QStringList names;   ///< host names and addresses that it is for
    QString fingerprint; ///< SHA-256, "3F:A0:…"

    [[nodiscard]] bool isSelfSigned() const { return !subject.isEmpty() && subject == issuer; }
    /// Whether the certificate is for @p host: a name, of which the first part may be "*", or an address.
    [[nodiscard]] bool isFor(const QString& host) const;
};

/// Why a certificate is not trusted.
enum class TrustProblem { NotYetValid, Expired, OtherName, SelfSigned, UnknownAuthority };

/// What speaks against a certificate that @p host showed and that was refused. Never empty: what cannot be
/// told apart is UnknownAuthority.
[[nodiscard]] std::vector<TrustProblem> trustProblems(const CertificateSummary& certificate,
                                                      const QString& host, const QDateTime& now);

} // namespace hvgpu::base
