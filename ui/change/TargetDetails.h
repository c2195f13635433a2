#pragma once

#include "core/operations/Activity.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace hvgpu::ui {

/// What became of one target: the outcome and why, and every step with the calls made to the host.
class TargetDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetDetails(QWidget* parent = nullptr);

    /// Of one activity; clear() before those of another.
    void showTarget(const operations::Target& target, const operations::TargetProgress& progress);
    void clear();
    /// Everything shown, indented; for copying and tests.
    [[nodiscard]] QString plainText() const;

private:
    void addSteps(const operations::Target& target, const std::vector<operations::StepReport>& steps,
                  bool undo);

    /// What the list was made from: it is made anew only when this is another.
    struct Shown
    {
        QString target; ///< of which there is one in the activity
        QString host;
        bool ended = false;
        QString outcome;
        QString reason;
        std::size_t steps = 0;
        std::size_t undone = 0;

        friend bool operator==(const Shown&, const Shown&) = default;
    };

    Shown m_shown;
    QLabel* m_meaning;
    QTreeWidget* m_steps;
    QPushButton* m_copy;
};

} // namespace hvgpu::ui
