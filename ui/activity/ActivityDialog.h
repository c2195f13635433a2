#pragma once

#include "ui/change/ChangeServices.h"

#include <QDialog>

namespace hvgpu::ui {

/// Progress of an activity whose own dialog was closed; where it asks, the question is here.
class ActivityDialog final : public QDialog
{
    Q_OBJECT

public:
    ActivityDialog(const ChangeServices& services, const QString& activityId, QWidget* parent);

    [[nodiscard]] QString activityId() const { return m_id; }

Q_SIGNALS:
    void retryRequested(const hvgpu::operations::Request& request);

private:
    QString m_id;
};

} // namespace hvgpu::ui
