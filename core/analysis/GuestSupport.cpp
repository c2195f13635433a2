#include "core/analysis/GuestSupport.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

std::optional<bool> isListedGuest(const QString& guestOperatingSystem)
{
    if (guestOperatingSystem.trimmed().isEmpty())
        return std::nullopt;
    constexpr int firstServer = 2019;
    constexpr int firstClient = 10;
    static const QRegularExpression server(u"\\bWindows Server (\\d{4})\\b"_s);
    if (const auto match = server.match(guestOperatingSystem); match.hasMatch())
        return match.captured(1).toInt() >= firstServer;
    static const QRegularExpression client(u"\\bWindows (\\d{1,2})\\b"_s);
    if (const auto match = client.match(guestOperatingSystem); match.hasMatch())
        return match.captured(1).toInt() >= firstClient;
    static const QRegularExpression ubuntu(u"\\bUbuntu (18\\.04|20\\.04|22\\.04)(?:\\.\\d+)?\\b"_s);
    return ubuntu.match(guestOperatingSystem).hasMatch();
}

} // namespace hvgpu::analysis
