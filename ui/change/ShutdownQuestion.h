#pragma once

#include "core/operations/Runner.h"

#include <QFrame>

class QCheckBox;
class QHBoxLayout;
class QLabel;

namespace hvgpu::ui {

/// The question about a guest that does not shut down. Waits for the user, however long; takes no focus and
/// no default button, so that no key pressed for something else answers it.
class ShutdownQuestion final : public QFrame
{
    Q_OBJECT

public:
    explicit ShutdownQuestion(QWidget* parent = nullptr);

    /// About @p vm of @p host; @p others ask as well.
    void ask(const QString& vm, const QString& host, std::chrono::seconds waited, int others);
    void settle();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void answered(hvgpu::operations::ShutdownAnswer answer, bool forAll);

private:
    void addButton(const QString& name, const QString& text, const QString& meaning,
                   operations::ShutdownAnswer answer);

    QLabel* m_icon;
    QLabel* m_text;
    QCheckBox* m_forAll;
    QHBoxLayout* m_buttons;
};

} // namespace hvgpu::ui
