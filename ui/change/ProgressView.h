#pragma once

#include "ui/change/ChangeServices.h"

#include <QWidget>

#include <memory>

namespace hvgpu::ui {

/// One activity as it goes and what came of it: every target with its step, percent and outcome, its steps
/// and calls; asks about guests that do not shut down; cancel, retry of what failed, put back. GUI thread.
class ProgressView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressView(const ChangeServices& services, QWidget* parent = nullptr);
    ~ProgressView() override;

    void follow(const QString& activityId);

Q_SIGNALS:
    void ended();
    void retryRequested(const hvgpu::operations::Request& request);

private:
    void layOut();
    void connectAll();
    void update();
    void updateButtons();
    void updateQuestion();
    void updateDetails();
    void answer(operations::ShutdownAnswer answer, bool forAll);
    void retry();
    void confirmPutBack();
    void putBack();
    void showError(const base::Error& error);
    void selectFirstTrouble();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hvgpu::ui
