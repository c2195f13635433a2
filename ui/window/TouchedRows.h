#pragma once

#include "core/fleet/Fleet.h"
#include "core/operations/Activity.h"
#include "ui/views/DataTreeView.h"

namespace hvgpu::ui {

/// Selects in the list of GPU partitions what a change has touched, as soon as its servers have been read
/// again.
class TouchedRows final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TouchedRows(fleet::Fleet& fleet, DataTreeView* view, QObject* parent);

    void await(const std::shared_ptr<const operations::Activity>& activity);

private:
    void tryNow();
    [[nodiscard]] bool isRead() const;
    void select();
    [[nodiscard]] bool isTouched(const QModelIndex& row) const;

    fleet::Fleet& m_fleet;
    DataTreeView* m_view;
    std::shared_ptr<const operations::Activity> m_activity; ///< null = nothing is awaited
};

} // namespace hvgpu::ui
