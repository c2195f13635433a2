#pragma once

#include <QString>

#include <optional>

namespace hvgpu::analysis {

/// An NVIDIA driver as NVIDIA counts: "32.0.15.7283" is 572.83 of branch R570, which is vGPU software 18
/// (wmi.md 3.3: the last five digits of Windows' version).
struct DriverBranch
{
    int major = 0;                   ///< 572
    int minor = 0;                   ///< 83
    std::optional<int> vgpuSoftware; ///< 18; nullopt for branches without a release of vGPU software

    [[nodiscard]] QString text() const; ///< "572.83"
    friend bool operator==(const DriverBranch&, const DriverBranch&) = default;
};

/// nullopt when @p windowsVersion is not of the form a.b.c.d with enough digits. Pure.
[[nodiscard]] std::optional<DriverBranch> nvidiaBranch(const QString& windowsVersion);

} // namespace hvgpu::analysis
