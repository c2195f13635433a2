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

private:
    struct Held
    {
        QPersistentModelIndex index;
        QString key;
    };
    void remember();
    void repair();
    void restoreSelection();
    void restoreExpansionBelow(const QModelIndex& parent, int first, int last);
    [[nodiscard]] QModelIndex find(const QString& key) const;

    QTreeView* m_view;
    FleetFilterProxy* m_proxy;
    QSet<QString> m_expanded;
    QStringList m_wantedKeys; ///< selection before a filter hid part of it
    QString m_wantedCurrent;
    std::vector<Held> m_held;
    Held m_current;
    bool m_busy = false;
};

} // namespace hvgpu::ui
