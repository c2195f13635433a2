#pragma once

#include "ui/dialogs/ServerDialog.h"

namespace hvgpu::ui {

/// Adds a server or a cluster to the fleet, after a connection test when wished. Use open().
class AddServerDialog final : public ServerDialog
{
    Q_OBJECT

public:
    /// @p fleet and @p keeper must outlive the dialog; without a keeper no password is remembered.
    explicit AddServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper = nullptr,
                             QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void added(const hvgpu::model::EntryId& id);
};

} // namespace hvgpu::ui
