#include "ui/change/FindingsView.h"

#include "core/text/PlanText.h"
#include "ui/change/FindingGroups.h"
#include "ui/change/PlainToolTip.h"
#include "ui/theme/Icons.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::Severity;

namespace {

constexpr int maxLines = 9;
constexpr int iconSize = 16;

QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Blocking:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"info"_s;
}

QLabel* words(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Read on the way through, but no stop for those who only want to get to the buttons.
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

struct FindingsView::Private
{
    QScrollArea* area = nullptr;
    QWidget* body = nullptr;
    QGridLayout* grid = nullptr;
    std::vector<FindingGroup> groups;
    QString text;
};

FindingsView::FindingsView(QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"findings"_s);
    setAccessibleName(tr("Messages"));
    d->area = new QScrollArea(this);
    // Its height is worked out here; its own idea of a least height would only be cut off.
    d->area->setMinimumHeight(1);
    d->area->setFrameShape(QFrame::StyledPanel);
    d->area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->area->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->area);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

FindingsView::~FindingsView() = default;

void FindingsView::showFindings(const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    std::vector<FindingGroup> groups = groupFindings(plan, fleet);
    if (groups == d->groups)
        return;
    const bool worse = !groups.empty() && (d->groups.empty() || groups.front() != d->groups.front());
    d->groups = std::move(groups);
    fill();
    setVisible(!d->groups.empty());
    fit();
    if (worse && isVisible()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void FindingsView::fill()
{
    auto* body = new QWidget;
    body->setObjectName(u"findingsBody"_s);
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    QStringList lines;
    int row = 0;
    for (const FindingGroup& group : d->groups) {
        auto* picture = new QLabel(body);
        picture->setPixmap(
            icon(iconName(group.severity)).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
        grid->addWidget(picture, row, 0, Qt::AlignTop);
        auto* label = words(group.text, body);
        if (group.subjects.size() > FindingGroup::subjectsShown)
            label->setToolTip(plainToolTip(group.subjects.join(u", "_s)));
        grid->addWidget(label, row, 1, Qt::AlignTop);
        if (group.offersUnassign) {
            auto* link = new QPushButton(tr("&Unassign first…"), body);
            link->setObjectName(u"unassignFirst"_s);
            link->setAutoDefault(false);
            const int finding = group.first;
            connect(link, &QPushButton::clicked, this, [this, finding] { Q_EMIT actionRequested(finding); });
            grid->addWidget(link, row, 2, Qt::AlignTop);
        }
        lines << group.text;
        ++row;
    }
    d->text = lines.join(u'\n');
    setAccessibleDescription(d->text);
    // The click on a link may be what led here.
    if (QWidget* old = d->area->takeWidget())
        old->deleteLater();
    d->area->setWidget(body);
    body->show();
    d->body = body;
    d->grid = grid;
}

/// As high as the text at this width, up to a limit; then it scrolls.
void FindingsView::fit()
{
    if (d->body == nullptr || d->groups.empty())
        return;
    const int frame = 2 * d->area->frameWidth();
    const int most = fontMetrics().lineSpacing() * maxLines;
    int room = std::max(1, width() - frame);
    int wanted = d->grid->totalHeightForWidth(room);
    const bool scrolls = wanted + frame > most;
    if (scrolls) {
        room -= d->area->verticalScrollBar()->sizeHint().width();
        wanted = d->grid->totalHeightForWidth(room);
    }
    d->area->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    d->body->resize(room, wanted);
    const int height = std::min(wanted + frame, most);
    // The area too: it does not follow when the view shrinks while it is being shown.
    d->area->setFixedHeight(height);
    setFixedHeight(height);
}

void FindingsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FindingsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        fill();
        fit();
    }
}

QString FindingsView::plainText() const
{
    return d->text;
}

} // namespace hvgpu::ui
