#pragma once

#include "ui/models/HostTreeModel.h"

#include <QStringList>

#include <memory>
#include <vector>

// Nodes of HostTreeModel, for its own source files only. Partitions and unplaced assignments have no node:
// their index points to the branch they hang from.
namespace hvgpu::ui {

struct HostTreeModel::Branch
{
    explicit Branch(bool host)
        : isHost(host)
    {}

    int row = 0;
    bool isHost;
};

struct HostTreeModel::GpuBranch : Branch
{
    explicit GpuBranch(const HostBranch* parent)
        : Branch(false)
        , host(parent)
    {}

    const HostBranch* host;
    GpuRow data;
    mutable QString key;          ///< filter key, made when first asked for
    mutable QStringList slotKeys; ///< the same for the partitions

    void take(GpuBranch& fresh)
    {
        data = std::move(fresh.data);
        key.clear();
        slotKeys.clear();
    }
};

struct HostTreeModel::HostBranch : Branch
{
    HostBranch()
        : Branch(true)
    {}

    std::shared_ptr<const fleet::HostRecord> record;
    std::vector<std::unique_ptr<GpuBranch>> gpus;
    std::vector<const model::Assignment*> unplaced;
    mutable QString key;

    [[nodiscard]] int childCount() const { return static_cast<int>(gpus.size() + unplaced.size()); }
};

} // namespace hvgpu::ui
