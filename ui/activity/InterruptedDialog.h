#pragma once

#include "core/operations/Activity.h"

#include <QDialog>

class QDialogButtonBox;

namespace hvgpu::ui {

/// An interrupted change: what of it is done, what is not, which virtual machines may have been left turned
/// off; and what to do about it. Use open(); closing it decides nothing.
class InterruptedDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Decision { Later, Resume, PutBack, Dismiss };

    /// With @p readOnly nothing that would change a server is offered. @p preferred is the default button.
    InterruptedDialog(const std::shared_ptr<const operations::Activity>& activity, Decision preferred,
                      bool readOnly, QWidget* parent);

    [[nodiscard]] QString activityId() const { return m_activity->id; }

Q_SIGNALS:
    void decided(hvgpu::ui::InterruptedDialog::Decision decision);

private:
    void makeButtons(QDialogButtonBox& buttons, Decision preferred, bool readOnly);
    [[nodiscard]] QWidget* makeTargets();

    std::shared_ptr<const operations::Activity> m_activity;
};

} // namespace hvgpu::ui
