#pragma once

#include "core/operations/Plan.h"

#include <QAbstractTableModel>

#include <vector>

namespace hvgpu::ui {

/// The targets of a plan, a row for each: what, where, its steps in words, the value before and after, how
/// long it is down.
class PlanTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Target, Server, Steps, Change, Downtime, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTargets(const std::vector<operations::Target>& targets);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        bool isVm = false;
        QString cells[ColumnCount];
        QString spoken; ///< the steps on one line
        QString path;   ///< tells GPUs of one name apart; shown in the tooltip
    };
    [[nodiscard]] static Row rowOf(const operations::Target& target);

    std::vector<Row> m_rows;
};

/// "4 → 8" for a GPU, "none → 1 partition" for a VM.
[[nodiscard]] QString changeOf(const operations::Target& target);

} // namespace hvgpu::ui
