#include "ui/models/VmGpus.h"

#include "core/analysis/GpuTitle.h"

#include <QCoreApplication>
#include <QStringList>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

QHash<model::VmId, QString> gpusByVm(const model::HostSnapshot& host)
{
    QHash<model::VmId, QStringList> titles;
    const auto add = [&titles](const model::VmId& vm, const QString& title) {
        QStringList& known = titles[vm];
        if (!known.contains(title))
            known << title;
    };
    for (const model::Gpu& gpu : host.gpus) {
        const QString title = gpu.assignments.empty() ? QString() : analysis::gpuTitle(host, gpu);
        for (const model::Assignment& assignment : gpu.assignments)
            add(assignment.vm, title);
    }
    for (const model::Assignment& assignment : host.unplacedAssignments)
        add(assignment.vm, assignment.automatic
                               ? QCoreApplication::translate("hvgpu::ui::VmCells", "chosen at start")
                               : QCoreApplication::translate("hvgpu::ui::VmCells", "not in this server"));
    QHash<model::VmId, QString> texts;
    for (auto each = titles.cbegin(); each != titles.cend(); ++each)
        texts.insert(each.key(), each.value().join(u", "_s));
    return texts;
}

} // namespace hvgpu::ui
