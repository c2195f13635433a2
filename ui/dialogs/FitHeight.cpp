#include "ui/dialogs/FitHeight.h"

#include <QDialog>
#include <QLayout>

#include <algorithm>

namespace hvgpu::ui {

void fitHeight(QDialog& dialog)
{
    dialog.ensurePolished();
    QLayout& layout = *dialog.layout();
    layout.activate();
    const bool isNew = !dialog.testAttribute(Qt::WA_Resized);
    const int width = isNew ? std::max(dialog.sizeHint().width(), dialog.minimumWidth()) : dialog.width();
    const int needed =
        layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
    if (isNew || needed > dialog.height())
        dialog.resize(width, needed);
}

} // namespace hvgpu::ui
