#pragma once

#include <QString>

namespace hvgpu::secrets {

/// Names one saved password: an account on a server, or on a cluster and all of its nodes.
struct SecretKey
{
    QString place;   ///< a server list's id of the entry: "hv01:5985", "cluster:gpu-cluster:5985"
    QString account; ///< "CONTOSO\ada", as the user wrote it

    /// One line that a person recognises in the system's own list of passwords: "CONTOSO\ada on hv01:5985".
    /// Account names count regardless of case, as Windows has them.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SecretKey&, const SecretKey&) = default;
};

} // namespace hvgpu::secrets
