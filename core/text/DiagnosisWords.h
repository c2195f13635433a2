#pragma once

#include "core/analysis/Diagnosis.h"

namespace hvgpu::text {

/// The words of one diagnosis, untranslated (context "Diagnosis").
struct DiagnosisWords
{
    analysis::DiagnosisCode code;
    const char* title;
    const char* cause;
    const char* advice;
    bool list = false; ///< all arguments together are %1
};

[[nodiscard]] const DiagnosisWords& diagnosisWords(analysis::DiagnosisCode code);

} // namespace hvgpu::text
