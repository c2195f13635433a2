#pragma once

#include "ui/details/DetailContent.h"

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;

namespace hvgpu::ui {

class ColumnsLayout;
class ValueField;

/// *Selected item details*: the fields of the selection in columns, each value selectable and copyable. One
/// tab stop; Up and Down walk through the values.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget* parent = nullptr);

    /// Comes after @p before when Tab goes through the window; returns its last stop that always is.
    QWidget* comeAfter(QWidget* before);

    /// Shows @p content; values that did not change keep their selection and focus.
    void showContent(const DetailContent& content);
    [[nodiscard]] const DetailContent& content() const { return m_content; }
    [[nodiscard]] ValueField* field(const QString& id) const;

public Q_SLOTS:
    void copyAll();

Q_SIGNALS:
    /// For the status bar: something was put on the clipboard.
    void copied(const QString& message);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    bool updateInPlace(const DetailContent& content);
    QWidget* makeSection(const DetailSection& section);
    void walk(const ValueField* from, int steps);
    void updateHeader();
    void elideTitle();

    DetailContent m_content;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_empty;
    QToolButton* m_copyAll;
    QScrollArea* m_scroll;
    QWidget* m_body;
    ColumnsLayout* m_columns;
    std::vector<ValueField*> m_fields;
};

} // namespace hvgpu::ui
