#pragma once

#include <QString>

class QHeaderView;
class QSettings;

namespace hvgpu::ui {

class ListModel;

/// Order, widths, visibility and sorting of a header's columns, stored by the columns' stable ids so that a
/// new version may add or move columns.
class ColumnLayout
{
public:
    ColumnLayout(QHeaderView* header, const ListModel* model)
        : m_header(header)
        , m_model(model)
    {}

    void save(QSettings& settings, const QString& group) const;
    /// False when nothing is stored or its version is unknown; nothing is changed then.
    [[nodiscard]] bool restore(QSettings& settings, const QString& group) const;
    /// Designed order and visibility, natural sort order. Widths are the view's business.
    void reset() const;

private:
    QHeaderView* m_header;
    const ListModel* m_model;
};

} // namespace hvgpu::ui
