#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"
#include "ui/change/VmChoices.h"

class QLabel;

namespace hvgpu::ui {

class ChoiceList;
class FindingsView;

/// Search and select the virtual machines that get a partition. What speaks against one is said in its row
/// and, for the current one, below. Passed over when every VM it was opened with can have one.
class VmPage final : public FleetPage
{
    Q_OBJECT

public:
    /// The machines of @p request are its answer; those it has at first were chosen before.
    VmPage(const ChangeServices& services, operations::AssignRequest& request, QWidget* parent);

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
    void sayDropped(const std::vector<model::VmId>& before);
    void showCurrent();
    [[nodiscard]] bool isStartPossible() const;

    operations::AssignRequest& m_request;
    bool m_preselected; ///< opened with machines
    bool m_seen = false;
    VmChoices m_choices;
    ChoiceList* m_list;
    FindingsView* m_findings;
    QLabel* m_dropped;
    QLabel* m_capacity;
};

/// "7 virtual machines are selected, but only 5 partitions are free."; empty when they suffice.
[[nodiscard]] QString tooManyChosen(const operations::AssignRequest& request,
                                    const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::ui
