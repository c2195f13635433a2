#include "ui/activity/ActivityDialog.h"

#include "core/text/PlanText.h"
#include "ui/change/ProgressView.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr QSize startSize(720, 460);
}

ActivityDialog::ActivityDialog(const ChangeServices& services, const QString& activityId, QWidget* parent)
    : QDialog(parent)
    , m_id(activityId)
{
    setObjectName(u"activityDialog"_s);
    const auto activity = services.activities.find(activityId);
    if (activity)
        setWindowTitle(text::planTitle(activity->plan));
    auto* progress = new ProgressView(services, this);
    progress->follow(activityId);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"activityDialogClose"_s);
    close->setAutoDefault(false); // while it asks, Return answers nothing and closes nothing
    close->setDefault(!activity || !activity->isActive());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(progress, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(progress, &ProgressView::ended, this, [close] { close->setDefault(true); });
    connect(progress, &ProgressView::retryRequested, this, [this](const operations::Request& request) {
        accept();
        Q_EMIT retryRequested(request);
    });
    resize(startSize);
}

} // namespace hvgpu::ui
