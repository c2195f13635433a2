#include "ui/window/DataPage.h"

#include <QToolBar>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

DataPage::DataPage(PageSpec spec, QWidget* parent)
    : QWidget(parent)
    , m_spec(std::move(spec))
    , m_bar(new QToolBar(this))
    , m_view(new DataTreeView(m_spec.content, this))
{
    const QString name = QString(m_spec.title).remove(u'&');
    setObjectName(u"page-"_s + m_spec.id);
    m_bar->setObjectName(u"commands-"_s + m_spec.id);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize(QSize(16, 16));
    m_bar->setAccessibleName(tr("Commands for %1").arg(name));
    m_view->setObjectName(u"view-"_s + m_spec.id);
    m_view->setAccessibleName(name);
    m_view->setListModel(m_spec.model);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
}

void DataPage::addBelowBar(QWidget* widget)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_view), widget);
}

DetailContent DataPage::details() const
{
    return m_spec.details(m_view->selectedSourceRows());
}

} // namespace hvgpu::ui
