#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <QMessageBox>

namespace hvgpu::ui {

/// Asks before an entry leaves the list and says what that does and does not do. Use open(); accepted() =
/// remove.
class RemoveServerDialog final : public QMessageBox
{
    Q_OBJECT

public:
    explicit RemoveServerDialog(const fleet::EntryRecord& entry, QWidget* parent = nullptr);
    /// The user does not want to be asked again.
    [[nodiscard]] bool dontAskAgain() const;

Q_SIGNALS:
    void confirmed();
};

} // namespace hvgpu::ui
