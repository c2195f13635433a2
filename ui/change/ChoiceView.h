#pragma once

#include "ui/change/ChoiceModel.h"
#include "ui/models/FleetFilterProxy.h"

#include <QTreeView>

namespace hvgpu::ui {

/// The rows of a ChoiceModel. Space checks the selected rows, Up from the first row leaves.
class ChoiceView final : public QTreeView
{
    Q_OBJECT

public:
    ChoiceView(ChoiceModel* model, QWidget* parent);

    [[nodiscard]] FleetFilterProxy* proxy() const { return m_proxy; }
    /// Key of the current row; empty without one.
    [[nodiscard]] QString currentKey() const;
    /// Also selects; an empty or unknown key leaves none.
    void setCurrentKey(const QString& key);
    /// Keys of the rows shown, in their order.
    [[nodiscard]] QStringList shownKeys() const;

Q_SIGNALS:
    /// Another row is current, or it was selected, or says something else.
    void currentKeyChanged();
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void toggleSelected();
    void sizeColumns();

    ChoiceModel* m_model;
    FleetFilterProxy* m_proxy;
    QString m_current; ///< key last told
    bool m_sized = false;
};

} // namespace hvgpu::ui
