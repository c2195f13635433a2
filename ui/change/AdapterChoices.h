#pragma once

#include "core/operations/Request.h"
#include "ui/change/Prechecks.h"
#include "ui/models/ListModel.h"

#include <QHash>

namespace hvgpu::ui {

/// The partition adapters of some servers, each with what speaks against taking it away. Those whose GPU is
/// gone, or that no VM is listed for, are there too (EC-33, EC-36).
struct AdapterChoices
{
    struct Adapter
    {
        operations::AdapterRef ref;
        Findings findings;
        QString where; ///< location and instance path of its GPU; empty when it is not on the server
    };

    Prechecks prechecks;
    std::vector<ChoiceRow> rows;
    QHash<QString, Adapter> adapters; ///< by the rows' keys
    QStringList unknownServers;       ///< one sentence for each server whose adapters are not known
};

[[nodiscard]] std::vector<ColumnInfo> adapterColumns();
/// The key of the row of @p ref.
[[nodiscard]] QString adapterKey(const operations::AdapterRef& ref);
[[nodiscard]] AdapterChoices adapterChoices(const std::vector<model::HostId>& hosts,
                                            const operations::PowerHandling& power,
                                            const std::shared_ptr<const fleet::FleetSnapshot>& fleet,
                                            const QDateTime& now);

} // namespace hvgpu::ui
