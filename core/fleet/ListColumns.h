#pragma once

#include <QString>
#include <QStringList>

namespace hvgpu::fleet {

/// What a column of a list holds.
enum class ListColumn {
    Name,
    Port,
    Https,
    User,
    Kind,
    Display,
    Authentication,
    CaFile,
    Proxy,
    Spn,
    ClientCertificate,
    Pin,
    Transport,
    PassedOver, ///< what PowerShell exports besides: "SID", "State"
    Password,   ///< does not belong into a list
    Unknown
};

/// By its header, whatever its case, "ComputerName" and "ca-file" included.
[[nodiscard]] ListColumn listColumnOf(const QString& header);

/// Of several columns that name the server the lowest counts: a full name before a short one.
[[nodiscard]] int nameRankOf(const QString& header);

/// The columns there are, as the documentation calls them.
[[nodiscard]] const QStringList& listColumnNames();

} // namespace hvgpu::fleet
