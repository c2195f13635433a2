#include "ui/change/FleetPage.h"

namespace hvgpu::ui {

FleetPage::FleetPage(const ChangeServices& services, QWidget* parent)
    : ChangePage(parent)
    , m_services(services)
{
    connect(&m_services.fleet, &fleet::Fleet::changed, this, [this] {
        if (isVisible())
            refresh();
        Q_EMIT changed();
    });
}

void FleetPage::enter()
{
    refresh();
}

std::shared_ptr<const fleet::FleetSnapshot> FleetPage::snapshot() const
{
    return m_services.fleet.snapshot();
}

QDateTime FleetPage::now() const
{
    return m_services.now();
}

} // namespace hvgpu::ui
