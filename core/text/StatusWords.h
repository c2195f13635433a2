#pragma once

#include "core/analysis/AssignedStatus.h"

namespace hvgpu::text {

/// The words of one sub-status, untranslated (context "Status"). Null where there is nothing to say.
struct SubStatusWords
{
    analysis::SubStatus subStatus;
    const char* id; ///< stable identifier, never translated
    const char* label;
    const char* reason;
    const char* advice;
};

[[nodiscard]] const SubStatusWords& words(analysis::SubStatus subStatus);

/// What Windows means by a device's problem code (untranslated); null for codes without an entry.
[[nodiscard]] const char* problemMeaning(std::uint32_t code);

} // namespace hvgpu::text
