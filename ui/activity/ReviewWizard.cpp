#include "ui/activity/ReviewWizard.h"

#include <QCoreApplication>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct Verb
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::ReviewWizard)

public:
    QString operator()(const operations::SetCountRequest& /*request*/) const
    {
        return tr("Configure partition count");
    }
    QString operator()(const operations::AssignRequest& /*request*/) const { return tr("Assign partition"); }
    QString operator()(const operations::UnassignRequest& /*request*/) const
    {
        return tr("Unassign partition");
    }
};

} // namespace

ReviewWizard::ReviewWizard(ChangeServices services, operations::Request request, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_request(std::move(request))
{
    setObjectName(u"reviewWizard"_s);
    setWindowTitle(tr("Try again what failed"));
    setVerb(std::visit(Verb(), m_request));
    startAtReview();
}

} // namespace hvgpu::ui
