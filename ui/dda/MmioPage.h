#pragma once

#include "core/analysis/MmioSizing.h"
#include "ui/change/FleetPage.h"

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace hvgpu::ui {

/// MMIO space of a virtual machine: what its whole devices need, line by line and why, and the values to set.
/// They follow what was worked out until the user types others.
class MmioPage final : public FleetPage
{
    Q_OBJECT

public:
    struct Answer
    {
        std::optional<std::uint64_t>& lowMb;
        std::optional<std::uint64_t>& highMb;
    };
    /// The virtual machine and every whole device it will have.
    struct Question
    {
        std::shared_ptr<const fleet::HostRecord> host;
        const model::VirtualMachine* vm = nullptr;
        std::vector<const model::Gpu*> devices;
    };

    MmioPage(const ChangeServices& services, Answer answer, std::function<Question()> question,
             QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    void layOut();
    void showSum();
    void take();
    void useWorkedOut();
    [[nodiscard]] std::uint64_t wantedLow() const;
    [[nodiscard]] std::uint64_t wantedHigh() const;

    Answer m_answer;
    std::function<Question()> m_question;
    analysis::MmioSizing m_sizing;
    std::optional<std::uint64_t> m_nowLow; ///< what the virtual machine has
    std::optional<std::uint64_t> m_nowHigh;
    bool m_typed = false; ///< the user gave values of his own
    QTreeWidget* m_sum;
    QLabel* m_caveats;
    QLabel* m_now;
    QSpinBox* m_low;
    QSpinBox* m_high;
    QPushButton* m_workedOut;
    QLabel* m_warning;
};

} // namespace hvgpu::ui
