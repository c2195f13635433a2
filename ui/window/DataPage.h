#pragma once

#include "ui/details/DetailContent.h"
#include "ui/views/DataTreeView.h"

#include <QWidget>

#include <functional>

class QToolBar;

namespace hvgpu::ui {

/// What makes a tab: everything the window needs to know of it.
struct PageSpec
{
    QString id;    ///< stable: settings and object names
    QString title; ///< translated, with mnemonic
    QString icon;
    DataTreeView::Content content = DataTreeView::Content::Gpus;
    ListModel* model = nullptr; ///< not owned
    std::function<DetailContent(const QModelIndexList& rows)> details;
};

/// One tab: a command bar over a list.
class DataPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(PageSpec spec, QWidget* parent = nullptr);

    [[nodiscard]] const PageSpec& spec() const { return m_spec; }
    [[nodiscard]] DataTreeView* view() const { return m_view; }
    [[nodiscard]] QToolBar* commandBar() const { return m_bar; }
    /// Details of what is selected here.
    [[nodiscard]] DetailContent details() const;

private:
    PageSpec m_spec;
    QToolBar* m_bar;
    DataTreeView* m_view;
};

} // namespace hvgpu::ui
