#pragma once

#include "core/operations/Finding.h"

namespace hvgpu::text {

/// The words of one finding, untranslated (context "Finding"). What %1, %2 and %n stand for is decided in
/// FindingText.cpp. A null advice means there is nothing to do.
struct FindingWords
{
    operations::FindingCode code;
    const char* message;
    const char* advice;
};

/// Those about whole devices and pools; null for the others.
[[nodiscard]] const FindingWords* deviceFindingWords(operations::FindingCode code);
[[nodiscard]] const FindingWords& findingWords(operations::FindingCode code);

} // namespace hvgpu::text
