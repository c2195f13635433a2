#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"
#include "ui/change/PartitionChoices.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace hvgpu::ui {

class ChoiceList;
class FindingsView;

/// Which partition: its VRAM and the GPU it is of; and what becomes of clustered VMs when they go offline.
/// Shows only what there is to choose, and is passed over when there is nothing.
class PartitionPage final : public FleetPage
{
    Q_OBJECT

public:
    /// Size, GPU and offline action of @p request are its answer; a GPU that is there at first was chosen
    /// before and is not asked for.
    PartitionPage(const ChangeServices& services, operations::AssignRequest& request, QWidget* parent);

    /// Another server: size and GPU are open again.
    void forget();

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] bool isNeeded() const override;

protected:
    void refresh() override;

private:
    [[nodiscard]] const model::HostSnapshot* host() const;
    [[nodiscard]] bool asksForGpu() const;
    [[nodiscard]] std::vector<const model::VirtualMachine*> clusteredVms() const;
    void fillSizes();
    void fillGpus();
    void takeSize();
    void takeGpu();
    void showFindings();
    void showOfflineAction();

    operations::AssignRequest& m_request;
    bool m_gpuGiven;
    std::vector<SizeOption> m_sizes;
    std::size_t m_size = 0;
    QLabel* m_sizeLabel;
    QComboBox* m_sizeBox;
    QLabel* m_gpuLabel;
    ChoiceList* m_gpus;
    QCheckBox* m_offlineAction;
    QLabel* m_offlineText;
    FindingsView* m_findings;
};

} // namespace hvgpu::ui
