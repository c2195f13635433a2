#pragma once

#include "core/fleet/ServerEntry.h"

#include <QHash>
#include <QString>

#include <vector>

namespace hvgpu::ui {

/// The fields of the server form that can be wrong, in their order on the screen.
enum class EntryField { Name, Authentication, User, ClientCertificate, Insecure, CaFile, Proxy };

/// What is wrong with an entry before it is tried, in words for below the field. @p existing: the list it is
/// to be added to.
[[nodiscard]] QHash<EntryField, QString> problemsOf(const fleet::ServerEntry& entry,
                                                    const std::vector<fleet::ServerEntry>& existing);

} // namespace hvgpu::ui
