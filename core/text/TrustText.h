#pragma once

#include "core/base/CertificateSummary.h"

#include <QString>

namespace hvgpu::text {

/// Why a certificate is not trusted, as one sentence.
[[nodiscard]] QString trustProblem(base::TrustProblem problem, const base::CertificateSummary& certificate,
                                   const QString& host);

/// Fingerprints as a list of the servers has them ("3F:A0:…", with commas between several), each in two lines
/// of equal length, which the eye can compare, below the node that it is of ("node1:5986=3F:A0:…").
[[nodiscard]] QString fingerprintLines(const QString& fingerprints);

} // namespace hvgpu::text
