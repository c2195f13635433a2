#pragma once

#include "core/base/CertificateSummary.h"

#include <QString>

namespace hvgpu::text {

/// Why a certificate is not trusted, as one sentence.
[[nodiscard]] QString trustProblem(base::TrustProblem problem, const base::CertificateSummary& certificate,
                                   const QString& host);

} // namespace hvgpu::text
