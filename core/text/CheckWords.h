#pragma once

#include "core/analysis/Check.h"

namespace hvgpu::text {

/// The words of one check, untranslated (context "Check").
struct CheckWords
{
    analysis::CheckId check;
    const char* id; ///< stable identifier, never translated
    const char* title;
    const char* purpose; ///< why it is checked
    const char* script;  ///< PowerShell that checks the same; %1 is the virtual machine's id
};

/// The words of one reason, untranslated (context "Check"). Advice may be null.
struct CheckReasonWords
{
    analysis::CheckReason reason;
    const char* id; ///< stable identifier, never translated
    const char* message;
    const char* advice;
    bool list = false; ///< all arguments together are %1
};

[[nodiscard]] const CheckWords& checkWords(analysis::CheckId check);
[[nodiscard]] const CheckReasonWords& checkReasonWords(analysis::CheckReason reason);

} // namespace hvgpu::text
