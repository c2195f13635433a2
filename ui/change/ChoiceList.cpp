#include "ui/change/ChoiceList.h"

#include "ui/views/StateOverlay.h"
#include "ui/window/SearchBox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int worthSearching = 8;
}

ChoiceList::ChoiceList(ChoiceModel::Mode mode, std::vector<ColumnInfo> columns, const QString& what,
                       QWidget* parent)
    : QWidget(parent)
    , m_model(new ChoiceModel(mode, std::move(columns), this))
    , m_view(new ChoiceView(m_model, this))
    , m_search(new SearchBox(this))
    , m_selectAll(new QCheckBox(tr("Select &All"), this))
    , m_count(new QLabel(this))
    , m_overlay(new StateOverlay(m_view->viewport()))
{
    m_view->setObjectName(u"choices"_s);
    m_view->setAccessibleName(what);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_tools = makeTools(what);
    layout->addWidget(m_tools);
    layout->addWidget(m_view, 1);
    connect(m_model, &ChoiceModel::checksChanged, this, [this] {
        updateTools();
        Q_EMIT choiceChanged();
    });
    connect(m_model, &ListModel::applied, this, [this] {
        updateTools();
        updateOverlay();
    });
    connect(m_view->proxy(), &FleetFilterProxy::refiltered, this, [this] {
        updateTools();
        updateOverlay();
    });
    connect(m_view, &ChoiceView::currentKeyChanged, this, &ChoiceList::choiceChanged);
    connect(m_view, &ChoiceView::leaveRequested, this, [this] { m_search->setFocus(Qt::OtherFocusReason); });
    connect(m_overlay, &StateOverlay::clearFilterRequested, m_search, &QLineEdit::clear);
    setFocusProxy(m_view);
}

QWidget* ChoiceList::makeTools(const QString& what)
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    m_selectAll->setObjectName(u"selectAll"_s);
    m_selectAll->setTristate(true);
    m_selectAll->setToolTip(tr("Selects every row shown that can be selected; with a search, those found"));
    m_count->setObjectName(u"selectedCount"_s);
    m_search->setAccessibleName(tr("Search in %1").arg(what));
    m_search->setPlaceholderText(tr("Search"));
    row->addWidget(m_selectAll);
    row->addWidget(m_count, 1);
    row->addWidget(m_search);
    const bool several = m_model->mode() == ChoiceModel::Mode::Several;
    m_selectAll->setVisible(several);
    m_count->setVisible(several);
    connect(m_selectAll, &QCheckBox::clicked, this, &ChoiceList::selectAllShown);
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_view->proxy()->setFilterText(text.trimmed()); });
    connect(m_search, &SearchBox::leaveRequested, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    setTabOrder(m_selectAll, m_search);
    setTabOrder(m_search, m_view);
    return tools;
}

void ChoiceList::start()
{
    QWidget* first = m_search->isVisible() ? static_cast<QWidget*>(m_search) : m_view;
    first->setFocus(Qt::OtherFocusReason);
}

void ChoiceList::setEmptyText(const QString& text)
{
    m_emptyText = text;
    updateOverlay();
}

void ChoiceList::setRows(std::vector<ChoiceRow> rows)
{
    const QString current = m_view->currentKey();
    m_model->setRows(std::move(rows));
    if (m_view->currentKey() != current && m_model->find(current) != nullptr)
        m_view->setCurrentKey(current);
}

QString ChoiceList::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    const ChoiceRow* row = m_model->find(m_view->currentKey());
    return row != nullptr && row->isChoosable() && m_view->selectionModel()->isSelected(current) ? row->key
                                                                                                 : QString();
}

/// Everything shown, or nothing of it when all of it was selected.
void ChoiceList::selectAllShown()
{
    const QStringList shown = m_view->shownKeys();
    const bool allChecked = std::all_of(shown.begin(), shown.end(), [this](const QString& key) {
        return m_model->isChecked(key) || !m_model->find(key)->isChoosable();
    });
    m_model->setChecked(shown, !allChecked);
    updateTools();
}

void ChoiceList::updateTools()
{
    if (m_model->mode() == ChoiceModel::Mode::One) {
        m_tools->setVisible(m_model->rowCount() > worthSearching);
        return;
    }
    int choosable = 0;
    int checked = 0;
    const QStringList shown = m_view->shownKeys();
    for (const QString& key : shown) {
        const bool isChecked = m_model->isChecked(key);
        checked += isChecked ? 1 : 0;
        choosable += isChecked || m_model->find(key)->isChoosable() ? 1 : 0;
    }
    m_selectAll->setEnabled(choosable > 0);
    m_selectAll->setCheckState(checked == 0           ? Qt::Unchecked
                               : checked == choosable ? Qt::Checked
                                                      : Qt::PartiallyChecked);
    const int selected = static_cast<int>(m_model->checked().size());
    m_count->setText(
        m_view->proxy()->filterText().isEmpty()
            ? tr("%1 of %2 selected").arg(selected).arg(m_model->rowCount())
            : tr("%1 of %2 selected, %3 shown").arg(selected).arg(m_model->rowCount()).arg(shown.size()));
}

void ChoiceList::updateOverlay()
{
    if (m_model->rowCount() == 0)
        m_overlay->showEmpty(m_emptyText);
    else if (m_view->proxy()->rowCount() == 0)
        m_overlay->showFiltered(m_view->proxy()->filterText());
    else
        m_overlay->hideState();
}

} // namespace hvgpu::ui
