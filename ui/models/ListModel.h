#pragma once

#include "ui/models/Roles.h"
#include "ui/models/Scope.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QTimer>

#include <functional>
#include <vector>

namespace hvgpu::ui {

/// A column as code knows it. Ids are stable for ever: layouts and exports are stored under them.
struct ColumnInfo
{
    const char* id;      ///< "available_vram"
    QString title;       ///< translated
    QString toolTip;     ///< translated; what the figure means and its unit
    bool shown = true;   ///< visible until the user says otherwise
    bool number = false; ///< right-aligned
    int atLeast = 0;     ///< characters it is made wide for, whatever the rows hold now
};

/// What the fleet has to show in a scope, for empty and loading states.
struct ContentState
{
    int hosts = 0;
    int loading = 0; ///< reading for the first time
    int neverRead = 0;
    int failed = 0;     ///< no data, and the last read failed
    int incomplete = 0; ///< read, but the part this model shows could not be
    int items = 0;      ///< GPUs, partitionable GPUs or VMs, whatever the model lists
    QString firstError; ///< words for the first failed host
    QString whenEmpty;  ///< what the list says without items, instead of the view's own words
};

/// Base of the models that DataTreeView shows: columns with stable ids, rows with keys, a scope and a text to
/// search in. GUI thread only.
class ListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit ListModel(QObject* parent = nullptr);

    [[nodiscard]] virtual const std::vector<ColumnInfo>& columns() const = 0;
    /// Column of a stable id, or -1.
    [[nodiscard]] int columnOf(QLatin1String id) const;
    [[nodiscard]] virtual ContentState contentState(const Scope& scope) const = 0;
    /// Row with this RowKeyRole; invalid when there is none.
    [[nodiscard]] virtual QModelIndex indexOfKey(const QString& rowKey) const = 0;
    /// Whether the row belongs to @p scope; cheap, called for every row while filtering.
    [[nodiscard]] virtual bool inScope(const QModelIndex& index, const Scope& scope) const = 0;
    /// Case-folded text of the row the filter searches in; cached, cheap.
    [[nodiscard]] virtual QString filterKey(const QModelIndex& index) const = 0;

    /// Source of "now" for ages; the machine's clock unless set.
    void setNow(std::function<QDateTime()> now);
    [[nodiscard]] QDateTime now() const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    /// Lets views show ages anew; called by a timer of the owner or of the model (every 30 s).
    virtual void refreshAges();

Q_SIGNALS:
    /// Around each batch of changes: rows may get another content or place between the two.
    void aboutToApply();
    void applied();

private:
    std::function<QDateTime()> m_now;
    QTimer m_ageTimer;
};

} // namespace hvgpu::ui
