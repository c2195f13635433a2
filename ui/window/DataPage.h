#pragma once

#include "core/report/Table.h"
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
    std::function<DetailContent(const QModelIndexList& rows)> details{};
    std::function<report::Table()> report{}; ///< what Export writes of it; the table as shown when empty
    /// Instead: every row there is, whatever is filtered out; what it returns is called on a worker.
    std::function<std::function<report::Table()>()> wholeReport{};
    bool aboutServers = true; ///< its rows belong to servers: offers what can be done with them
};

/// One tab: a command bar over a list of anything that has a ListModel.
class DataPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(PageSpec spec, QWidget* parent = nullptr);

    [[nodiscard]] const PageSpec& spec() const { return m_spec; }
    [[nodiscard]] DataTreeView* view() const { return m_view; }
    [[nodiscard]] QToolBar* commandBar() const { return m_bar; }
    /// Puts a widget between the command bar and the list.
    void addBelowBar(QWidget* widget);
    /// Details of what is selected here.
    [[nodiscard]] DetailContent details() const;

private:
    PageSpec m_spec;
    QToolBar* m_bar;
    DataTreeView* m_view;
};

} // namespace hvgpu::ui
