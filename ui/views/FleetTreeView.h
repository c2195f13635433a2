#pragma once

#include "ui/views/DataTreeView.h"

namespace hvgpu::ui {

class FleetTreeModel;

/// The server list at the left; choosing a row scopes the tabs.
class FleetTreeView final : public DataTreeView
{
    Q_OBJECT

public:
    explicit FleetTreeView(QWidget* parent = nullptr);

    void setFleetTreeModel(FleetTreeModel* model);
    /// All when nothing is selected.
    [[nodiscard]] Scope currentScope() const;
    void selectScope(const Scope& scope);
    /// The columns as they are where there is room for all of them.
    void saveLayout(QSettings& settings, const QString& group);

Q_SIGNALS:
    void scopeChanged(const hvgpu::ui::Scope& scope);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void columnsSized() override;

private:
    void fitColumns();
    void unfitColumns();

    QTimer m_namesTimer;
    int m_nameWanted = 0;
    int m_stateWanted = 0; ///< by what is in it, or by the user
    bool m_fitting = false;
    bool m_ageLeftOut = false; ///< for want of room; not because the user wishes so
    Scope m_lastScope;
};

} // namespace hvgpu::ui
