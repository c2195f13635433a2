#pragma once

#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/dda/DdaFleet.h"

#include <QAbstractItemView>
#include <QPushButton>

namespace hvgpu::test {

inline const model::HostId hostA(QStringLiteral("A"));
constexpr std::size_t checkColumn = 3; ///< of the list of GPUs: what speaks for or against one

inline operations::GpuRef gpu(const FleetOf& fleet, std::size_t number)
{
    return {hostA, fleet.build().hosts.front()->snapshot->gpus[number].id};
}

template <class Widget>
Widget* child(const QDialog& dialog, const char* name)
{
    for (Widget* widget : dialog.findChildren<Widget*>(QLatin1String(name)))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

inline QString verb(const QDialog& dialog)
{
    return dialog.findChild<QPushButton*>(QStringLiteral("next"))->text().remove(QLatin1Char('&'));
}

/// Everything a person reads on the review.
inline QString reviewText(const QDialog& dialog)
{
    QStringList texts;
    for (const QAbstractItemView* view : dialog.findChildren<QAbstractItemView*>())
        if (view->isVisible() && view->model() != nullptr)
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    texts << view->model()->index(row, column).data().toString();
    return texts.join(QLatin1Char('\n')) + findings(dialog);
}

} // namespace hvgpu::test
