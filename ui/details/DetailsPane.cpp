#include "ui/details/DetailsPane.h"

#include "ui/details/ColumnsLayout.h"
#include "ui/details/ValueField.h"
#include "ui/theme/Icons.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int columnCharacters = 58;
constexpr int labelCharacters = 24;

/// Names of classes and properties are longer than a line and have no spaces. They go on in the next line
/// behind a sign, or before a capital.
QString breakable(const QString& name)
{
    constexpr QChar opportunity(0x200B);
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i > 0 && name[i].isUpper() && name[i - 1].isLower())
            result += opportunity;
        result += name[i];
        if (name[i].isPunct())
            result += opportunity;
    }
    return result;
}

/// A label as it is shown in lines of @p room. Options of the command line stay whole; what is copied is not
/// touched.
QString inLines(const QString& label, const QFontMetrics& metrics, int room)
{
    if (metrics.boundingRect(0, 0, room, QWIDGETSIZE_MAX, Qt::TextWordWrap, label).width() > room)
        return breakable(label);
    return QString(label).replace(u"--"_s, u"-\u2060-\u2060"_s);
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}
} // namespace

DetailsPane::DetailsPane(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_empty(new QLabel(tr("Select a row above, or a server on the left, to see its details."), this))
    , m_copyAll(new QToolButton(this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget)
    , m_columns(new ColumnsLayout(fontMetrics().averageCharWidth() * columnCharacters, m_body))
{
    auto* heading = new QLabel(tr("Selected item details"), this);
    heading->setFont(bold(heading->font()));
    heading->setObjectName(u"detailsHeading"_s);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_empty->setObjectName(u"detailsEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_copyAll->setObjectName(u"detailsCopyAll"_s);
    m_copyAll->setText(tr("Copy all"));
    m_copyAll->setToolTip(tr("Copy all details of the selected item"));
    m_copyAll->setIcon(icon(u"copy"));
    m_copyAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyAll->setAutoRaise(true);
    m_copyAll->setFocusPolicy(Qt::TabFocus);
    connect(m_copyAll, &QToolButton::clicked, this, &DetailsPane::copyAll);

    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(fontMetrics().averageCharWidth() * 3);

    auto* header = new QHBoxLayout;
    header->addWidget(heading);
    header->addSpacing(fontMetrics().averageCharWidth());
    header->addWidget(m_icon);
    header->addWidget(m_title, 1);
    header->addWidget(m_copyAll);
    auto* layout = new QVBoxLayout(this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin) / 2;
    layout->setContentsMargins(margin, margin / 2, margin, 0);
    layout->addLayout(header);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll, 1);
    rebuild();
}

QWidget* DetailsPane::comeAfter(QWidget* before)
{
    setTabOrder(before, m_copyAll);
    return m_copyAll;
}

void DetailsPane::showContent(const DetailContent& content)
{
    if (!updateInPlace(content)) {
        m_content = content;
        rebuild();
    }
    updateHeader();
}

ValueField* DetailsPane::field(const QString& id) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&id](const ValueField* field) { return field->objectName() == id; });
    return found == m_fields.end() ? nullptr : *found;
}

void DetailsPane::copyAll()
{
    if (m_content.isEmpty())
        return;
    QApplication::clipboard()->setText(m_content.toText());
    Q_EMIT copied(tr("Copied all details of %1.").arg(m_content.title));
}

void DetailsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_columns->setColumnWidth(fontMetrics().averageCharWidth() * columnCharacters);
    if (event->type() == QEvent::PaletteChange)
        updateHeader();
}

void DetailsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elideTitle();
}

/// The tool tip has the whole of it.
void DetailsPane::elideTitle()
{
    m_title->setText(m_title->fontMetrics().elidedText(m_title->toolTip(), Qt::ElideRight,
                                                       m_title->contentsRect().width()));
    m_title->setAccessibleName(m_title->toolTip());
}

bool DetailsPane::updateInPlace(const DetailContent& content)
{
    const auto sameShape = [](const DetailSection& a, const DetailSection& b) {
        return a.id == b.id &&
               std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
                          [](const auto& x, const auto& y) { return x.id == y.id && x.label == y.label; });
    };
    if (m_content.isEmpty() || !std::equal(content.sections.begin(), content.sections.end(),
                                           m_content.sections.begin(), m_content.sections.end(), sameShape))
        return false;
    m_content = content;
    auto field = m_fields.begin();
    for (const DetailSection& section : content.sections) {
        for (const DetailField& value : section.fields) {
            (*field)->setValue(value.value, value.isIdentifier);
            (*field)->setToolTip(value.toolTip);
            ++field;
        }
    }
    return true;
}

void DetailsPane::rebuild()
{
    m_fields.clear();
    while (QLayoutItem* item = m_columns->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const DetailSection& section : m_content.sections)
        m_columns->addWidget(makeSection(section));
    if (!m_fields.empty()) {
        m_fields.front()->setFocusPolicy(Qt::StrongFocus);
        setTabOrder(m_copyAll, m_fields.front());
    }
    const bool empty = m_content.isEmpty();
    m_empty->setVisible(empty);
    m_scroll->setVisible(!empty);
    m_scroll->ensureVisible(0, 0);
    updateHeader();
}

QWidget* DetailsPane::makeSection(const DetailSection& section)
{
    auto* box = new QWidget(m_body);
    box->setObjectName(u"section-"_s + section.id);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    if (!section.title.isEmpty()) {
        auto* title = new QLabel(section.title, box);
        title->setFont(bold(title->font()));
        grid->addWidget(title, row++, 0, 1, 2);
    }
    for (const DetailField& field : section.fields) {
        const int room = fontMetrics().averageCharWidth() * labelCharacters;
        auto* label = new QLabel(inLines(field.label, fontMetrics(), room), box);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        label->setFixedWidth(room);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(0, 2, 0, 2);
        auto* value = new ValueField(box);
        value->setObjectName(field.id);
        value->setAccessibleName(field.label);
        value->setToolTip(field.toolTip);
        value->setValue(field.value, field.isIdentifier);
        connect(value, &ValueField::walkRequested, this, [this, value](int steps) { walk(value, steps); });
        connect(value, &ValueField::copyAllRequested, this, &DetailsPane::copyAll);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1, Qt::AlignTop);
        m_fields.push_back(value);
    }
    return box;
}

void DetailsPane::walk(const ValueField* from, int steps)
{
    const auto at = std::find(m_fields.begin(), m_fields.end(), from);
    const auto index = std::distance(m_fields.begin(), at) + steps;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(m_fields.size()))
        return;
    ValueField* next = m_fields[static_cast<std::size_t>(index)];
    next->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(next);
}

void DetailsPane::updateHeader()
{
    const bool empty = m_content.isEmpty();
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setVisible(!m_content.icon.isEmpty() && !empty);
    if (!m_content.icon.isEmpty())
        m_icon->setPixmap(icon(m_content.icon).pixmap(QSize(size, size), devicePixelRatioF()));
    const QString title = m_content.subtitle.isEmpty()
                              ? m_content.title
                              : tr("%1 (%2)", "name (what it is)").arg(m_content.title, m_content.subtitle);
    m_title->setToolTip(title);
    elideTitle();
    m_copyAll->setEnabled(!empty);
    m_copyAll->setToolTip(empty ? tr("Nothing is selected.") : tr("Copy all details of the selected item"));
}

} // namespace hvgpu::ui
