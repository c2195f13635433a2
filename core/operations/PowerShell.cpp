#include "core/operations/PowerShell.h"

#include "core/operations/DeviceScript.h"
#include "core/operations/VmPower.h"

#include <QDateTime>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr std::uint64_t offlineTurnOff = 0;
constexpr std::uint64_t windowsDefaultAction = 1; // "Save"
constexpr std::uint64_t offlineShutDown = 2;

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
        say(u"# "_s + plain(m_target.name));
        if (!m_target.vm.isEmpty())
            say(u"$vm = Get-VM -Id %1"_s.arg(id()));
        if (m_usesResource)
            say(u"$resource = Get-ClusterResource -VMId %1 | "
                "Where-Object { $_.ResourceType -eq 'Virtual Machine' }"_s.arg(id()));
        for (const Step& step : m_target.steps)
            add(step);
        if (!m_indent.isEmpty())
            endLate();
        return m_lines;
    }

private:
    void add(const Step& step)
    {
        switch (step.kind) {
        case StepKind::SetPartitionCount:
            say(u"Set-VMHostPartitionableGpu -Name %1 -PartitionCount "_s.arg(quoted(step.gpuName)) +
                QString::number(step.after.value_or(0)));
            break;
        case StepKind::SetOfflineAction:
            m_action = step.after.value_or(windowsDefaultAction);
            setOfflineAction(*m_action);
            break;
        case StepKind::ShutDownGuest:
            shutDown(step);
            break;
        case StepKind::TakeClusterOffline:
            takeOffline(step);
            break;
        case StepKind::AddPartitionAdapter:
            addAdapter(step);
            break;
        case StepKind::RemovePartitionAdapter:
            say(u"Get-VMGpuPartitionAdapter -VM $vm | Where-Object { $_.Id -eq %1 } | "
                "Remove-VMGpuPartitionAdapter"_s.arg(quoted(step.adapterId)));
            break;
        case StepKind::UpdateClusterVm:
            say(u"Update-ClusterVirtualMachineConfiguration -VMId %1"_s.arg(id()));
            break;
        case StepKind::StartVm:
            say(u"Start-VM -VM $vm"_s);
            break;
        case StepKind::BringClusterOnline:
            say(u"$resource | Start-ClusterResource -Wait %1"_s.arg(clusterTimeout.count()));
            break;
        default:
            for (const QString& line : deviceScript(step))
                say(line);
        }
    }

    void say(const QString& line) { m_lines << m_indent + line; }
    [[nodiscard]] QString id() const { return quoted(m_target.vm.text()); }
    [[nodiscard]] QString unless(const QString& state) const
    {
        return u"if ((Get-VM -Id %1).State -ne '%2') {"_s.arg(id(), state);
    }

    void setOfflineAction(std::uint64_t action)
    {
        say(u"$resource | Set-ClusterParameter -Name 'OfflineAction' -Value %1"_s.arg(action));
    }
    void stopResource(std::chrono::seconds wait)
    {
        say(u"$resource | Stop-ClusterResource -Wait %1"_s.arg(wait.count()));
    }

    void shutDown(const Step& step)
    {
        const QString turnOff = u"Stop-VM -VM $vm -TurnOff -Force"_s;
        if (step.power.policy == PowerPolicy::TurnOff)
            return say(turnOff);
        say(u"Stop-VM -VM $vm -Force -AsJob | Wait-Job -Timeout %1 | Out-Null"_s.arg(
            step.power.shutdownTimeout.count()));
        if (step.power.policy == PowerPolicy::ShutDownThenTurnOff)
            say(unless(u"Off"_s) + u' ' + turnOff + u" }"_s);
        else
            beginLate();
    }

    /// Stopping the resource does what the offline action says: the one for this, and then the one to have.
    void takeOffline(const Step& step)
    {
        const bool turnsOff = step.power.policy == PowerPolicy::TurnOff;
        setOfflineAction(turnsOff ? offlineTurnOff : offlineShutDown);
        stopResource(turnsOff ? clusterTimeout : step.power.shutdownTimeout);
        if (step.power.policy == PowerPolicy::ShutDownThenTurnOff) {
            say(unless(u"Off"_s));
            m_indent = u"    "_s;
            setOfflineAction(offlineTurnOff);
            stopResource(clusterTimeout);
            m_indent.clear();
            say(u"}"_s);
        }
        setOfflineAction(m_action.value_or(m_target.expected.offlineAction.value_or(windowsDefaultAction)));
        if (!turnsOff && step.power.policy != PowerPolicy::ShutDownThenTurnOff)
            beginLate();
    }

    /// What follows is done only when the guest went down in time; nobody is there to be asked.
    void beginLate()
    {
        say(u"if ((Get-VM -Id %1).State -eq 'Off') {"_s.arg(id()));
        m_indent = u"    "_s;
    }
    void endLate()
    {
        m_indent.clear();
        say(u"} else {"_s);
        m_indent = u"    "_s;
        if (m_action)
            setOfflineAction(m_target.expected.offlineAction.value_or(windowsDefaultAction));
        say(u"Write-Warning 'The guest has not shut down in time; nothing was changed.'"_s);
        m_indent.clear();
        say(u"}"_s);
    }

    void addAdapter(const Step& step)
    {
        QString line = u"Add-VMGpuPartitionAdapter -VM $vm"_s;
        if (!step.gpuName.isEmpty())
            line += u" -InstancePath "_s + quoted(step.gpuName);
        if (step.minPartitionVram)
            line += u" -MinPartitionVRAM "_s + QString::number(*step.minPartitionVram);
        say(line);
    }

    const Target& m_target;
    bool m_usesResource;
    std::optional<std::uint64_t> m_action; ///< as set by a step
    QString m_indent;                      ///< not empty inside of beginLate()
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
