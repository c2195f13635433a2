#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"

#include <QWidget>

#include <memory>

namespace hvgpu::ui {

/// The findings of a plan, the worst first, each with an icon, the word for its severity and its text; those
/// that say the same are one message; selectable, spoken by a screen reader, no taller than it must be.
/// Hidden when there are none. GUI thread.
class FindingsView final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsView(QWidget* parent = nullptr);
    ~FindingsView() override;

    void showFindings(const operations::Plan& plan, const fleet::FleetSnapshot& fleet);
    /// As shown, one per line; for tests and for copying.
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    /// A link in a finding ("Unassign first…") was followed; @p finding is its index in the plan.
    void actionRequested(int finding);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fit();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hvgpu::ui
