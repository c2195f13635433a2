#pragma once

#include "core/base/Executor.h"
#include "core/report/Export.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace hvgpu::ui {

/// Writes one table on a worker and reports back on the GUI thread. Destroying it stops the writing; the file
/// is then as it was before.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);
    ~ExportJob() override;

    /// @p makeTable runs on the worker. One job at a time.
    void start(base::Executor& executor, std::function<report::Table()> makeTable, report::Format format,
               const QString& path, report::ExportOptions options);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progress(int percent);
    void written(int rows);
    void failed(const hvgpu::base::Error& error);

private:
    struct Link;
    std::shared_ptr<Link> m_link;
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace hvgpu::ui
