#pragma once

#include "ui/change/ChoiceView.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace hvgpu::ui {

class SearchBox;
class StateOverlay;

/// A ChoiceModel with search, "Select All" and the number selected. Down leads from the search into the list,
/// Up from its first row back.
class ChoiceList final : public QWidget
{
    Q_OBJECT

public:
    /// @p what names the list to a screen reader.
    ChoiceList(ChoiceModel::Mode mode, std::vector<ColumnInfo> columns, const QString& what, QWidget* parent);

    [[nodiscard]] ChoiceModel* model() const { return m_model; }
    [[nodiscard]] ChoiceView* view() const { return m_view; }
    /// Gives the keyboard to where one begins: the search.
    void start();
    /// What an empty list says.
    void setEmptyText(const QString& text);
    void setRows(std::vector<ChoiceRow> rows);

    /// The one chosen: the current row if it can be chosen, else empty. For lists of which one is chosen.
    [[nodiscard]] QString chosen() const;

Q_SIGNALS:
    /// Checks, or the row chosen.
    void choiceChanged();

private:
    QWidget* makeTools(const QString& what);
    void selectAllShown();
    void updateTools();
    void updateOverlay();

    ChoiceModel* m_model;
    ChoiceView* m_view;
    QWidget* m_tools = nullptr;
    SearchBox* m_search;
    QCheckBox* m_selectAll;
    QLabel* m_count;
    StateOverlay* m_overlay;
    QString m_emptyText;
};

} // namespace hvgpu::ui
