#include "app/cli/ActivityBook.h"

#include "app/cli/Terminal.h"
#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "app/composition/StateFolders.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(ActivityBook)

public:
    static QString none(const QString& id)
    {
        return tr("There is no change \"%1\"; \"hvgpu activity\" lists them").arg(id);
    }
    static QString unreadable()
    {
        return tr(
            "Not all changes are known, also not whether they left virtual machines off; these could not "
            "be read:");
    }
    static QString several(const QString& id)
    {
        return tr("Several changes begin with \"%1\"; \"hvgpu activity\" lists them").arg(id);
    }
};

} // namespace

ActivityBook::ActivityBook(const Arguments& arguments,
                           std::shared_ptr<const fleet::ConnectionDirectory> connections, base::Clock& clock)
{
    operations::ActivitiesOptions options;
    options.readOnly = arguments.change.readOnly;
    options.journalFolder = app::journalFolder(arguments.change.journalFolder);
    if (arguments.demo && arguments.change.journalFolder.isEmpty())
        options.journalFolder = m_temporary.emplace().path();
    m_activities = std::make_unique<operations::Activities>(
        app::makeHostControlFactory(app::makeSessionFactory(), std::move(connections), clock), clock,
        options);

    QEventLoop loop;
    QObject::connect(m_activities.get(), &operations::Activities::unreadableJournals, &loop,
                     [this](const QStringList& messages) {
                         m_isComplete = messages.isEmpty();
                         if (!m_isComplete)
                             say(Messages::unreadable());
                         for (const QString& message : messages)
                             say(u"  "_s + message);
                     });
    QObject::connect(m_activities.get(), &operations::Activities::loaded, &loop, &QEventLoop::quit,
                     Qt::QueuedConnection);
    m_activities->load();
    loop.exec();
}

tl::expected<std::shared_ptr<const operations::Activity>, QString> ActivityBook::find(const QString& id) const
{
    std::shared_ptr<const operations::Activity> found;
    for (const auto& activity : m_activities->all()) {
        if (activity->id.compare(id, Qt::CaseInsensitive) == 0)
            return activity;
        if (!activity->id.startsWith(id, Qt::CaseInsensitive))
            continue;
        if (found)
            return tl::make_unexpected(Messages::several(id));
        found = activity;
    }
    if (!found)
        return tl::make_unexpected(Messages::none(id));
    return found;
}

base::Result<void> ActivityBook::dismiss(const QString& id)
{
    using operations::Activities;
    base::Result<void> result = m_activities->dismiss(id);
    if (!result)
        return result;
    QEventLoop loop;
    QObject::connect(m_activities.get(), &Activities::changed, &loop, [&](const QStringList& ids) {
        if (ids.contains(id) && m_activities->find(id)->state == operations::ActivityState::Dismissed)
            loop.quit();
    });
    QObject::connect(m_activities.get(), &Activities::refused, &loop,
                     [&](const QString& refused, const base::Error& error) {
                         if (refused != id)
                             return;
                         result = base::fail(error);
                         loop.quit();
                     });
    loop.exec();
    return result;
}

} // namespace hvgpu::cli
