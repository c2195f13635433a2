#pragma once

#include "core/operations/Activity.h"
#include "ui/models/Roles.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// The targets of an activity, a row for each, and how they go. Rows that stay as they are, are not touched.
class ProgressModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Target, Server, State, Step, Progress, ColumnCount };
    /// int, 0…100: how far the target is, of any column; invalid when it ended without success.
    static constexpr int percentRole = ProgressRole;

    using QAbstractTableModel::QAbstractTableModel;

    void showActivity(const std::shared_ptr<const operations::Activity>& activity);
    /// 0…1000: how far all of it is.
    [[nodiscard]] int overall() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        bool isVm = false;
        QString target;
        QString server;
        QString state;
        QString icon;
        QString step;
        int percent = 0; ///< 100 however it ended: nothing is left to wait for
        bool showsPercent = true;
    };
    [[nodiscard]] static Row rowOf(const operations::Target& target,
                                   const operations::TargetProgress& progress);

    std::shared_ptr<const operations::Activity> m_activity;
    std::vector<Row> m_rows;
};

} // namespace hvgpu::ui
