#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/ObservedFleet.h"

#include <utility>

namespace hvgpu::analysis {

/// Collects checks; what the functions below fill.
class CheckList
{
public:
    void add(CheckId id, CheckResult result, CheckReason reason, std::vector<Evidence> evidence = {},
             QStringList arguments = {}, model::GpuId gpu = {})
    {
        m_checks.push_back(
            {id, result, reason, std::move(arguments), std::move(evidence), std::move(gpu), {}});
    }
    void add(Check check) { m_checks.push_back(std::move(check)); }
    void unread(CheckId id, std::vector<Evidence> evidence = {}, model::GpuId gpu = {})
    {
        add(id, CheckResult::Unread, CheckReason::Unreadable, std::move(evidence), {}, std::move(gpu));
    }
    void notApplicable(CheckId id, CheckReason why, model::GpuId gpu = {})
    {
        add(id, CheckResult::NotApplicable, why, {}, {}, std::move(gpu));
    }
    [[nodiscard]] std::vector<Check> take() { return std::move(m_checks); }

private:
    std::vector<Check> m_checks;
};

/// Checks of the server itself, without its GPUs.
void checkServer(const ObservedHost& host, bool inCluster, CheckList& list);
/// Checks of each GPU of the server.
void checkGpus(const model::HostSnapshot& host, CheckList& list);
/// Checks of one virtual machine of @p host that has GPU partitions or whole devices.
void checkVm(const model::VirtualMachine& vm, const model::HostSnapshot& host, CheckList& list);
/// Checks that need all nodes of a cluster.
void checkCluster(const ObservedEntry& cluster, CheckList& list);
/// Whether this virtual machine of @p host can be moved to another node while it runs.
void checkMigration(const model::VirtualMachine& vm, const ObservedHost& host, const ObservedEntry& cluster,
                    CheckList& list);

[[nodiscard]] bool usesGpu(const model::VirtualMachine& vm);
/// "true", "false" or the number, as evidence shows it; "not reported" has no value.
[[nodiscard]] QString shown(bool value);
template <class Number>
[[nodiscard]] QString shown(std::optional<Number> value)
{
    return value ? QString::number(*value) : QStringLiteral("-");
}

} // namespace hvgpu::analysis
