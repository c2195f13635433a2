#include "core/analysis/DriverBranch.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {
namespace {

/// Major versions that belong to one release of NVIDIA's vGPU software.
struct Release
{
    int first;
    int last;
    int vgpuSoftware;
};

constexpr Release releases[] = {{510, 514, 14}, {525, 529, 15}, {535, 539, 16},
                                {550, 553, 17}, {570, 573, 18}, {580, 582, 19}};

} // namespace

QString DriverBranch::text() const
{
    return u"%1.%2"_s.arg(major).arg(minor, 2, 10, QLatin1Char('0'));
}

std::optional<DriverBranch> nvidiaBranch(const QString& windowsVersion)
{
    constexpr int parts = 4;
    constexpr int digitsOfLast = 4;
    constexpr int minorDigits = 100;
    const QStringList numbers = windowsVersion.split(u'.');
    if (numbers.size() != parts || numbers[2].isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const QString five = numbers[2].right(1) + numbers[3].rightJustified(digitsOfLast, QLatin1Char('0'));
    const int value = five.toInt(&isNumber);
    if (!isNumber || five.size() != digitsOfLast + 1)
        return std::nullopt;
    DriverBranch branch{value / minorDigits, value % minorDigits, std::nullopt};
    const auto* release = std::ranges::find_if(releases, [&branch](const Release& each) {
        return branch.major >= each.first && branch.major <= each.last;
    });
    if (release != std::end(releases))
        branch.vgpuSoftware = release->vgpuSoftware;
    return branch;
}

} // namespace hvgpu::analysis
