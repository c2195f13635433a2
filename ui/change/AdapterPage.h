#pragma once

#include "ui/change/AdapterChoices.h"
#include "ui/change/FleetPage.h"

class QLabel;

namespace hvgpu::ui {

class ChoiceList;
class FindingsView;

/// "Choose virtual machine to unassign partition from": every adapter of the servers, to search and select.
class AdapterPage final : public FleetPage
{
    Q_OBJECT

public:
    /// The adapters of @p request are its answer; @p hosts are the servers to list.
    AdapterPage(const ChangeServices& services, operations::UnassignRequest& request,
                const std::vector<model::HostId>& hosts, QWidget* parent);

    /// Other servers: nothing is chosen any more.
    void forget();

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;

protected:
    void refresh() override;

private:
    void takeChoice();
    void showCurrent();

    operations::UnassignRequest& m_request;
    const std::vector<model::HostId>& m_hosts;
    AdapterChoices m_choices;
    ChoiceList* m_list;
    FindingsView* m_findings;
    QLabel* m_gpuPath;
    QLabel* m_unknown;
    bool m_refreshing = false;
};

} // namespace hvgpu::ui
