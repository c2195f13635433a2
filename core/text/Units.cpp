#include "core/text/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

constexpr double kilo = 1024.0;
constexpr std::uint64_t megabyte = 1024ULL * 1024ULL;

/// Up to two decimals, none that are zero.
QString number(double value)
{
    QLocale locale;
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

QString amount(std::uint64_t value, Unit unit)
{
    const QString digits = QLocale().toString(static_cast<qulonglong>(value));
    switch (unit) {
    case Unit::Bytes:
        return bytes(value);
    case Unit::Blocks540p60:
        return QCoreApplication::translate("Units", "%1 × 540p60", "video streams of that size").arg(digits);
    case Unit::Gflops:
        break;
    }
    return QCoreApplication::translate("Units", "%1 GFLOPS").arg(digits);
}

} // namespace

QString bytes(std::uint64_t value)
{
    if (value != 0 && value < megabyte)
        return exactBytes(value);
    const double megabytes = static_cast<double>(value) / kilo / kilo;
    constexpr double roundsUp = 0.005;
    if (megabytes < kilo - roundsUp)
        return QCoreApplication::translate("Units", "%1 MB").arg(number(megabytes));
    const double gigabytes = megabytes / kilo;
    if (gigabytes < kilo - roundsUp)
        return QCoreApplication::translate("Units", "%1 GB").arg(number(gigabytes));
    return QCoreApplication::translate("Units", "%1 TB").arg(number(gigabytes / kilo));
}

QString exactBytes(std::uint64_t value)
{
    return QCoreApplication::translate("Units", "%1 bytes", nullptr, pluralCount(value))
        .arg(QLocale().toString(static_cast<qulonglong>(value)));
}

QString quantity(const analysis::Quantity& quantity, Unit unit)
{
    constexpr double partsPerPercent = 1e7;
    switch (quantity.meaning) {
    case analysis::Meaning::NotReported:
        return QCoreApplication::translate("Units", "not reported");
    case analysis::Meaning::Scale:
        return QCoreApplication::translate("Units", "%1 % of the GPU")
            .arg(number(static_cast<double>(quantity.value) / partsPerPercent));
    case analysis::Meaning::Amount:
        break;
    }
    return amount(quantity.value, unit);
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
