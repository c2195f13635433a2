#include "app/cli/Selection.h"

#include "app/cli/DeviceOptions.h"
#include "app/cli/HealthRun.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Selection)

public:
    static QString noServer(const QString& name)
    {
        return tr("No server is called \"%1\"; these were read:").arg(name);
    }
    static QString noVm(const QString& name)
    {
        return tr("No virtual machine has the name or GUID \"%1\" on the servers that were read").arg(name);
    }
    static QString severalVms(const QString& name)
    {
        return tr("Several virtual machines are called \"%1\"; give the GUID of one:").arg(name);
    }
};

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// "GUID" or "{GUID}" as model::VmId has it.
QString guid(const QString& text)
{
    const bool braced = text.startsWith(u'{') && text.endsWith(u'}');
    return (braced ? text.mid(1, text.size() - 2) : text).toUpper();
}

std::vector<VmOfHost> vmsWith(const Hosts& hosts, const auto& matches)
{
    std::vector<VmOfHost> found;
    for (const auto& host : hosts) {
        if (!host->snapshot)
            continue;
        for (const model::VirtualMachine& vm : host->snapshot->vms) {
            if (matches(vm))
                found.push_back({host, &vm});
        }
    }
    return found;
}

template <class T>
Selected<std::vector<operations::Request>> oneRequest(Selected<T> request)
{
    return std::move(request).map(
        [](T made) { return std::vector<operations::Request>{operations::Request(std::move(made))}; });
}

} // namespace

Selected<Hosts> hostsFor(const QStringList& on, const fleet::FleetSnapshot& fleet)
{
    if (on.isEmpty())
        return fleet.hosts;
    Hosts hosts;
    for (const QString& name : on) {
        const auto cluster = std::ranges::find_if(fleet.entries, [&](const auto& entry) {
            return entry->isCluster && same(entry->displayName, name);
        });
        bool found = false;
        for (const auto& host : fleet.hosts) {
            const bool named = same(host->displayName, name) || same(host->id.text(), name) ||
                               (cluster != fleet.entries.end() && host->entry == (*cluster)->id);
            found = found || named;
            if (named && std::ranges::find(hosts, host) == hosts.end())
                hosts.push_back(host);
        }
        if (found)
            continue;
        SelectionProblem problem{Words::noServer(name), {}};
        for (const auto& host : fleet.hosts)
            problem.candidates << host->displayName;
        return tl::make_unexpected(std::move(problem));
    }
    return hosts;
}

Selected<VmOfHost> vmFor(const QString& text, const Hosts& hosts)
{
    std::vector<VmOfHost> found =
        vmsWith(hosts, [id = guid(text)](const auto& vm) { return vm.id.text() == id; });
    if (found.empty())
        found = vmsWith(hosts, [&](const auto& vm) { return vm.name == text; });
    if (found.empty())
        found = vmsWith(hosts, [&](const auto& vm) { return same(vm.name, text); });
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return tl::make_unexpected(SelectionProblem{Words::noVm(text), {}});
    SelectionProblem problem{Words::severalVms(text), {}};
    for (const VmOfHost& vm : found)
        problem.candidates << u"%1 (%2: %3)"_s.arg(vm.vm->id.text(), vm.host->displayName, vm.vm->name);
    return tl::make_unexpected(std::move(problem));
}

Selected<std::vector<operations::Request>>
requestsFor(const Arguments& arguments, const fleet::FleetSnapshot& fleet, const ActivityList& activities)
{
    switch (arguments.command) {
    case Command::SetCount:
        return oneRequest(setCountRequest(arguments.change, fleet));
    case Command::Findings:
        return fixRequest(arguments.change, fleet, activities).map([](operations::Request made) {
            return std::vector<operations::Request>{std::move(made)};
        });
    case Command::Unassign:
        return oneRequest(unassignRequest(arguments.change, fleet));
    default:
        break;
    }
    if (DeviceOptions::isFor(arguments.command))
        return oneRequest(deviceRequest(arguments, fleet));
    return assignRequests(arguments.change, fleet).map([](std::vector<operations::AssignRequest> made) {
        return std::vector<operations::Request>(std::make_move_iterator(made.begin()),
                                                std::make_move_iterator(made.end()));
    });
}

} // namespace hvgpu::cli
