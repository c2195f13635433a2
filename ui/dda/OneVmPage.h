#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"
#include "ui/change/Prechecks.h"

#include <functional>
#include <map>

class QLabel;

namespace hvgpu::ui {

class ChoiceList;
class FindingsView;

/// Choose one virtual machine of a server. What a plan would say of each is in its row and, for the current
/// one, below. Passed over when the machine it was opened with will do.
class OneVmPage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p host and @p vm are the answer; the server is chosen before. @p requestFor makes the request whose
    /// plan is asked about a machine.
    OneVmPage(const ChangeServices& services, const model::HostId& host, model::VmId& vm,
              std::function<operations::Request(const model::VmId&)> requestFor, QWidget* parent);

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
    void showCurrent();
    [[nodiscard]] Prechecks precheck(const model::VmId& vm) const;

    const model::HostId& m_host;
    model::VmId& m_vm;
    std::function<operations::Request(const model::VmId&)> m_requestFor;
    bool m_preselected;
    bool m_seen = false;
    QString m_whyUnknown;
    ChoiceList* m_list;
    FindingsView* m_findings;
};

} // namespace hvgpu::ui
