#pragma once

#include "core/operations/PriorSettings.h"
#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace hvgpu::ui {

class ChoiceList;

/// Which virtual machine gives its whole devices back, where they go, and whether its settings go back to
/// what they were.
class ReturnPage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p request is the answer; adapters it has at first were chosen before, a machine it has at first gives
    /// all of its devices. @p hosts are the servers offered; empty = all.
    /// With @p fromPool it is about places in pools only.
    ReturnPage(const ChangeServices& services, operations::DdaRemoveRequest& request,
               std::vector<model::HostId> hosts, bool fromPool, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    QWidget* makeOptions();
    [[nodiscard]] std::vector<QString> adaptersOf(const model::HostSnapshot& host,
                                                  const model::VmId& vm) const;
    void takeVm();
    void takeOptions();
    void showPrior();
    [[nodiscard]] std::optional<operations::PriorSettings> prior() const;

    bool m_fromPool;
    const operations::Activities& m_activities;
    operations::DdaRemoveRequest& m_request;
    std::vector<model::HostId> m_hosts;
    bool m_adaptersGiven;
    bool m_vmGiven;
    ChoiceList* m_list;
    QLabel* m_what;
    QButtonGroup* m_where;
    QCheckBox* m_partition;
    QCheckBox* m_restore;
    QLabel* m_restoreWords;
};

/// InstanceIDs of the setting data of all whole devices of a machine, places from pools among them.
[[nodiscard]] std::vector<QString> deviceAdaptersOf(const model::HostSnapshot& host, const model::VmId& vm);
/// The places from pools alone.
[[nodiscard]] std::vector<QString> poolAdaptersOf(const model::HostSnapshot& host, const model::VmId& vm);

} // namespace hvgpu::ui
