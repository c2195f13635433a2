#pragma once

#include "ui/change/ChangePage.h"
#include "ui/change/ChangeServices.h"

namespace hvgpu::ui {

/// A page that shows what the fleet is like now, and follows it while it is shown.
class FleetPage : public ChangePage
{
    Q_OBJECT

public:
    void enter() override;

protected:
    FleetPage(const ChangeServices& services, QWidget* parent);

    /// Brings the page to the fleet's snapshot.
    virtual void refresh() = 0;
    [[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> snapshot() const;
    [[nodiscard]] QDateTime now() const;

private:
    ChangeServices m_services;
};

} // namespace hvgpu::ui
