#include "core/model/Gpu.h"

namespace hvgpu::model {
namespace {

constexpr QLatin1String paravirtualSuffix("\\GPUPARAV");
constexpr QLatin1String pciHead("PCI\\");
constexpr QLatin1String dismountedHead("PCIP\\");

} // namespace

bool Partitioning::isParavirtual() const
{
    return name.endsWith(paravirtualSuffix, Qt::CaseInsensitive);
}

bool PnpDevice::isDismounted() const
{
    return instanceId.startsWith(dismountedHead, Qt::CaseInsensitive);
}

QString pnpInstanceIdFromInterfacePath(QStringView path)
{
    constexpr qsizetype prefixLength = 4;
    const bool isDevicePath =
        path.startsWith(QLatin1String(R"(\\?\)")) || path.startsWith(QLatin1String("\\??\\"));
    const qsizetype interfaceClass = path.lastIndexOf(QLatin1String("#{"));
    if (!isDevicePath || interfaceClass <= prefixLength)
        return {};
    QString id = path.mid(prefixLength, interfaceClass - prefixLength).toString();
    constexpr qsizetype separators = 2; // enumerator, device and instance
    if (id.count(QLatin1Char('#')) < separators)
        return {};
    return id.replace(QLatin1Char('#'), QLatin1Char('\\')).toUpper();
}

GpuId gpuIdFrom(QStringView instanceIdOrPath)
{
    QString id = pnpInstanceIdFromInterfacePath(instanceIdOrPath);
    if (id.isEmpty())
        id = instanceIdOrPath.toString().toUpper();
    for (const QLatin1String head : {pciHead, dismountedHead}) {
        if (id.startsWith(head))
            return GpuId(id.mid(head.size()));
    }
    return GpuId(id);
}

} // namespace hvgpu::model
