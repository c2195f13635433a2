#pragma once

#include "core/fleet/PasswordKeeper.h"

#include <QCheckBox>
#include <QPointer>

namespace hvgpu::ui {

/// "Remember the password", saying where it is kept, or why it cannot be.
class RememberBox final : public QCheckBox
{
    Q_OBJECT

public:
    /// Without @p keeper nothing can be saved.
    explicit RememberBox(fleet::PasswordKeeper* keeper, QWidget* parent = nullptr);

    /// Whether there is a password to be saved at all; @p whyNot: why there is none, if that is not because
    /// none is needed.
    void setPasswordWanted(bool wanted, const QString& whyNot = {});
    [[nodiscard]] bool isWanted() const { return isEnabled() && isChecked(); }

private:
    void update();

    QPointer<fleet::PasswordKeeper> m_keeper;
    bool m_wanted = true;
    QString m_whyNot;
};

} // namespace hvgpu::ui
