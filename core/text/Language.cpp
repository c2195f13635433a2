#include "core/text/Language.h"

#include <QCoreApplication>

namespace hvgpu::text {

QString say(const char* context, const char* source, Language language)
{
    if (source == nullptr)
        return {};
    return language == Language::English ? QString::fromUtf8(source)
                                         : QCoreApplication::translate(context, source);
}

QLocale localeOf(Language language)
{
    return language == Language::English ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale();
}

} // namespace hvgpu::text
