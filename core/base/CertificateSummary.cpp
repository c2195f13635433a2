#include "core/base/CertificateSummary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::base {
namespace {

bool matches(const QString& pattern, const QString& host)
{
    if (pattern.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    // RFC 6125: "*" stands for one part.
    const qsizetype dot = host.indexOf(u'.');
    return pattern.startsWith(u"*."_s) && dot > 0 &&
           pattern.mid(1).compare(host.mid(dot), Qt::CaseInsensitive) == 0;
}

} // namespace

bool CertificateSummary::isFor(const QString& host) const
{
    return std::any_of(names.begin(), names.end(),
                       [&host](const QString& name) { return matches(name, host); });
}

std::vector<TrustProblem> trustProblems(const CertificateSummary& certificate, const QString& host,
                                        const QDateTime& now)
{
    std::vector<TrustProblem> problems;
    if (certificate.validFrom.isValid() && now < certificate.validFrom)
        problems.push_back(TrustProblem::NotYetValid);
    if (certificate.validUntil.isValid() && now > certificate.validUntil)
        problems.push_back(TrustProblem::Expired);
    if (!certificate.isFor(host))
        problems.push_back(TrustProblem::OtherName);
    if (certificate.isSelfSigned())
        problems.push_back(TrustProblem::SelfSigned);
    if (problems.empty())
        problems.push_back(TrustProblem::UnknownAuthority);
    return problems;
}

} // namespace hvgpu::base
