#pragma once

#include <QHash>
#include <QPersistentModelIndex>
#include <QSet>
#include <QString>
#include <QTreeView>

#include <vector>

namespace hvgpu::ui {

class FleetFilterProxy;

/// Keeps expansion, selection and current row of a tree by row keys, so that filtering, sorting and refreshes
/// do not lose them. Lives beside its view.
class ExpansionKeeper final : public QObject
{
    Q_OBJECT

public:
    ExpansionKeeper(QTreeView* view, FleetFilterProxy* proxy);

    [[nodiscard]] const QSet<QString>& expandedKeys() const { return m_expanded; }
    [[nodiscard]] QStringList selectedKeys() const;
    /// Selects exactly these rows, as far as they exist and are not filtered away.
    void select(const QStringList& keys, const QString& current);
    /// Expands the rows whose keys are remembered.
    void restoreExpansion();
    /// Servers open by themselves while there are at most this many rows at the top, unless the user closed
    /// them.
    void setAutoExpandLimit(int servers) { m_autoExpandLimit = servers; }
    /// True while selection changes are the keeper's, not the user's.
    [[nodiscard]] bool isRestoring() const { return m_busy; }

private:
    struct Held
    {
        QPersistentModelIndex index; ///< of the source model
        QString key;
    };
    void onExpanded(const QModelIndex& index, bool expanded);
    void onInserted(const QModelIndex& parent, int first, int last);
    void beforeFilter();
    void afterFilter();
    void beforeApply();
    void afterApply();
    void onSelectionChanged();
    [[nodiscard]] bool wantsOpen(const QModelIndex& index) const;
    void expandBelow(const QModelIndex& parent, int first, int last);
    [[nodiscard]] QModelIndex find(const QString& key) const;
    [[nodiscard]] QString currentKey() const;

    QTreeView* m_view;
    FleetFilterProxy* m_proxy;
    QSet<QString> m_expanded;
    QSet<QString> m_collapsed; ///< closed by the user
    QStringList m_wanted;      ///< selection before a filter hid part of it; until the user selects anew
    QString m_wantedCurrent;
    std::vector<Held> m_held; ///< selection and, last, the current row while a delta is applied
    int m_autoExpandLimit = 0;
    bool m_busy = false;
};

} // namespace hvgpu::ui
