#pragma once

#include "ui/details/FleetSummary.h"

#include <QStatusBar>
#include <QTimer>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace hvgpu::ui {

/// Left: the last message or, while reading, a progress bar with cancel. Right: interrupted changes, the
/// read-only mark, servers, GPUs, partitions, age.
class FleetStatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit FleetStatusBar(QAction* cancelRefresh, QWidget* parent = nullptr);

    void showCounts(const FleetCounts& counts, const QDateTime& now);
    /// "34 of 118 partitions in use", or how far that is known.
    /// What is not known is not told as none.
    [[nodiscard]] static QString gpusText(const FleetCounts& counts);
    [[nodiscard]] static QString partitionsText(const FleetCounts& counts);
    void showProgress(int done, int total);
    void hideProgress();
    /// A mark that nothing can be changed, with the reason as tooltip; none when @p reason is empty.
    void showReadOnly(const QString& reason);
    /// A reminder of interrupted changes; none without any.
    void showInterrupted(int count);
    /// Its reminder, for the order in which Tab goes through the window.
    [[nodiscard]] QWidget* reminder() const;

Q_SIGNALS:
    void interruptedRequested(); ///< the reminder was pressed

private:
    QTimer m_progressTimer; ///< the bar paints itself at once whenever it is told something
    int m_done = 0;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QToolButton* m_interrupted;
    QLabel* m_readOnly;
    QLabel* m_servers;
    QLabel* m_gpus;
    QLabel* m_age;
};

} // namespace hvgpu::ui
