#include "core/text/Units.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

constexpr double kilo = 1024.0;
constexpr std::uint64_t megabyte = 1024ULL * 1024ULL;

/// Up to two decimals, none that are zero.
QString number(double value, const QLocale& locale)
{
    QString text = locale.toString(value, 'f', 2);
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    const QString zero = locale.zeroDigit();
    while (text.endsWith(zero))
        text.chop(zero.size());
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

/// A count for plural rules, which look at the last digits only but take an int.
int pluralCount(std::uint64_t value)
{
    constexpr std::uint64_t wheel = 1'000'000;
    return static_cast<int>(value < wheel ? value : wheel + value % wheel);
}

QString exactBytesIn(std::uint64_t value, Language language)
{
    const QString words = language == Language::English
                              ? u"%1 bytes"_s
                              : QCoreApplication::translate("Units", "%1 bytes", nullptr, pluralCount(value));
    return words.arg(localeOf(language).toString(static_cast<qulonglong>(value)));
}

QString amount(std::uint64_t value, Unit unit, Language language)
{
    const QString digits = localeOf(language).toString(static_cast<qulonglong>(value));
    switch (unit) {
    case Unit::Bytes:
        return bytes(value, language);
    case Unit::Blocks540p60:
        return language == Language::English
                   ? u"%1 × 540p60"_s.arg(digits)
                   : QCoreApplication::translate("Units", "%1 × 540p60", "video streams of that size")
                         .arg(digits);
    case Unit::Gflops:
        break;
    }
    return say("Units", QT_TRANSLATE_NOOP("Units", "%1 GFLOPS"), language).arg(digits);
}

} // namespace

QString bytes(std::uint64_t value)
{
    return bytes(value, Language::User);
}

QString bytes(std::uint64_t value, Language language)
{
    if (value != 0 && value < megabyte)
        return exactBytesIn(value, language);
    const QLocale locale = localeOf(language);
    const double megabytes = static_cast<double>(value) / kilo / kilo;
    constexpr double roundsUp = 0.005;
    if (megabytes < kilo - roundsUp)
        return say("Units", QT_TRANSLATE_NOOP("Units", "%1 MB"), language).arg(number(megabytes, locale));
    const double gigabytes = megabytes / kilo;
    if (gigabytes < kilo - roundsUp)
        return say("Units", QT_TRANSLATE_NOOP("Units", "%1 GB"), language).arg(number(gigabytes, locale));
    return say("Units", QT_TRANSLATE_NOOP("Units", "%1 TB"), language).arg(number(gigabytes / kilo, locale));
}

QString exactBytes(std::uint64_t value)
{
    return exactBytesIn(value, Language::User);
}

QString quantity(const analysis::Quantity& quantity, Unit unit)
{
    return text::quantity(quantity, unit, Language::User);
}

QString quantity(const analysis::Quantity& quantity, Unit unit, Language language)
{
    constexpr double partsPerPercent = 1e7;
    switch (quantity.meaning) {
    case analysis::Meaning::NotReported:
        return say("Units", QT_TRANSLATE_NOOP("Units", "not reported"), language);
    case analysis::Meaning::Scale:
        return say("Units", QT_TRANSLATE_NOOP("Units", "%1 % of the GPU"), language)
            .arg(number(static_cast<double>(quantity.value) / partsPerPercent, localeOf(language)));
    case analysis::Meaning::Amount:
        break;
    }
    return amount(quantity.value, unit, language);
}

QString occupancy(const analysis::Occupancy& occupancy)
{
    const QString total = occupancy.total ? QLocale().toString(*occupancy.total)
                                          : QCoreApplication::translate("Units", "?", "unknown number");
    const QString used = occupancy.facts.adapters
                             ? QLocale().toString(occupancy.used())
                             : QCoreApplication::translate("Units", "?", "unknown number");
    return QCoreApplication::translate("Units", "%1 of %2", "used of total partitions").arg(used, total);
}

QString occupancySpoken(const analysis::Occupancy& occupancy)
{
    if (!occupancy.facts.adapters)
        return QCoreApplication::translate("Units", "How many partitions are assigned could not be read");
    QString text =
        occupancy.total
            ? QCoreApplication::translate("Units", "%1 of %n partitions assigned", nullptr, *occupancy.total)
                  .arg(occupancy.used())
            : QCoreApplication::translate("Units", "%n partitions assigned, total not reported", nullptr,
                                          occupancy.used());
    if (!occupancy.facts.partitions)
        return text;
    text += u", "_s + QCoreApplication::translate("Units", "%n to running virtual machines", nullptr,
                                                  occupancy.running);
    if (occupancy.resolvedAtStart > 0)
        text += u", "_s + QCoreApplication::translate("Units", "%n to virtual machines that are not running",
                                                      nullptr, occupancy.resolvedAtStart);
    return text;
}

} // namespace hvgpu::text
