#include "ui/window/WelcomePage.h"

#include "ui/theme/Icons.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 96;
constexpr int textCharacters = 70;

QPushButton* button(QAction* action, const QString& name, const QString& text, QWidget* parent)
{
    auto* result = new QPushButton(action->icon(), text, parent);
    result->setObjectName(name);
    QObject::connect(result, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [result, action] {
        result->setEnabled(action->isEnabled());
        result->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, result, follow);
    follow();
    return result;
}

} // namespace

WelcomePage::WelcomePage(QAction* addServer, QAction* openDemo, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"welcomePage"_s);
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    auto* title = new QLabel(tr("GPU Console for Hyper-V"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    auto* explanation = new QLabel(
        tr("See every GPU of your Hyper-V servers and clusters, its partitions and the virtual machines "
           "that use them. Add a server or a cluster to begin, or look around in the demo fleet."),
        this);
    explanation->setWordWrap(true);
    explanation->setAlignment(Qt::AlignCenter);
    explanation->setMaximumWidth(fontMetrics().averageCharWidth() * textCharacters);

    auto* add = button(addServer, u"welcomeAdd"_s, addServer->text(), this);
    add->setDefault(true);
    auto* demo = button(openDemo, u"welcomeDemo"_s, openDemo->text(), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(add);
    buttons->addWidget(demo);
    buttons->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addSpacing(8);
    layout->addWidget(title);
    layout->addSpacing(4);
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(explanation, 1);
    centred->addStretch();
    layout->addLayout(centred);
    layout->addSpacing(12);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

} // namespace hvgpu::ui
