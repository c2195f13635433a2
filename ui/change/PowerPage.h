#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"
#include "ui/change/ServerChoices.h"

#include <functional>
#include <map>

class QButtonGroup;
class QComboBox;
class QLabel;
class QSpinBox;

namespace hvgpu::ui {

class ChoiceList;

/// A chosen VM that runs.
struct RunningVm
{
    model::VmId id;
    QString name;
    QString server;
};

/// What is done to running VMs: one answer for all, and exceptions. Passed over when none of the chosen VMs
/// runs.
class PowerPage final : public FleetPage
{
    Q_OBJECT

public:
    struct Answer
    {
        operations::PowerHandling& all;
        std::map<model::VmId, operations::PowerHandling>& exceptions;
    };

    PowerPage(const ChangeServices& services, ChangePurpose purpose, Answer answer,
              std::function<std::vector<RunningVm>()> running, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isNeeded() const override;

protected:
    void refresh() override;

private:
    QWidget* makeAll();
    QWidget* makeException();
    void takeAll();
    void takeException();
    void fillList();
    void showException();

    ChangePurpose m_purpose;
    Answer m_answer;
    std::function<std::vector<RunningVm>()> m_running;
    QLabel* m_warning;
    QButtonGroup* m_policies;
    QSpinBox* m_limit;
    ChoiceList* m_list;
    QComboBox* m_exception;
    QSpinBox* m_exceptionLimit;
};

} // namespace hvgpu::ui
