#include "ui/health/HealthBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace hvgpu::ui {

namespace {

constexpr int edge = 6;

} // namespace

HealthBar::HealthBar(const QString& objectName, const QString& label, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_note(new QLabel(this))
{
    auto* text = new QLabel(label, this);
    text->setBuddy(m_box);
    m_box->setObjectName(objectName);
    m_box->setAccessibleName(name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(edge, 2, edge, 4);
    layout->addWidget(text);
    layout->addWidget(m_box);
    layout->addSpacing(edge);
    layout->addWidget(m_note, 1);
    m_note->setObjectName(objectName + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT chosen(value()); });
}

void HealthBar::addChoice(const QString& text, int value)
{
    m_box->addItem(text, value);
}

int HealthBar::value() const
{
    return m_box->currentData().toInt();
}

void HealthBar::setValue(int value)
{
    m_box->setCurrentIndex(std::max(0, m_box->findData(value)));
}

void HealthBar::setNote(const QString& text)
{
    if (m_note->text() != text)
        m_note->setText(text);
}

} // namespace hvgpu::ui
