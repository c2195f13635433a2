#pragma once

#include "ui/change/FleetPage.h"

#include <functional>

class QComboBox;
class QLabel;

namespace hvgpu::ui {

/// Name of a new GPU pool. Names that other servers of the cluster use are offered: a virtual machine finds
/// its pool by the name, on whichever server it runs.
class PoolNamePage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p name is the answer. @p hosts are the servers the pool may be made on; empty = all.
    PoolNamePage(const ChangeServices& services, QString& name,
                 std::function<std::vector<model::HostId>()> hosts, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;

protected:
    void refresh() override;

private:
    void take(const QString& name);

    QString& m_name;
    std::function<std::vector<model::HostId>()> m_hosts;
    QComboBox* m_edit;
    QLabel* m_known;
};

} // namespace hvgpu::ui
