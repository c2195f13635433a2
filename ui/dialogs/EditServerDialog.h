#pragma once

#include "ui/dialogs/ServerDialog.h"

namespace hvgpu::ui {

/// Changes how a server or a cluster of the list is reached. It stays the same one: what is known of it, its
/// activities and, for the same account, its password stay. Use open().
class EditServerDialog final : public ServerDialog
{
    Q_OBJECT

public:
    /// @p fleet and @p keeper must outlive the dialog; without a keeper no password is remembered.
    EditServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, const fleet::ServerEntry& entry,
                     QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void changed(const hvgpu::model::EntryId& id);
};

} // namespace hvgpu::ui
