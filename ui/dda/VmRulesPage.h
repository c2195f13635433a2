#pragma once

#include "ui/change/FleetPage.h"

#include <functional>

class QCheckBox;
class QLabel;

namespace hvgpu::ui {

/// What a virtual machine with a whole device must do without: saving, checkpoints, dynamic memory. Passed
/// over when nothing of it concerns the machine.
class VmRulesPage final : public FleetPage
{
    Q_OBJECT

public:
    struct Answer
    {
        bool& makeMemoryStatic;
        bool& disableCheckpoints;
        bool* configureOfflineAction = nullptr; ///< null: not asked
    };

    /// @p vm is the machine chosen; null when it is gone.
    VmRulesPage(const ChangeServices& services, Answer answer,
                std::function<const model::VirtualMachine*()> vm, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isNeeded() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    void take();

    Answer m_answer;
    std::function<const model::VirtualMachine*()> m_vm;
    model::VmId m_shownFor;
    QCheckBox* m_memory;
    QLabel* m_memoryWords;
    QCheckBox* m_checkpoints;
    QLabel* m_checkpointWords;
    QCheckBox* m_offline;
    QLabel* m_offlineWords;
};

} // namespace hvgpu::ui
