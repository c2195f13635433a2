#include "ui/change/PartitionCountPage.h"

#include "core/operations/Planner.h"
#include "ui/change/FindingsView.h"
#include "ui/change/GpuChoiceModel.h"
#include "ui/change/GpuChoiceView.h"
#include "ui/change/VramCallout.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::FindingCode;

namespace {

/// Counts offered by every one of @p gpus, with how many have each now.
struct Offer
{
    std::vector<std::uint16_t> counts;
    std::map<std::uint16_t, int> now;
    int gpus = 0;
};

Offer offerOf(const std::vector<operations::GpuRef>& refs, const fleet::FleetSnapshot& fleet)
{
    Offer offer;
    for (const operations::GpuRef& ref : refs) {
        const auto host = fleet.find(ref.host);
        const model::Gpu* gpu = host && host->snapshot ? host->snapshot->findGpu(ref.gpu) : nullptr;
        if (gpu == nullptr || !gpu->partitioning)
            continue;
        std::vector<std::uint16_t> counts = analysis::offeredCounts(*gpu->partitioning);
        if (offer.gpus++ == 0) {
            offer.counts = std::move(counts);
        } else {
            std::erase_if(offer.counts, [&](std::uint16_t count) {
                return !std::binary_search(counts.begin(), counts.end(), count);
            });
        }
        if (gpu->partitioning->partitionCount)
            ++offer.now[*gpu->partitioning->partitionCount];
    }
    return offer;
}

QString countLabel(std::uint16_t count, const Offer& offer)
{
    const auto now = offer.now.find(count);
    if (now == offer.now.end())
        return QString::number(count);
    if (now->second == offer.gpus)
        return PartitionCountPage::tr("%1 (now)").arg(count);
    return PartitionCountPage::tr("%1 (now on %2 of %n GPU(s))", nullptr, offer.gpus)
        .arg(count)
        .arg(now->second);
}

} // namespace

PartitionCountPage::PartitionCountPage(const ChangeServices& services,
                                       std::vector<operations::GpuRef> selected,
                                       std::vector<model::HostId> hosts, QWidget* parent)
    : ChangePage(parent)
    , m_services(services)
    , m_wanted(std::move(selected))
    , m_hosts(std::move(hosts))
    , m_setLabel(new QLabel(tr("&Set of equal GPUs"), this))
    , m_set(new QComboBox(this))
    , m_model(new GpuChoiceModel(this))
    , m_view(new GpuChoiceView(m_model, this))
    , m_whyNot(new QLabel(this))
    , m_findings(new FindingsView(this))
    , m_count(new QComboBox(this))
    , m_callout(new VramCallout(this))
{
    layOut();
    connect(m_set, &QComboBox::activated, this, &PartitionCountPage::chooseSet);
    connect(m_count, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_updating)
            update();
    });
    connect(m_model, &GpuChoiceModel::checksChanged, this, [this] {
        if (m_updating)
            return;
        m_touched = true;
        update();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PartitionCountPage::updateWhyNot);
    connect(m_findings, &FindingsView::actionRequested, this,
            [this](int finding) { Q_EMIT findingFollowed(m_plan, finding); });
    connect(&m_services.fleet, &fleet::Fleet::changed, this, &PartitionCountPage::showFleet);
    showFleet();
}

void PartitionCountPage::layOut()
{
    m_setLabel->setBuddy(m_set);
    m_set->setObjectName(u"gpuSet"_s);
    m_set->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_view->setObjectName(u"gpuChoices"_s);
    m_view->setAccessibleName(tr("Servers and their GPUs"));
    constexpr int leastRows = 4;
    m_view->setMinimumHeight(fontMetrics().lineSpacing() * leastRows);
    m_whyNot->setObjectName(u"whyNot"_s);
    m_whyNot->setTextFormat(Qt::PlainText);
    m_whyNot->setWordWrap(true);
    m_whyNot->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whyNot->hide();
    auto* countText = new QLabel(tr("&Number of Partitions"), this);
    countText->setObjectName(u"countLabel"_s);
    countText->setBuddy(m_count);
    m_count->setObjectName(u"partitionCount"_s);
    m_count->setAccessibleName(tr("Number of Partitions"));
    m_count->setPlaceholderText(tr("Choose…"));
    m_count->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    constexpr int countCharacters = 22;
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * countCharacters);

    auto* sets = new QHBoxLayout;
    sets->addWidget(m_setLabel);
    sets->addWidget(m_set, 1);
    auto* counts = new QGridLayout;
    counts->setVerticalSpacing(0);
    counts->setColumnStretch(2, 1);
    counts->addWidget(countText, 0, 0);
    counts->addWidget(m_count, 0, 1);
    counts->addWidget(m_callout, 1, 1, 1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(sets);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_whyNot);
    layout->addWidget(m_findings);
    layout->addLayout(counts);
}

QString PartitionCountPage::title() const
{
    return tr("Configure partition count on GPUs");
}

QString PartitionCountPage::subtitle() const
{
    return tr(
        "Select GPUs of the same size, manufacturer and model, then the number of partitions for each.");
}

QString PartitionCountPage::whatIsMissing() const
{
    if (m_model->choices().servers.empty())
        return tr("There are no servers.");
    if (m_model->checked().empty())
        return tr("Select GPUs first.");
    if (m_plan.isBlocked())
        return tr("The errors above must be dealt with first.");
    if (!count())
        return tr("Choose the number of partitions.");
    if (m_plan.isEmpty())
        return tr("The selected GPUs already have this number of partitions.");
    return {};
}

operations::SetCountRequest PartitionCountPage::request() const
{
    return {m_model->checked(), count().value_or(0), m_model->choices().hosts()};
}

std::optional<std::uint16_t> PartitionCountPage::count() const
{
    if (m_count->currentIndex() < 0)
        return std::nullopt;
    return static_cast<std::uint16_t>(m_count->currentData().toUInt());
}

void PartitionCountPage::showFleet()
{
    {
        const QScopedValueRollback updating(m_updating, true);
        m_model->setChoices(gpuChoices(*m_services.fleet.snapshot(), m_hosts, m_services.now()));
        preselect();
    }
    update();
}

/// Until the user chooses: what the dialog was opened for, else the set when there is exactly one.
void PartitionCountPage::preselect()
{
    if (m_touched)
        return;
    const std::vector<GpuSet>& sets = m_model->choices().sets;
    if (!m_wanted.empty())
        m_model->setChecked(m_wanted);
    else if (sets.size() == 1)
        m_model->setChecked(sets.front().gpus);
    else
        m_model->setChecked({});
}

void PartitionCountPage::chooseSet(int index)
{
    const auto set = static_cast<std::size_t>(m_set->itemData(index).toInt());
    if (index > 0 && set < m_model->choices().sets.size()) {
        m_touched = true;
        m_model->setChecked(m_model->choices().sets[set].gpus);
    }
    updateSets();
}

void PartitionCountPage::update()
{
    updateSets();
    updateCounts();
    m_model->setPreview(count(), *m_services.fleet.snapshot());
    updateCallout();
    updateWhyNot();
    makePlan();
    Q_EMIT changed();
}

/// Reasons are longer than their column.
void PartitionCountPage::updateWhyNot()
{
    const QString reason = m_model->whyNot(m_view->currentIndex());
    m_whyNot->setText(reason);
    m_whyNot->setVisible(!reason.isEmpty());
}

void PartitionCountPage::updateSets()
{
    const QSignalBlocker quiet(m_set);
    const std::vector<GpuSet>& sets = m_model->choices().sets;
    const std::vector<operations::GpuRef> checked = m_model->checked();
    m_setLabel->setVisible(sets.size() > 1);
    m_set->setVisible(sets.size() > 1);
    QStringList titles{checked.empty() ? tr("Choose a set…") : tr("Own selection")};
    int current = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        titles << sets[i].title;
        std::vector<operations::GpuRef> possible = sets[i].gpus;
        std::erase_if(possible, [this](const operations::GpuRef& ref) {
            const GpuChoice* gpu = m_model->choices().find(ref);
            return gpu == nullptr || !gpu->isChoosable();
        });
        if (!checked.empty() &&
            std::is_permutation(possible.begin(), possible.end(), checked.begin(), checked.end()))
            current = static_cast<int>(i) + 1;
    }
    bool same = titles.size() == m_set->count();
    for (int i = 0; same && i < m_set->count(); ++i)
        same = m_set->itemText(i) == titles[i];
    if (!same) {
        m_set->clear();
        for (int i = 0; i < titles.size(); ++i)
            m_set->addItem(titles[i], i - 1);
    }
    m_set->setCurrentIndex(current);
}

void PartitionCountPage::updateCounts()
{
    const QScopedValueRollback updating(m_updating, true);
    const std::optional<std::uint16_t> chosen = count();
    const Offer offer = offerOf(m_model->checked(), *m_services.fleet.snapshot());
    QStringList labels;
    for (const std::uint16_t offered : offer.counts)
        labels << countLabel(offered, offer);
    bool same = labels.size() == m_count->count();
    for (int i = 0; same && i < m_count->count(); ++i)
        same = m_count->itemText(i) == labels[i];
    if (!same) {
        m_count->clear();
        for (std::size_t i = 0; i < offer.counts.size(); ++i)
            m_count->addItem(labels[static_cast<int>(i)], offer.counts[i]);
        const auto place =
            chosen ? std::find(offer.counts.begin(), offer.counts.end(), *chosen) : offer.counts.end();
        m_count->setCurrentIndex(
            place == offer.counts.end() ? -1 : static_cast<int>(place - offer.counts.begin()));
    }
    const bool any = !offer.counts.empty();
    m_count->setEnabled(any);
    m_count->setToolTip(any ? tr("The counts that the manufacturer offers for the selected GPUs")
                        : offer.gpus == 0 ? tr("Select GPUs first.")
                                          : tr("There is no count that all selected GPUs offer."));
}

void PartitionCountPage::updateCallout()
{
    const std::optional<std::uint16_t> chosen = count();
    if (!chosen) {
        m_callout->hide();
        return;
    }
    const auto fleet = m_services.fleet.snapshot();
    std::vector<std::optional<analysis::PartitionSize>> sizes;
    for (const operations::GpuRef& ref : m_model->checked()) {
        const auto host = fleet->find(ref.host);
        const model::Gpu* gpu = host && host->snapshot ? host->snapshot->findGpu(ref.gpu) : nullptr;
        if (gpu != nullptr)
            sizes.push_back(analysis::partitionSize(*gpu, *chosen));
    }
    m_callout->showSizes(*chosen, sizes);
}

void PartitionCountPage::makePlan()
{
    const auto fleet = m_services.fleet.snapshot();
    m_plan = operations::planSetCount(request(), *fleet, {{}, m_services.now()});
    const bool counted = count().has_value();
    std::erase_if(m_plan.findings, [counted](const operations::Finding& finding) {
        // Said beside the button; it is no mistake not to have chosen yet.
        return finding.code == FindingCode::NothingSelected ||
               (!counted &&
                (finding.code == FindingCode::CountNotValid || finding.code == FindingCode::CountUnchanged));
    });
    m_findings->showFindings(m_plan, *fleet);
}

} // namespace hvgpu::ui
