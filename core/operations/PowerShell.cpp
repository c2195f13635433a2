#include "core/operations/PowerShell.h"

#include "core/operations/DeviceScript.h"

#include <QDateTime>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr int offlineTurnOff = 0;
constexpr std::uint64_t windowsDefaultAction = 1; // "Save"
constexpr int clusterWaitSeconds = 300;

QString quoted(const QString& text)
{
    return quotedForPowerShell(text);
}

/// A name in a comment, which must not end with it.
QString plain(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        if (!c.isPrint() && c != u' ')
            c = u' ';
    }
    return result;
}

/// The lines for one VM or GPU.
class TargetScript
{
public:
    explicit TargetScript(const Target& target)
        : m_target(target)
        , m_usesResource(std::any_of(target.steps.begin(), target.steps.end(), [](const Step& step) {
            return step.kind == StepKind::SetOfflineAction || step.kind == StepKind::TakeClusterOffline ||
                   step.kind == StepKind::BringClusterOnline;
        }))
    {}

    [[nodiscard]] QStringList lines()
    {
        m_lines << u"# "_s + plain(m_target.name);
        if (!m_target.vm.isEmpty())
            m_lines << u"$vm = Get-VM -Id %1"_s.arg(quoted(m_target.vm.text()));
        if (m_usesResource)
            m_lines << u"$resource = Get-ClusterResource -VMId %1 | "
                       "Where-Object { $_.ResourceType -eq 'Virtual Machine' }"_s.arg(
                           quoted(m_target.vm.text()));
        for (const Step& step : m_target.steps)
            add(step);
        return m_lines;
    }

private:
    void add(const Step& step)
    {
        switch (step.kind) {
        case StepKind::SetPartitionCount:
            m_lines << u"Set-VMHostPartitionableGpu -Name %1 -PartitionCount "_s.arg(quoted(step.gpuName)) +
                           QString::number(step.after.value_or(0));
            break;
        case StepKind::SetOfflineAction:
            setOfflineAction(step.after.value_or(windowsDefaultAction));
            break;
        case StepKind::ShutDownGuest:
            m_lines << (step.power.policy == PowerPolicy::TurnOff ? u"Stop-VM -VM $vm -TurnOff -Force"_s
                                                                  : u"Stop-VM -VM $vm -Force"_s);
            break;
        case StepKind::TakeClusterOffline:
            takeOffline(step);
            break;
        case StepKind::AddPartitionAdapter:
            addAdapter(step);
            break;
        case StepKind::RemovePartitionAdapter:
            m_lines << u"Get-VMGpuPartitionAdapter -VM $vm | Where-Object { $_.Id -eq %1 } | "
                       "Remove-VMGpuPartitionAdapter"_s.arg(quoted(step.adapterId));
            break;
        case StepKind::UpdateClusterVm:
            m_lines << u"Update-ClusterVirtualMachineConfiguration -VMId %1"_s.arg(
                quoted(m_target.vm.text()));
            break;
        case StepKind::StartVm:
            m_lines << u"Start-VM -VM $vm"_s;
            break;
        case StepKind::BringClusterOnline:
            m_lines << u"$resource | Start-ClusterResource -Wait %1"_s.arg(clusterWaitSeconds);
            break;
        default:
            m_lines << deviceScript(step);
        }
    }

    void setOfflineAction(std::uint64_t action)
    {
        m_action = action;
        m_lines << u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value %1"_s.arg(action);
    }

    void takeOffline(const Step& step)
    {
        const bool turnsOff = step.power.policy == PowerPolicy::TurnOff;
        const std::uint64_t kept =
            m_action.value_or(m_target.expected.offlineAction.value_or(windowsDefaultAction));
        if (turnsOff)
            setOfflineAction(offlineTurnOff);
        m_lines << u"$resource | Stop-ClusterResource -Wait %1"_s.arg(
            std::max<qint64>(clusterWaitSeconds, step.power.shutdownTimeout.count()));
        if (turnsOff)
            setOfflineAction(kept);
    }

    void addAdapter(const Step& step)
    {
        QString line = u"Add-VMGpuPartitionAdapter -VM $vm"_s;
        if (!step.gpuName.isEmpty())
            line += u" -InstancePath "_s + quoted(step.gpuName);
        if (step.minPartitionVram)
            line += u" -MinPartitionVRAM "_s + QString::number(*step.minPartitionVram);
        m_lines << line;
    }

    const Target& m_target;
    bool m_usesResource;
    std::optional<std::uint64_t> m_action; ///< as set by a step
    QStringList m_lines;
};

} // namespace

QString powerShell(const Plan& plan)
{
    std::vector<model::HostId> order;
    std::map<model::HostId, QStringList> byHost;
    std::map<model::HostId, QString> names;
    for (const Target& target : plan.targets) {
        QStringList& lines = byHost[target.host];
        if (lines.isEmpty())
            order.push_back(target.host);
        names[target.host] = target.hostName;
        lines << TargetScript(target).lines();
    }
    QStringList script{
        u"# Plan %1, made %2"_s.arg(plain(plan.id), plan.createdAt.toUTC().toString(Qt::ISODate))};
    for (const model::HostId& host : order) {
        script << QString() << u"Invoke-Command -ComputerName %1 -ScriptBlock {"_s.arg(quoted(names[host]))
               << u"    $ErrorActionPreference = 'Stop'"_s;
        for (const QString& line : byHost[host])
            script << u"    "_s + line;
        script << u"}"_s;
    }
    return script.join(u'\n') + u'\n';
}

} // namespace hvgpu::operations
