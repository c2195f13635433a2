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

Q_SIGNALS:
    void scopeChanged(const hvgpu::ui::Scope& scope);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    Scope m_lastScope;
};

} // namespace hvgpu::ui
