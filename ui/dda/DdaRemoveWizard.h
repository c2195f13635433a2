#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Return GPU to host": takes whole devices away from a virtual machine and gives them back to its server.
class DdaRemoveWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p known is what the selection says: host, machine and adapters as far as it does. @p hosts are the
    /// servers offered; empty = all. From a pool the words are those of "Unassign VM".
    DdaRemoveWizard(ChangeServices services, operations::DdaRemoveRequest known,
                    std::vector<model::HostId> hosts, bool fromPool, QWidget* parent);
    ~DdaRemoveWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
