#include "ui/views/ColumnLayout.h"

#include "ui/models/ListModel.h"

#include <QHeaderView>
#include <QSettings>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutVersion = 1;
constexpr int minWidth = 16;
constexpr int maxWidth = 4000;

QString idOf(const ListModel& model, int logical)
{
    return model.headerData(logical, Qt::Horizontal, ColumnIdRole).toString();
}

} // namespace

void ColumnLayout::save(QSettings& settings, const QString& group) const
{
    settings.beginGroup(group);
    settings.remove(QString());
    settings.setValue(u"version"_s, layoutVersion);
    settings.beginWriteArray(u"columns"_s, m_header->count());
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        const bool hidden = m_header->isSectionHidden(logical);
        settings.setArrayIndex(visual);
        settings.setValue(u"id"_s, idOf(*m_model, logical));
        settings.setValue(u"hidden"_s, hidden);
        if (!hidden)
            settings.setValue(u"width"_s, m_header->sectionSize(logical));
    }
    settings.endArray();
    const int sorted = m_header->sortIndicatorSection();
    settings.setValue(u"sort"_s, sorted >= 0 ? idOf(*m_model, sorted) : QString());
    settings.setValue(u"descending"_s, m_header->sortIndicatorOrder() == Qt::DescendingOrder);
    settings.endGroup();
}

bool ColumnLayout::restore(QSettings& settings, const QString& group) const
{
    settings.beginGroup(group);
    const bool known = settings.value(u"version"_s).toInt() == layoutVersion;
    const int count = known ? settings.beginReadArray(u"columns"_s) : 0;
    int target = 0;
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const int logical = m_model->columnOf(QLatin1String(settings.value(u"id"_s).toString().toLatin1()));
        if (logical < 0)
            continue;
        m_header->moveSection(m_header->visualIndex(logical), target++);
        m_header->setSectionHidden(logical, logical != 0 && settings.value(u"hidden"_s).toBool());
        const int width = settings.value(u"width"_s).toInt();
        if (width >= minWidth && width <= maxWidth)
            m_header->resizeSection(logical, width);
    }
    if (known) {
        settings.endArray();
        const int sorted = m_model->columnOf(QLatin1String(settings.value(u"sort"_s).toString().toLatin1()));
        m_header->setSortIndicator(sorted, settings.value(u"descending"_s).toBool() ? Qt::DescendingOrder
                                                                                    : Qt::AscendingOrder);
    }
    settings.endGroup();
    return known && target > 0;
}

void ColumnLayout::reset() const
{
    const std::vector<ColumnInfo>& columns = m_model->columns();
    for (int logical = 0; logical < m_header->count(); ++logical) {
        m_header->moveSection(m_header->visualIndex(logical), logical);
        m_header->setSectionHidden(logical, !columns[static_cast<std::size_t>(logical)].shown);
    }
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
}

} // namespace hvgpu::ui
