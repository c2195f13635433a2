#include "ui/dialogs/ExportJob.h"

#include <QMetaObject>

#include <mutex>

namespace hvgpu::ui {

/// Lets a worker reach the job as long as it lives: the job clears the pointer under the lock.
struct ExportJob::Link
{
    std::mutex mutex;
    ExportJob* job = nullptr;

    template <class Call>
    void post(Call call)
    {
        const std::scoped_lock lock(mutex);
        if (job != nullptr)
            QMetaObject::invokeMethod(
                job, [target = job, call = std::move(call)] { call(*target); }, Qt::QueuedConnection);
    }
};

ExportJob::ExportJob(QObject* parent)
    : QObject(parent)
{}

ExportJob::~ExportJob()
{
    m_stop.request_stop();
    if (!m_link)
        return;
    const std::scoped_lock lock(m_link->mutex);
    m_link->job = nullptr;
}

void ExportJob::start(base::Executor& executor, std::function<report::Table()> makeTable,
                      report::Format format, const QString& path, report::ExportOptions options)
{
    m_stop = std::stop_source();
    m_link = std::make_shared<Link>();
    m_link->job = this;
    m_running = true;
    options.stop = m_stop.get_token();
    options.progress = [link = m_link](int percent) {
        link->post([percent](ExportJob& job) { Q_EMIT job.progress(percent); });
    };
    executor.post(
        [link = m_link, makeTable = std::move(makeTable), format, path, options = std::move(options)] {
            const report::Table table = makeTable();
            const auto outcome = report::exportToFile(table, format, path, options);
            link->post([outcome, rows = static_cast<int>(table.rows.size())](ExportJob& job) {
                job.m_running = false;
                if (outcome)
                    Q_EMIT job.written(rows);
                else
                    Q_EMIT job.failed(outcome.error());
            });
        });
}

void ExportJob::cancel()
{
    m_stop.request_stop();
}

} // namespace hvgpu::ui
