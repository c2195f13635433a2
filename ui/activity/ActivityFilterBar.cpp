#include "ui/activity/ActivityFilterBar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <map>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 6;
constexpr int leastCharacters = 14;
constexpr int mostCharacters = 32;

template <class Enum>
void addItem(QComboBox* box, const QString& text, Enum value)
{
    box->addItem(text, static_cast<int>(value));
}

} // namespace

ActivityFilterBar::ActivityFilterBar(QWidget* parent)
    : QWidget(parent)
{
    using Period = ActivityFilter::Period;
    using Result = ActivityFilter::Result;
    setObjectName(u"activityFilter"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(edge, 2, edge, 4);
    m_period = addChoice(u"filterPeriod"_s, tr("Perio&d:"), tr("Period"));
    addItem(m_period, tr("Any time"), Period::All);
    addItem(m_period, tr("Today"), Period::Today);
    addItem(m_period, tr("Last 7 days"), Period::Week);
    addItem(m_period, tr("Last 30 days"), Period::Month);
    m_server = addChoice(u"filterServer"_s, tr("&Server:"), tr("Server"));
    m_server->addItem(tr("All servers"), QString());
    m_result = addChoice(u"filterResult"_s, tr("Resu&lt:"), tr("Result"));
    addItem(m_result, tr("Any"), Result::All);
    addItem(m_result, tr("Under way or interrupted"), Result::UnderWay);
    addItem(m_result, tr("Succeeded"), Result::Succeeded);
    addItem(m_result, tr("Not fully succeeded"), Result::NotSucceeded);
    addItem(m_result, tr("Put back or cancelled"), Result::PutBack);
    layout->addStretch();
    for (QComboBox* box : {m_period, m_server, m_result}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT changed(filter()); });
        // The bar does not keep a narrow window from showing the fleet; the list that drops down is whole.
        box->setMinimumWidth(fontMetrics().averageCharWidth() * leastCharacters);
        box->setMaximumWidth(fontMetrics().averageCharWidth() * mostCharacters);
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
        box->view()->setMinimumWidth(box->sizeHint().width());
    }
}

QComboBox* ActivityFilterBar::addChoice(const QString& name, const QString& label,
                                        const QString& accessibleName)
{
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    auto* words = new QLabel(label, this);
    words->setBuddy(box);
    layout()->addWidget(words);
    layout()->addWidget(box);
    return box;
}

ActivityFilter ActivityFilterBar::filter() const
{
    ActivityFilter filter;
    filter.period = static_cast<ActivityFilter::Period>(m_period->currentData().toInt());
    filter.result = static_cast<ActivityFilter::Result>(m_result->currentData().toInt());
    filter.host = model::HostId(m_server->currentData().toString());
    return filter;
}

void ActivityFilterBar::setFilter(const ActivityFilter& filter)
{
    m_period->setCurrentIndex(std::max(0, m_period->findData(static_cast<int>(filter.period))));
    m_result->setCurrentIndex(std::max(0, m_result->findData(static_cast<int>(filter.result))));
    m_server->setCurrentIndex(std::max(0, m_server->findData(filter.host.text())));
}

void ActivityFilterBar::offerServers(const ActivityModel::Activities& activities)
{
    std::map<QString, QString> names; // by id, so that two servers of one name stay two
    for (const auto& activity : activities) {
        for (const operations::Target& target : activity->plan.targets)
            names.try_emplace(target.host.text(), target.hostName);
    }
    for (const auto& [id, name] : names) {
        if (m_server->findData(id) >= 0)
            continue;
        int place = 1;
        while (place < m_server->count() && m_server->itemText(place).localeAwareCompare(name) < 0)
            ++place;
        const QSignalBlocker quiet(m_server);
        m_server->insertItem(place, name, id);
    }
}

} // namespace hvgpu::ui
