#pragma once

#include <QString>
#include <QWidget>

namespace hvgpu::ui {

/// One page of questions before the plan. GUI thread.
class ChangePage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// One line below the title; may be empty.
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    /// Empty when one may go on; else what is missing, shown beside the button.
    [[nodiscard]] virtual QString whatIsMissing() const { return {}; }
    /// A page with nothing to ask is passed over, both ways.
    [[nodiscard]] virtual bool isNeeded() const { return true; }
    /// Called each time before it is shown.
    virtual void enter() {}

Q_SIGNALS:
    /// whatIsMissing() or isNeeded() may answer differently now.
    void changed();
};

} // namespace hvgpu::ui
