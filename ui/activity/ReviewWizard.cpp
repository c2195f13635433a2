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
    QString operator()(const operations::DdaAssignRequest& /*request*/) const { return tr("Assign device"); }
    QString operator()(const operations::DdaRemoveRequest& /*request*/) const { return tr("Remove device"); }
    QString operator()(const operations::DismountRequest& /*request*/) const { return tr("Dismount"); }
    QString operator()(const operations::MountRequest& /*request*/) const { return tr("Mount"); }
    QString operator()(const operations::VmSettingsRequest& /*request*/) const
    {
        return tr("Change settings");
    }
    QString operator()(const operations::CreatePoolRequest& /*request*/) const
    {
        return tr("Create GPU pool");
    }
    QString operator()(const operations::DeletePoolRequest& /*request*/) const
    {
        return tr("Delete GPU pool");
    }
    QString operator()(const operations::AssignPoolRequest& /*request*/) const
    {
        return tr("Assign VM to GPU pool");
    }
};

} // namespace

ReviewWizard::ReviewWizard(ChangeServices services, operations::Request request, const QString& title,
                           QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_request(std::move(request))
{
    setObjectName(u"reviewWizard"_s);
    setWindowTitle(title);
    setVerb(std::visit(Verb(), m_request));
    startAtReview();
}

} // namespace hvgpu::ui
