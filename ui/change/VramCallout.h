#pragma once

#include "core/analysis/PartitionSize.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace hvgpu::ui {

/// Looks like a tooltip that points at what is above it: the VRAM each partition gets with the chosen count,
/// and whether that is the driver's figure or an estimate.
class VramCallout final : public QWidget
{
    Q_OBJECT

public:
    explicit VramCallout(QWidget* parent = nullptr);

    /// One entry for each selected GPU.
    void showSizes(std::uint16_t count, const std::vector<std::optional<analysis::PartitionSize>>& sizes);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
};

} // namespace hvgpu::ui
