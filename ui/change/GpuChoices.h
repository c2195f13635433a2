#pragma once

#include "core/analysis/HomogeneousSets.h"
#include "core/analysis/PartitionSize.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::ui {

/// A GPU whose partition count may be chosen, or why not.
struct GpuChoice
{
    operations::GpuRef ref;
    QString title;    ///< "NVIDIA A2 #2"
    QString location; ///< slot
    QString inUse;    ///< "2 of 4"; empty when it has no partitions
    QString holders;  ///< names of the VMs on it, one per line
    QString status;   ///< label of the assigned status
    QString whyNot;   ///< empty: can be chosen
    QString advice;   ///< with whyNot: what to do; may be empty
    std::optional<std::uint16_t> count;
    std::optional<analysis::PartitionSize> size;

    [[nodiscard]] bool isChoosable() const { return whyNot.isEmpty(); }
    friend bool operator==(const GpuChoice&, const GpuChoice&) = default;
};

/// A server with its GPUs, or why none of them can be chosen.
struct ServerChoice
{
    model::HostId id; ///< of a cluster whose nodes are not known: empty
    QString name;
    QString icon;
    QString note;    ///< why nothing can be chosen, or what is odd about the data
    QString toolTip; ///< more of the same
    std::vector<GpuChoice> gpus;

    friend bool operator==(const ServerChoice&, const ServerChoice&) = default;
};

/// GPUs of one configuration, by size of the set.
struct GpuSet
{
    QString title; ///< "NVIDIA A2, 15 GB: 4 GPUs on 2 servers"
    std::vector<operations::GpuRef> gpus;

    friend bool operator==(const GpuSet&, const GpuSet&) = default;
};

/// Everything to choose from at one moment, worked out once per snapshot.
struct GpuChoices
{
    std::vector<ServerChoice> servers;
    std::vector<GpuSet> sets;

    [[nodiscard]] const GpuChoice* find(const operations::GpuRef& ref) const;
    /// Servers that have been read.
    [[nodiscard]] std::vector<model::HostId> hosts() const;
};

/// Of the servers in @p only; empty = all. Pure.
[[nodiscard]] GpuChoices gpuChoices(const fleet::FleetSnapshot& fleet, const std::vector<model::HostId>& only,
                                    const QDateTime& now);

} // namespace hvgpu::ui
