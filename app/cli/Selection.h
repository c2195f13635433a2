#pragma once

#include "app/cli/ActivityTables.h"
#include "app/cli/Arguments.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <vector>

namespace hvgpu::cli {

/// Why what the command line names could not be found, or told apart from something else.
struct SelectionProblem
{
    QString message;
    QStringList candidates; ///< what could have been meant, one line each
};

template <class T>
using Selected = tl::expected<T, SelectionProblem>;
using Hosts = std::vector<std::shared_ptr<const fleet::HostRecord>>;

/// The servers that --on names, all of them without it. A cluster's name means its nodes.
[[nodiscard]] Selected<Hosts> hostsFor(const QStringList& on, const fleet::FleetSnapshot& fleet);

/// One GPU of one host, as named on the command line: instance path, GPU ID, location path, "bus:N" or name;
/// "…@SERVER" looks on that server only.
[[nodiscard]] Selected<operations::GpuRef> gpuFor(const QString& text, const Hosts& hosts);

struct VmOfHost
{
    std::shared_ptr<const fleet::HostRecord> host;
    const model::VirtualMachine* vm = nullptr; ///< in the host's snapshot
};
/// One VM by GUID, or by name when there is only one of that name.
[[nodiscard]] Selected<VmOfHost> vmFor(const QString& text, const Hosts& hosts);

/// What the command line asks for, worked out against what is known of the fleet and, for findings, of
/// earlier changes; one request, or one per server for assign. Pure.
[[nodiscard]] Selected<std::vector<operations::Request>>
requestsFor(const Arguments& arguments, const fleet::FleetSnapshot& fleet, const ActivityList& activities);

[[nodiscard]] Selected<operations::SetCountRequest> setCountRequest(const ChangeArguments& change,
                                                                    const fleet::FleetSnapshot& fleet);
[[nodiscard]] Selected<std::vector<operations::AssignRequest>>
assignRequests(const ChangeArguments& change, const fleet::FleetSnapshot& fleet);
[[nodiscard]] Selected<operations::UnassignRequest> unassignRequest(const ChangeArguments& change,
                                                                    const fleet::FleetSnapshot& fleet);

/// The request of a command about whole devices, pools or settings.
[[nodiscard]] Selected<operations::Request> deviceRequest(const Arguments& arguments,
                                                          const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::cli
