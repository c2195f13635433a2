#include "core/analysis/DirtyBitTracking.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

std::optional<bool> tracksDmaWrites(const QString& processorName)
{
    // The last digit of an EPYC is its generation: 7551 is the first, 7543 the third, 9334 the fourth.
    static const QRegularExpression epyc(u"\\bEPYC\\s+\\d\\w\\w(\\d)\\w*\\b"_s);
    if (const auto match = epyc.match(processorName); match.hasMatch())
        return match.captured(1).toInt() >= 2;
    // The second digit of a Xeon Scalable is its generation: Gold 6130 is the first, Gold 6426Y the fourth.
    static const QRegularExpression scalable(
        u"\\b(?:Platinum|Gold|Silver|Bronze)\\s+\\d(\\d)\\d\\d\\w*\\b"_s);
    if (const auto match = scalable.match(processorName); match.hasMatch())
        return match.captured(1).toInt() >= 4;
    static const QRegularExpression xeon6(u"\\bXeon\\(R\\)\\s+6\\d{3}[PE]\\w*\\b"_s);
    if (xeon6.match(processorName).hasMatch())
        return true;
    // E5-2680 v4 and its like came before the scalable ones.
    static const QRegularExpression older(u"\\bXeon\\(R\\)\\s+(?:CPU\\s+)?[ED][357]?-\\d{4}"_s);
    if (older.match(processorName).hasMatch())
        return false;
    return std::nullopt;
}

} // namespace hvgpu::analysis
