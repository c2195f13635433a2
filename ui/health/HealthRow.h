#pragma once

#include "core/model/Ids.h"
#include "ui/models/Roles.h"

#include <QString>
#include <QVariant>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// A row of the tabs *Prerequisites* and *Findings*, ready to be shown. A plain value, made off the GUI
/// thread.
struct HealthRow
{
    struct Cell
    {
        QString text;
        QString icon;    ///< see ui/theme/Icons.h; may be empty
        QVariant sort;   ///< invalid: the text
        QString toolTip; ///< may be empty

        friend bool operator==(const Cell&, const Cell&) = default;
    };

    QString key; ///< identity that survives refreshes; unique in the whole list
    RowKind kind = RowKind::Notice;
    model::EntryId entry;
    model::HostId host; ///< not set on rows of whole clusters
    model::GpuId gpu;
    model::VmId vm;
    QString copyId;
    QString search; ///< case-folded; what the filter looks in
    std::vector<Cell> cells;
    std::vector<HealthRow> children;
    bool isCut = false; ///< there are rows below it that are not in the list

    /// The row itself, without those below it.
    [[nodiscard]] bool isSame(const HealthRow& other) const
    {
        return cells == other.cells && search == other.search && kind == other.kind;
    }
};

/// Rows of a whole list. What did not change is the same row from one list to the next.
using HealthRows = std::vector<std::shared_ptr<const HealthRow>>;

} // namespace hvgpu::ui
