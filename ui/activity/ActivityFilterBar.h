#pragma once

#include "ui/activity/ActivityModel.h"

#include <QWidget>

class QComboBox;

namespace hvgpu::ui {

/// Chooses which activities are shown: period, server, result.
class ActivityFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] ActivityFilter filter() const;
    void setFilter(const ActivityFilter& filter);
    /// Offers the servers of these activities.
    void offerServers(const ActivityModel::Activities& activities);

Q_SIGNALS:
    void changed(const hvgpu::ui::ActivityFilter& filter);

private:
    QComboBox* addChoice(const QString& name, const QString& label, const QString& accessibleName);

    QComboBox* m_period;
    QComboBox* m_server;
    QComboBox* m_result;
};

} // namespace hvgpu::ui
