#pragma once

#include "app/cli/Interrupt.h"
#include "app/cli/Prompt.h"
#include "core/operations/Activities.h"

#include <QEventLoop>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <map>
#include <vector>

namespace hvgpu::cli {

/// Stays with activities until they have ended: says how far they are, passes questions on to the terminal
/// and interrupts on to the activities.
class Conductor : public QObject
{
    Q_OBJECT

public:
    /// Without @p mayAsk a guest that does not shut down in time is left as it is.
    Conductor(operations::Activities& activities, Interrupt& interrupt, bool mayAsk);
    /// Blocks in an event loop until all of @p ids have ended.
    void follow(const QStringList& ids);
    /// Those of them that could not be begun, and why.
    [[nodiscard]] const std::map<QString, base::Error>& refusals() const { return m_refusals; }

private:
    void note(const QString& id);
    void noteTarget(const operations::Activity& activity, std::size_t index);
    void noteEnd(const QString& id);
    void ask(const QString& id, int target);
    void take(const QString& id, int target, const QString& line);
    void cancelAll();
    [[noreturn]] void giveUp() const;
    void showHowFar() const;

    operations::Activities& m_activities;
    bool m_mayAsk;
    bool m_cancelled = false;
    QStringList m_ids;
    QSet<QString> m_open;
    std::map<QString, std::vector<operations::TargetProgress>> m_shown;
    std::map<QString, base::Error> m_refusals;
    Prompt m_prompt;
    QEventLoop m_loop;
};

} // namespace hvgpu::cli
