#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"

#include <functional>

class QCheckBox;
class QLabel;

namespace hvgpu::ui {

/// What must hold for a device to be taken from its server. Both requirements are on unless the user takes
/// them away. Passed over when nothing has to be taken.
class RequirementsPage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p dismounts says whether any device has still to be taken from its server.
    RequirementsPage(const ChangeServices& services, operations::DismountRequirements& answer,
                     std::function<bool()> dismounts, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isNeeded() const override;

protected:
    void refresh() override;

private:
    QWidget* makeChoice(QCheckBox* box, const QString& words);

    operations::DismountRequirements& m_answer;
    std::function<bool()> m_dismounts;
    QCheckBox* m_mitigations;
    QCheckBox* m_acs;
    QLabel* m_warning;
};

/// Some of these devices have still to be taken from their servers.
[[nodiscard]] bool anyMounted(const std::vector<operations::GpuRef>& devices,
                              const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::ui
