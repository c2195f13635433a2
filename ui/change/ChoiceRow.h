#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace hvgpu::ui {

struct ChoiceCell
{
    QString text;
    QVariant rank;   ///< sorts by it; invalid = by the text
    QString toolTip; ///< empty = the text
    QString icon;

    friend bool operator==(const ChoiceCell&, const ChoiceCell&) = default;
};

/// One thing to choose, worked out once per snapshot. A plain value.
struct ChoiceRow
{
    QString key; ///< identity that survives refreshes; unique in its list
    std::vector<ChoiceCell> cells;
    QString whyNot; ///< why it cannot be chosen; empty = it can
    QString findBy; ///< searched beside the cells' texts

    [[nodiscard]] bool isChoosable() const { return whyNot.isEmpty(); }
    friend bool operator==(const ChoiceRow&, const ChoiceRow&) = default;
};

} // namespace hvgpu::ui
