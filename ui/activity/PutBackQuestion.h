#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"

#include <QDateTime>
#include <QMessageBox>

namespace hvgpu::ui {

/// Asks before a change is put back, and says what that does to virtual machines as they are now. GUI thread.
class PutBackQuestion final : public QMessageBox
{
    Q_OBJECT

public:
    PutBackQuestion(const operations::Activity& activity, const fleet::FleetSnapshot& fleet,
                    const QDateTime& now, QWidget* parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace hvgpu::ui
