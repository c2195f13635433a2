#pragma once

#include <QLocale>
#include <QString>

namespace hvgpu::text {

/// In which language: the user's for screens, English for files, which do not depend on who writes them.
enum class Language { User, English };

/// A text marked with QT_TRANSLATE_NOOP, in @p language; nothing for a null @p source.
[[nodiscard]] QString say(const char* context, const char* source, Language language);
/// How numbers are written in it.
[[nodiscard]] QLocale localeOf(Language language);

} // namespace hvgpu::text
