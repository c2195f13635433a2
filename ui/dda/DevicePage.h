#pragma once

#include "ui/change/FleetPage.h"
#include "ui/dda/DeviceChoices.h"

#include <functional>
#include <set>

class QCheckBox;
class QLabel;

namespace hvgpu::ui {

class ChoiceList;
class FindingsView;

/// Select whole devices. What speaks against one is said in its row, and below with the evidence it rests on.
/// Other functions of a chosen card go along unless the user says otherwise. Passed over when every device it
/// was opened with can be chosen.
class DevicePage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p answer is the devices chosen, other functions of their cards among them; those it has at first were
    /// chosen before. @p hosts says the servers whose GPUs are offered; empty = all.
    DevicePage(const ChangeServices& services, DevicePurpose purpose, std::vector<operations::GpuRef>& answer,
               std::function<std::vector<model::HostId>()> hosts, QWidget* parent);

    /// Offers GPUs whose partitions are assigned, too; @p unassign is the wish to take them away first,
    /// without which such a GPU cannot be chosen.
    void offerPartitioned(bool& unassign);
    /// Offers to wait, after they are given back, until their servers can partition them; @p wanted is the
    /// answer.
    void offerPartitioning(bool& wanted);
    /// Another server: nothing is chosen any more.
    void forget();

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] bool isNeeded() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    void takeChoice();
    void showCompanions();
    void showPartitions();
    void showCurrent();
    [[nodiscard]] std::vector<operations::GpuRef> chosen() const;
    [[nodiscard]] QStringList holdersOf(const std::vector<operations::GpuRef>& devices) const;
    [[nodiscard]] QStringList companionsOf(const std::vector<operations::GpuRef>& devices) const;

    DevicePurpose m_purpose;
    std::vector<operations::GpuRef>& m_answer;
    std::function<std::vector<model::HostId>()> m_hosts;
    std::vector<operations::GpuRef> m_start; ///< chosen before it was opened
    bool m_seen = false;
    ChoiceList* m_list;
    QCheckBox* m_companions;
    QCheckBox* m_unassign;
    bool* m_unassignAnswer = nullptr;
    QCheckBox* m_partition;
    FindingsView* m_findings;
    QLabel* m_evidence;
};

} // namespace hvgpu::ui
