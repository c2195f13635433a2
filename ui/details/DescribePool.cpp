#include "ui/details/DescribePool.h"

#include "core/analysis/VmTitle.h"
#include "ui/details/SectionBuilder.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct PoolDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::PoolDetails)
};

QString deviceLine(const model::HostSnapshot& host, const QString& path)
{
    const model::Gpu* gpu = host.findGpu(model::gpuIdFrom(path));
    return gpu != nullptr ? gpu->name : PoolDetails::tr("%1, which is no GPU").arg(path);
}

/// Machines that have a device of the pool, or a place in it.
QStringList vmsOf(const model::HostSnapshot& host, const QString& pool)
{
    QStringList names;
    const auto visit = [&](const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& one : assignments)
            if (one.poolName.compare(pool, Qt::CaseInsensitive) == 0)
                names << analysis::vmName(one);
    };
    for (const model::Gpu& gpu : host.gpus)
        visit(gpu.assignments);
    visit(host.unplacedAssignments);
    return names;
}

} // namespace

DetailContent describePool(const fleet::HostRecord& host, const QString& name, const model::GpuPool* pool,
                           const QString& note)
{
    DetailContent content{name.isEmpty() ? PoolDetails::tr("Not in a pool") : name,
                          name.isEmpty() ? PoolDetails::tr("Dismounted GPUs of %1").arg(host.displayName)
                                         : PoolDetails::tr("GPU pool on %1").arg(host.displayName),
                          u"partition"_s,
                          {}};
    SectionBuilder section(u"pool"_s, {});
    section.add(u"poolName"_s, PoolDetails::tr("GPU pool"), content.title);
    section.add(u"server"_s, PoolDetails::tr("Server"), host.displayName);
    if (host.snapshot && pool != nullptr) {
        QStringList devices;
        for (const QString& path : pool->devices)
            devices << deviceLine(*host.snapshot, path);
        section.add(u"poolDevices"_s, PoolDetails::tr("Devices"),
                    devices.isEmpty() ? PoolDetails::tr("none") : devices.join(u'\n'));
    }
    if (host.snapshot && !name.isEmpty()) {
        const QStringList vms = vmsOf(*host.snapshot, name);
        section.add(u"poolVms"_s, PoolDetails::tr("Assigned VMs"),
                    vms.isEmpty() ? PoolDetails::tr("none") : vms.join(u'\n'));
    }
    section.addOptional(u"poolNote"_s, PoolDetails::tr("Note"), note);
    if (pool != nullptr)
        section.addIdentifier(u"poolId"_s, PoolDetails::tr("Pool ID"), pool->instanceId);
    content.sections.push_back(section.take());
    return content;
}

} // namespace hvgpu::ui
