#pragma once

#include "ui/change/GpuChoices.h"

#include <QAbstractItemModel>

#include <set>

namespace hvgpu::ui {

/// Servers with their GPUs, check boxes on both, and what the chosen count would make of each checked GPU.
/// What cannot be checked stays readable and says why.
class GpuChoiceModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, Vram, InUse, Note, Location, ColumnCount };
    static constexpr int isChoosableRole = Qt::UserRole; ///< bool
    static constexpr int keyRole = Qt::UserRole + 1;     ///< QString that survives refreshes

    using QAbstractItemModel::QAbstractItemModel;

    /// Checks stay where they are; those of GPUs that are gone or cannot be chosen any more are dropped.
    void setChoices(GpuChoices choices);
    [[nodiscard]] const GpuChoices& choices() const { return m_choices; }

    /// In the order shown.
    [[nodiscard]] std::vector<operations::GpuRef> checked() const;
    /// Those that cannot be chosen are left out.
    void setChecked(const std::vector<operations::GpuRef>& gpus);
    /// A GPU, or all of a server: checks them, or unchecks them when all are checked.
    void toggle(const QModelIndex& index);

    /// Why the row cannot be checked, in full, with what to do about it; empty when it can.
    [[nodiscard]] QString whyNot(const QModelIndex& index) const;
    /// What checked GPUs would be set to; nullopt: not chosen yet.
    void setPreview(std::optional<std::uint16_t> count, const fleet::FleetSnapshot& fleet);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// By the user, or because something went.
    void checksChanged();

private:
    [[nodiscard]] const ServerChoice& serverAt(const QModelIndex& index) const;
    /// Null for server rows.
    [[nodiscard]] const GpuChoice* gpuAt(const QModelIndex& index) const;
    [[nodiscard]] Qt::CheckState stateOf(const ServerChoice& server) const;
    [[nodiscard]] QString textOf(const QModelIndex& index) const;
    [[nodiscard]] QString gpuText(const GpuChoice& gpu, int column) const;
    [[nodiscard]] QString toolTipOf(const QModelIndex& index) const;
    [[nodiscard]] QString spoken(const QModelIndex& index) const;
    void tellAll();

    GpuChoices m_choices;
    std::set<operations::GpuRef> m_checked;
    std::optional<std::uint16_t> m_count;
    std::map<operations::GpuRef, std::optional<analysis::PartitionSize>> m_sizes; ///< with m_count
};

/// "1.85 GB", "≈ 1.85 GB" when estimated, "not reported".
[[nodiscard]] QString sizeText(const std::optional<analysis::PartitionSize>& size);

} // namespace hvgpu::ui
