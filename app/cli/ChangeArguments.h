#pragma once

#include "core/operations/Request.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace hvgpu::cli {

/// What the commands that change something, or look back at changes, take beyond servers and output.
struct ChangeArguments
{
    QStringList on; ///< servers to choose GPUs and VMs from; empty: all that were read
    QStringList gpus;
    QString model;
    bool allOfSet = false;
    int count = 0;

    QStringList vms;
    QStringList adapters;
    std::optional<std::uint64_t> partitionVram; ///< bytes
    operations::PowerHandling power;
    bool configureOfflineAction = true;

    // whole devices
    bool companions = true; ///< with the other functions of a GPU's card
    operations::DismountRequirements requirements;
    model::VmSettings settings; ///< to set, or of which MMIO space is given
    std::optional<std::uint32_t> offlineAction;
    bool keepDismounted = false;
    bool toPartitions = false;   ///< convert: the GPU is to be partitioned
    bool restoreSettings = true; ///< as recorded before the VM got its devices
    QString pool;
    int poolCount = 1;
    bool mountDevices = false;

    QString fix;        ///< id of the finding to put right
    QString planFile;   ///< to apply
    QString activityId; ///< or its beginning
    QString planOut;
    bool whatIf = false;
    bool powerShell = false;
    bool yes = false;
    bool readOnly = false;
    bool stopAfterFailure = false;
    QString journalFolder;

    /// The plan is shown or saved, and nothing is done.
    [[nodiscard]] bool onlyPlans() const { return whatIf || powerShell || !planOut.isEmpty(); }
};

} // namespace hvgpu::cli
