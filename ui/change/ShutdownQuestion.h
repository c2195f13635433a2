#pragma once

#include "core/operations/Runner.h"

#include <QFrame>

#include <chrono>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace hvgpu::ui {

/// The question about a guest that does not shut down. Waits for the user, however long; takes no focus and
/// no default button, so that no key pressed for something else answers it.
class ShutdownQuestion final : public QFrame
{
    Q_OBJECT

public:
    explicit ShutdownQuestion(QWidget* parent = nullptr);

    struct Guest
    {
        QString vm;
        QString host;
        std::chrono::seconds waited{};
        QString because; ///< why it could not even be asked to shut down; empty when it took too long
    };
    /// About @p guest; @p others wait for an answer as well.
    void ask(const Guest& guest, int others);
    void settle();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void answered(hvgpu::operations::ShutdownAnswer answer, bool forAll);

private:
    QPushButton* addButton(const QString& name, const QString& text, const QString& meaning,
                           operations::ShutdownAnswer answer);
    void offerToWaitOn(bool asked);

    QLabel* m_icon;
    QLabel* m_text;
    QCheckBox* m_forAll;
    QHBoxLayout* m_buttons;
    QPushButton* m_waitOn;
};

} // namespace hvgpu::ui
