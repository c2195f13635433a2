#pragma once

#include "ui/details/FleetSummary.h"

#include <QStatusBar>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace hvgpu::ui {

/// Left: the last message or, while reading, a progress bar with cancel. Right: servers, GPUs, partitions,
/// age.
class FleetStatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit FleetStatusBar(QAction* cancelRefresh, QWidget* parent = nullptr);

    void showCounts(const FleetCounts& counts, const QDateTime& now);
    void showProgress(int done, int total);
    void hideProgress();

private:
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QLabel* m_servers;
    QLabel* m_gpus;
    QLabel* m_age;
};

} // namespace hvgpu::ui
