#pragma once

#include "core/base/CrashRecord.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/fleet/ServerEntry.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace hvgpu::report {

/// What goes into a support file. Passwords are in none of it.
struct SupportFacts
{
    QString program;        ///< "hvgpu-console 0.1.0"
    QStringList components; ///< "Qt 6.4.2", "libcurl/7.88.1 …"
    QJsonObject settings;
    std::vector<fleet::ServerEntry> servers;
    std::shared_ptr<const fleet::FleetSnapshot> fleet; ///< may be null
    QStringList log;                                   ///< last lines
    std::vector<base::CrashRecord> crashes;            ///< newest first
    QDateTime created;
    bool hideNames = true; ///< write "server-1", "account-1" … for names of servers and accounts
};

/// One JSON text that a person can read before sending it: versions, settings, the server list, how the last
/// reading of each server went with what could not be read, the log, and the records of
/// crashes. Holds no inventory.
[[nodiscard]] QByteArray supportFile(const SupportFacts& facts);

} // namespace hvgpu::report
