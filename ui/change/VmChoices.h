#pragma once

#include "core/operations/Request.h"
#include "ui/change/Prechecks.h"
#include "ui/models/ListModel.h"

namespace hvgpu::ui {

/// The virtual machines of the server of an assignment, each with what speaks against it. Keys are VM ids.
/// Empty when the server's machines are not known: whyUnknown then says so.
struct VmChoices
{
    Prechecks prechecks;
    std::vector<ChoiceRow> rows;
    QString whyUnknown;
};

[[nodiscard]] std::vector<ColumnInfo> vmColumns();
/// Host, power handling and offline action are taken from @p request, its machines are not looked at.
[[nodiscard]] VmChoices vmChoices(operations::AssignRequest request,
                                  const std::shared_ptr<const fleet::FleetSnapshot>& fleet,
                                  const QDateTime& now);

} // namespace hvgpu::ui
