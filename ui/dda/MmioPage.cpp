#include "ui/dda/MmioPage.h"

#include "core/text/MmioText.h"
#include "ui/change/Titles.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using Limits = analysis::MmioLimits;

QSpinBox* makeSpace(QWidget* parent, const QString& name, const QString& what, std::uint64_t most)
{
    auto* space = new QSpinBox(parent);
    space->setObjectName(name);
    space->setRange(0, static_cast<int>(most));
    constexpr int step = 128;
    space->setSingleStep(step);
    space->setGroupSeparatorShown(true);
    space->setSuffix(MmioPage::tr(" MB"));
    space->setAccessibleName(what);
    return space;
}

} // namespace

MmioPage::MmioPage(const ChangeServices& services, Answer answer, std::function<Question()> question,
                   QWidget* parent)
    : FleetPage(services, parent)
    , m_answer(answer)
    , m_question(std::move(question))
    , m_sum(new QTreeWidget(this))
    , m_caveats(new QLabel(this))
    , m_now(new QLabel(this))
    // One more than what is allowed can be typed, so that the reason can be read.
    , m_low(makeSpace(this, u"lowMmio"_s, tr("Low MMIO space"), 2 * Limits::mostLowMb))
    , m_high(makeSpace(this, u"highMmio"_s, tr("High MMIO space"), 2 * Limits::mostHighMb))
    , m_workedOut(new QPushButton(tr("&Use what was worked out"), this))
    , m_warning(new QLabel(this))
{
    setObjectName(u"mmioPage"_s);
    layOut();
    connect(m_low, &QSpinBox::valueChanged, this, &MmioPage::take);
    connect(m_high, &QSpinBox::valueChanged, this, &MmioPage::take);
    connect(m_workedOut, &QPushButton::clicked, this, &MmioPage::useWorkedOut);
}

void MmioPage::layOut()
{
    m_sum->setObjectName(u"mmioSum"_s);
    m_sum->setAccessibleName(tr("How the MMIO space was added up"));
    m_sum->setHeaderLabels({tr("What needs it"), tr("Space"), tr("Where")});
    m_sum->setRootIsDecorated(false);
    m_sum->setUniformRowHeights(true);
    m_sum->setAlternatingRowColors(true);
    m_sum->setSelectionMode(QAbstractItemView::SingleSelection);
    m_sum->header()->setStretchLastSection(false);
    m_sum->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_workedOut->setObjectName(u"workedOut"_s);
    m_workedOut->setAutoDefault(false);
    m_caveats->setObjectName(u"mmioCaveats"_s);
    m_now->setObjectName(u"mmioNow"_s);
    m_warning->setObjectName(u"mmioWarning"_s);
    for (QLabel* label : {m_caveats, m_now, m_warning}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* low = new QLabel(tr("&Low MMIO space:"), this);
    low->setBuddy(m_low);
    auto* high = new QLabel(tr("&High MMIO space:"), this);
    high->setBuddy(m_high);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins({});
    int row = 0;
    layout->addWidget(m_sum, row++, 0, 1, 5);
    layout->addWidget(m_caveats, row++, 0, 1, 5);
    layout->addWidget(m_now, row++, 0, 1, 5);
    layout->addWidget(low, row, 0);
    layout->addWidget(m_low, row, 1);
    layout->addWidget(high, row, 2);
    layout->addWidget(m_high, row, 3);
    layout->addWidget(m_workedOut, row++, 4, Qt::AlignLeft);
    layout->addWidget(m_warning, row, 0, 1, 5);
    layout->setRowStretch(0, 1);
    layout->setColumnStretch(4, 1);
}

QString MmioPage::title() const
{
    return tr("MMIO space");
}

QString MmioPage::subtitle() const
{
    return tr("Addresses through which the guest reaches the memory of its devices. Too little of it, and "
              "the device "
              "fails in the guest with code 12.");
}

std::uint64_t MmioPage::wantedLow() const
{
    const std::uint64_t example = m_sizing.isComplete() ? 0 : Limits::exampleLowMb;
    return std::max({m_sizing.lowMb, m_nowLow.value_or(0), example});
}

std::uint64_t MmioPage::wantedHigh() const
{
    const std::uint64_t example = m_sizing.isComplete() ? 0 : Limits::exampleHighMb;
    return std::max({m_sizing.highMb, m_nowHigh.value_or(0), example});
}

QString MmioPage::whatIsMissing() const
{
    const QString low = text::whyNotLowMmio(static_cast<std::uint64_t>(m_low->value()));
    return low.isEmpty() ? text::whyNotHighMmio(static_cast<std::uint64_t>(m_high->value())) : low;
}

void MmioPage::enter()
{
    refresh();
}

void MmioPage::refresh()
{
    const Question question = m_question();
    if (!question.host || !question.host->snapshot || question.vm == nullptr)
        return;
    m_sizing = analysis::mmioSizing(question.devices, *question.host->snapshot, question.vm);
    m_nowLow = question.vm->lowMmioGapMb;
    m_nowHigh = question.vm->highMmioGapMb;
    m_sum->clear();
    for (const text::MmioLine& line : text::mmioLines(m_sizing, *question.host->snapshot)) {
        auto* item = new QTreeWidgetItem(m_sum, {line.what, line.amount, line.where});
        item->setToolTip(0, line.what);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    const int lines = m_sum->topLevelItemCount();
    for (int sum = std::max(0, lines - 2); sum < lines; ++sum) { // the two sums
        QFont bold = m_sum->font();
        bold.setBold(true);
        for (int column = 0; column < m_sum->columnCount(); ++column)
            m_sum->topLevelItem(sum)->setFont(column, bold);
    }
    m_sum->resizeColumnToContents(1);
    m_sum->resizeColumnToContents(2);
    QString caveats = text::mmioCaveats(m_sizing, *question.host->snapshot).join(u' ');
    if (!m_sizing.isComplete())
        caveats +=
            u' ' + tr("What the example in Microsoft's document gives a large GPU is used instead: %1.")
                       .arg(text::mmioSpaces(Limits::exampleLowMb, Limits::exampleHighMb));
    m_caveats->setText(caveats);
    m_caveats->setVisible(!caveats.isEmpty());
    const auto value = [](const std::optional<std::uint64_t>& mb) {
        return mb ? text::megabytes(*mb) : tr("not known");
    };
    m_now->setText(
        tr("%1 has low %2, high %3 now.")
            .arg(vmTitle(*question.host->snapshot, *question.vm), value(m_nowLow), value(m_nowHigh)));
    if (!m_typed)
        useWorkedOut();
    else
        take();
}

void MmioPage::useWorkedOut()
{
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    m_low->setValue(static_cast<int>(wantedLow()));
    m_high->setValue(static_cast<int>(wantedHigh()));
    take();
}

void MmioPage::take()
{
    const auto low = static_cast<std::uint64_t>(m_low->value());
    const auto high = static_cast<std::uint64_t>(m_high->value());
    m_typed = low != wantedLow() || high != wantedHigh();
    m_answer.lowMb = low;
    m_answer.highMb = high;
    m_workedOut->setEnabled(m_typed);
    const bool tooLittle = whatIsMissing().isEmpty() && (low < m_sizing.lowMb || high < m_sizing.highMb);
    m_warning->setText(tooLittle ? tr("This is less than its devices need.") : QString());
    m_warning->setVisible(tooLittle);
    Q_EMIT changed();
}

} // namespace hvgpu::ui
