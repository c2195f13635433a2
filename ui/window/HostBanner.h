#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "ui/models/Scope.h"

#include <QDateTime>
#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace hvgpu::ui {

/// Says which servers of the scope could not be read, why, and how old the data shown is. Hidden when all is
/// well.
class HostBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit HostBanner(QWidget* parent = nullptr);

    void showState(const fleet::FleetSnapshot& fleet, const Scope& scope, const QDateTime& now);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryRequested(const std::vector<hvgpu::model::HostId>& hosts);
    void detailsRequested(const hvgpu::model::HostId& host);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPartly(const std::vector<std::shared_ptr<const fleet::HostRecord>>& hosts);
    void say(const QString& text, const QString& iconName);
    void applyColours();

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_details;
    QPushButton* m_retry;
    QString m_iconName;
    bool m_dark = false;
    std::vector<model::HostId> m_failed;
};

} // namespace hvgpu::ui
