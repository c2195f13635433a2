#include "ui/change/VramCallout.h"

#include "core/text/Text.h"
#include "ui/change/GpuChoiceModel.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <map>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int arrowHeight = 7;
constexpr int arrowLeft = 18;
constexpr int padding = 8;
constexpr int radius = 4;

/// Bytes and whether estimated, with how many GPUs get that.
using Groups = std::map<std::pair<bool, std::uint64_t>, int>;

QString sentence(bool isEstimate, std::uint64_t bytes, std::uint16_t count)
{
    const QString amount = sizeText(analysis::PartitionSize{bytes, isEstimate});
    const QString gets =
        VramCallout::tr("Each of %n partition(s) gets %1 of VRAM", nullptr, count).arg(amount);
    return isEstimate ? VramCallout::tr(
                            "%1 (estimate: total VRAM divided by the count; the driver may keep a little).")
                            .arg(gets)
                      : VramCallout::tr("%1 (the driver's figure).").arg(gets);
}

} // namespace

VramCallout::VramCallout(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"vramCallout"_s);
    m_text->setObjectName(u"vramCalloutText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding / 2 + arrowHeight, padding, padding / 2);
    layout->addWidget(m_text);
    hide();
}

void VramCallout::showSizes(std::uint16_t count,
                            const std::vector<std::optional<analysis::PartitionSize>>& sizes)
{
    Groups groups;
    int unknown = 0;
    for (const auto& size : sizes) {
        if (size)
            ++groups[{size->isEstimate, size->bytes}];
        else
            ++unknown;
    }
    const bool several = groups.size() + (unknown > 0 ? 1U : 0U) > 1U;
    QStringList lines;
    const auto add = [&](const QString& words, int gpus) {
        lines << (several ? tr("%n GPU(s): %1", nullptr, gpus).arg(words) : words);
    };
    for (const auto& [size, gpus] : groups)
        add(sentence(size.first, size.second, count), gpus);
    if (unknown > 0)
        add(tr("The driver does not report how much VRAM there is."), unknown);
    const QString text = lines.join(u'\n');
    setVisible(!lines.isEmpty());
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString VramCallout::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void VramCallout::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, arrowHeight + 0.5, -0.5, -0.5);
    QPainterPath bubble;
    bubble.addRoundedRect(box, radius, radius);
    const qreal tip = layoutDirection() == Qt::RightToLeft ? box.right() - arrowLeft : box.left() + arrowLeft;
    QPainterPath arrow;
    arrow.moveTo(tip - arrowHeight, box.top() + 1);
    arrow.lineTo(tip, box.top() - arrowHeight);
    arrow.lineTo(tip + arrowHeight, box.top() + 1);
    arrow.closeSubpath();
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawPath(bubble.united(arrow));
}

} // namespace hvgpu::ui
