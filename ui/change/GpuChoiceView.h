#pragma once

#include "ui/change/GpuChoiceModel.h"

#include <QSet>
#include <QTreeView>

namespace hvgpu::ui {

/// The rows of a GpuChoiceModel. Space checks the current row; what is folded and where the keyboard is
/// survive a refresh.
class GpuChoiceView final : public QTreeView
{
    Q_OBJECT

public:
    GpuChoiceView(GpuChoiceModel* model, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void remember();
    void restore();
    void sizeColumns();

    GpuChoiceModel* m_model;
    QSet<QString> m_folded;
    QString m_current;
    bool m_sized = false;
};

} // namespace hvgpu::ui
