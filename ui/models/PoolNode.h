#pragma once

#include "ui/models/PoolTreeModel.h"

// Nodes of PoolTreeModel, for its own source files only.
namespace hvgpu::ui {

struct PoolTreeModel::Node
{
    RowKind kind = RowKind::Host;
    QString key;
    QString title;                                   ///< name of a pool; empty = "Not in a pool"
    QString note;                                    ///< of a pool: what is wrong with it
    std::shared_ptr<const fleet::HostRecord> record; ///< keeps alive what the pointers below point to
    const model::GpuPool* pool = nullptr;            ///< of pools that exist, and of what is in them
    const model::Gpu* gpu = nullptr;
    const model::Assignment* assignment = nullptr;
    QString devicePath;
    Node* parent = nullptr;
    int row = 0;
    Nodes children;
    mutable QString filterKey;

    /// Everything but identity, place and children.
    void take(Node& fresh)
    {
        title = std::move(fresh.title);
        note = std::move(fresh.note);
        record = std::move(fresh.record);
        pool = fresh.pool;
        gpu = fresh.gpu;
        assignment = fresh.assignment;
        devicePath = std::move(fresh.devicePath);
        filterKey.clear();
    }

    Node& add(std::unique_ptr<Node> child)
    {
        child->parent = this;
        child->row = static_cast<int>(children.size());
        child->record = record;
        return *children.emplace_back(std::move(child));
    }

    void renumber()
    {
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
            children[i]->parent = this;
        }
    }

    [[nodiscard]] const model::VirtualMachine* vm() const
    {
        return assignment != nullptr && record->snapshot ? record->snapshot->findVm(assignment->vm) : nullptr;
    }

    // PoolCells.cpp
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] QString toolTip(int column, const QDateTime& now) const;
    [[nodiscard]] QString spoken(int column, const QString& columnTitle) const;
    [[nodiscard]] QString iconName(int column) const;

private:
    [[nodiscard]] QString hostText(int column) const;
    [[nodiscard]] QString poolText(int column) const;
    [[nodiscard]] QString deviceText(int column) const;
};

} // namespace hvgpu::ui
