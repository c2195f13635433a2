#pragma once

#include "core/base/Result.h"
#include "core/fleet/ServerEntry.h"

#include <QString>

#include <vector>

namespace hvgpu::fleet {

/// The saved server list: one JSON file, replaced as a whole. Holds no passwords.
class ServerListStore
{
public:
    explicit ServerListStore(QString path)
        : m_path(std::move(path))
    {}
    /// servers.json in the user's configuration folder of this application (QStandardPaths).
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] const QString& path() const { return m_path; }
    /// An absent file is an empty list. Io when it cannot be read, InvalidArgument (with the place) when it
    /// is not a server list.
    [[nodiscard]] base::Result<std::vector<ServerEntry>> load() const;
    /// Atomic: the file holds the old or the new list, never half of one.
    [[nodiscard]] base::Result<void> save(const std::vector<ServerEntry>& entries) const;

private:
    QString m_path;
};

/// A list at a place of the user's choice; unlike load() an absent file is an error.
[[nodiscard]] base::Result<std::vector<ServerEntry>> readServerFile(const QString& path);

} // namespace hvgpu::fleet
