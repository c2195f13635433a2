#pragma once

#include "ui/change/FleetPage.h"
#include "ui/change/ServerChoices.h"

namespace hvgpu::ui {

class ChoiceList;

/// "Choose the server". Passed over when the server is known from where the dialog was opened, or is the only
/// one.
class ServerPage final : public FleetPage
{
    Q_OBJECT

public:
    /// @p start is chosen at first; empty = none.
    ServerPage(const ChangeServices& services, ChangePurpose purpose, const model::HostId& start,
               QWidget* parent);

    /// Empty when none is chosen.
    [[nodiscard]] model::HostId host() const;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] bool isNeeded() const override;

Q_SIGNALS:
    void hostChosen(const hvgpu::model::HostId& host);

protected:
    void refresh() override;

private:
    ChangePurpose m_purpose;
    model::HostId m_start;
    model::HostId m_told;
    ChoiceList* m_list;
};

} // namespace hvgpu::ui
