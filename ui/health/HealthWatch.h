#pragma once

#include "core/base/Executor.h"
#include "core/fleet/Fleet.h"
#include "core/operations/Activities.h"
#include "ui/health/Health.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace hvgpu::ui {

/// Keeps Health up to date with the fleet and with interrupted changes, as far as it is looked at. Works it
/// out elsewhere, one at a time and a moment after a change; the GUI thread only takes the result.
class HealthWatch final : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it; without @p executor the GUI thread does the work.
    HealthWatch(fleet::Fleet& fleet, operations::Activities* activities, base::Executor* executor,
                QObject* parent);
    ~HealthWatch() override;

    /// Never null.
    [[nodiscard]] std::shared_ptr<const Health> health() const { return m_health; }
    [[nodiscard]] const HealthView& view() const { return m_view; }
    void setView(const HealthView& view);
    /// The changes that are known now.
    [[nodiscard]] std::vector<std::shared_ptr<const operations::Activity>> activities() const;

Q_SIGNALS:
    void changed();

private:
    struct Link;

    void schedule();
    void work();
    void take(std::shared_ptr<const Health> health);

    fleet::Fleet& m_fleet;
    operations::Activities* m_activities;
    base::Executor* m_executor;
    std::shared_ptr<Link> m_link;
    std::shared_ptr<const Health> m_health;
    HealthView m_view;
    QTimer m_timer;
    bool m_working = false;
    bool m_again = false;
};

} // namespace hvgpu::ui
