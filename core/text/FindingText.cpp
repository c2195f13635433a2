#include "core/analysis/GpuTitle.h"
#include "core/analysis/HomogeneousSets.h"
#include "core/analysis/VmTitle.h"
#include "core/text/FindingWords.h"
#include "core/text/PlanText.h"
#include "core/text/ReasonWords.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using operations::Finding;
using operations::FindingCode;

/// A finding and what is known of what it is about; null where that is not known (any more).
struct About
{
    const Finding& finding;
    std::shared_ptr<const fleet::HostRecord> record;
    const model::Gpu* gpu = nullptr;
    const model::VirtualMachine* vm = nullptr;

    About(const Finding& of, const fleet::FleetSnapshot& fleet)
        : finding(of)
        , record(fleet.find(of.host))
    {
        if (!record || !record->snapshot)
            return;
        gpu = record->snapshot->findGpu(of.gpu);
        vm = record->snapshot->findVm(of.vm);
    }
    [[nodiscard]] QString server() const { return record ? record->displayName : finding.host.text(); }
    [[nodiscard]] QString argument(int index) const { return finding.arguments.value(index); }
    [[nodiscard]] QString number(int index) const
    {
        return QLocale().toString(finding.arguments.value(index).toULongLong());
    }
};

QString targetName(const operations::Plan& plan, const Finding& finding)
{
    const auto found =
        std::find_if(plan.targets.begin(), plan.targets.end(), [&](const operations::Target& target) {
            return target.host == finding.host && target.vm == finding.vm && target.gpu == finding.gpu;
        });
    return found == plan.targets.end() ? QString() : found->name;
}

/// Cards of one kind are told apart as in the lists, and by where they are plugged in.
QString gpuName(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    const auto same = std::count_if(host.gpus.begin(), host.gpus.end(),
                                    [&](const model::Gpu& other) { return other.name == gpu.name; });
    if (same < 2 || !gpu.pnp || !gpu.pnp->busNumber)
        return analysis::gpuTitle(host, gpu);
    return QCoreApplication::translate("Finding", "%1 (PCI bus %2)")
        .arg(analysis::gpuTitle(host, gpu), QString::number(*gpu.pnp->busNumber));
}

QString subject(const About& about, const operations::Plan& plan)
{
    const Finding& finding = about.finding;
    const QString planned = targetName(plan, finding);
    if (!finding.vm.isEmpty()) {
        if (about.vm != nullptr)
            return analysis::vmTitle(*about.record->snapshot, *about.vm);
        return planned.isEmpty() ? finding.vm.text() : planned;
    }
    if (finding.gpu.isEmpty())
        return finding.host.isEmpty() ? QString() : about.server();
    QString name = planned.isEmpty() ? finding.gpu.text() : planned;
    if (about.gpu != nullptr)
        name = gpuName(*about.gpu, *about.record->snapshot);
    return QCoreApplication::translate("Finding", "%1 on %2", "GPU on server").arg(name, about.server());
}

QString state(const About& about)
{
    return powerState(about.vm == nullptr ? model::PowerState::Unknown : about.vm->state);
}

/// Names as a list that stays readable.
QString some(const QStringList& names)
{
    constexpr int shown = 8;
    const int more = static_cast<int>(names.size()) - shown;
    if (more <= 0)
        return names.join(u", "_s);
    return QCoreApplication::translate("Finding", "%1 and %n more", nullptr, more)
        .arg(names.mid(0, shown).join(u", "_s));
}

QString offered(const About& about)
{
    if (about.gpu == nullptr || !about.gpu->partitioning)
        return QCoreApplication::translate("Finding", "not known");
    QStringList counts;
    for (const std::uint16_t count : analysis::offeredCounts(*about.gpu->partitioning))
        counts << QLocale().toString(count);
    return counts.join(u", "_s);
}

/// Why a GPU can or cannot be assigned.
QString survey(const About& about)
{
    return about.gpu == nullptr ? QString()
                                : statusReason(analysis::assignedStatus(*about.gpu, *about.record->snapshot));
}

/// What is not ensured when a device is taken from its host.
QString forced(const QStringList& requirements)
{
    QStringList words;
    if (requirements.contains(u"acs"_s))
        words << QCoreApplication::translate("Finding",
                                             "that its traffic cannot reach other devices (access control "
                                             "services)");
    if (requirements.contains(u"mitigations"_s))
        words << QCoreApplication::translate("Finding", "that its maker's mitigation driver is installed");
    return words.join(u", "_s);
}

QString mmio(const QString& low, const QString& high)
{
    return QCoreApplication::translate("Finding", "low %1 MB, high %2 MB", "memory-mapped I/O space")
        .arg(low, high);
}

/// The parts among those named by their identifiers.
QString partsNamed(const QStringList& names)
{
    QStringList parts;
    for (int i = 0; i <= static_cast<int>(model::Part::ClusterResources); ++i) {
        const auto each = static_cast<model::Part>(i);
        if (names.contains(model::name(each)))
            parts << part(each);
    }
    return parts.join(u", "_s);
}

/// What %1 and %2 of a message about whole devices and pools stand for.
QStringList deviceValues(const About& about)
{
    switch (about.finding.code) {
    case FindingCode::DeviceNotFound:
    case FindingCode::DeviceInPool:
    case FindingCode::PoolExists:
    case FindingCode::PoolNotFound:
    case FindingCode::PoolsNeedServer2025:
        return {about.argument(0)};
    case FindingCode::DeviceAssigned:
    case FindingCode::DevicePartitionsInUse:
    case FindingCode::CompanionLeftOut:
    case FindingCode::PoolInUse:
    case FindingCode::PoolNotOnNodes:
    case FindingCode::DeviceOwnerGone:
        return {some(about.finding.arguments)};
    case FindingCode::DeviceNotAssignable:
    case FindingCode::DeviceUncertain:
        return {survey(about)};
    case FindingCode::DismountForced:
        return {forced(about.finding.arguments)};
    case FindingCode::MmioOutOfRange:
        return {about.number(0), about.number(1), about.number(2)};
    case FindingCode::MmioTooSmall:
        return {about.number(0), about.number(1)};
    case FindingCode::PoolTooSmall:
        return {about.argument(0), about.number(1)};
    case FindingCode::MmioSpaceSmall:
        return {mmio(about.number(1), about.number(2)), mmio(about.number(3), about.number(4))};
    default:
        return {};
    }
}

/// What %1 and %2 of the message stand for.
QStringList values(const About& about)
{
    switch (about.finding.code) {
    case FindingCode::PartOfHomogeneousSet:
        return {about.number(1)};
    case FindingCode::CountNotValid:
    case FindingCode::CountUnchanged:
        return {about.number(0)};
    case FindingCode::PartitionsAssigned:
    case FindingCode::NoGpuLeft:
        return {some(about.finding.arguments)};
    case FindingCode::PartitionsAwaited:
        return {about.number(0), some(about.finding.arguments.mid(1))};
    case FindingCode::NoFreePartition:
    case FindingCode::VmNotFound:
        return {about.server()};
    case FindingCode::VmCritical:
    case FindingCode::VmTransient:
        return {state(about)};
    case FindingCode::DynamicMemory:
        return {about.number(1), about.number(2)};
    case FindingCode::OldConfigurationVersion:
    case FindingCode::GpuMissing:
        return {about.argument(1)};
    case FindingCode::VramNotOffered:
        return {bytes(about.argument(0).toULongLong())};
    case FindingCode::OldWindows:
        return {about.argument(0)};
    case FindingCode::ProtectionUnknown:
        return {partsNamed(about.finding.arguments)};
    case FindingCode::ChangedSince:
        return {reason(about.argument(0))};
    case FindingCode::DataStale:
        return {age(std::chrono::seconds(about.argument(0).toLongLong()))};
    default:
        return deviceValues(about);
    }
}

QString filled(const QString& text, const QStringList& values)
{
    if (values.isEmpty())
        return text;
    // All at once: a name may well contain "%2".
    switch (values.size()) {
    case 1:
        return text.arg(values[0]);
    case 2:
        return text.arg(values[0], values[1]);
    default:
        return text.arg(values[0], values[1], values[2]);
    }
}

bool isAboutGpus(const operations::Request& request)
{
    return std::holds_alternative<operations::SetCountRequest>(request) ||
           std::holds_alternative<operations::DdaAssignRequest>(request) ||
           std::holds_alternative<operations::DismountRequest>(request) ||
           std::holds_alternative<operations::MountRequest>(request) ||
           std::holds_alternative<operations::CreatePoolRequest>(request);
}

QString advice(const About& about, const operations::Plan& plan)
{
    if (about.finding.code == FindingCode::NothingSelected && isAboutGpus(plan.request))
        return QCoreApplication::translate("Finding", "Select one or more GPUs.");
    if (about.finding.code == FindingCode::NothingSelected)
        return QCoreApplication::translate("Finding", "Select one or more virtual machines.");
    const char* words = findingWords(about.finding.code).advice;
    if (words == nullptr)
        return {};
    const QString text = QCoreApplication::translate("Finding", words);
    return about.finding.code == FindingCode::CountNotValid ? text.arg(offered(about)) : text;
}

/// Why nothing can be planned for a server.
QString notReady(const About& about)
{
    if (!about.finding.arguments.isEmpty()) {
        return QCoreApplication::translate(
                   "Finding", "This server cannot be changed now: what matters of it could not be read (%1).")
            .arg(partsNamed(about.finding.arguments));
    }
    if (about.record && about.record->nodeState == model::NodeState::Down)
        return QCoreApplication::translate(
            "Finding", "This server cannot be changed now: its cluster says that it is down.");
    const QString text = QCoreApplication::translate("Finding", findingWords(about.finding.code).message);
    return about.record && about.record->lastError
               ? text + u' ' + present(*about.record->lastError, about.server()).title + u'.'
               : text;
}

QString message(const About& about)
{
    const FindingCode code = about.finding.code;
    if (code == FindingCode::HostNotReady)
        return notReady(about);
    // The others must not be asked for with a figure, as a translation without plural forms is not found
    // then.
    int n = -1;
    if (code == FindingCode::PartOfHomogeneousSet)
        n = about.argument(0).toInt(); // those selected
    else if (code == FindingCode::AlreadyHasPartition)
        n = about.argument(1).toInt();
    // Trimmed, because why a GPU cannot be assigned is not known when the GPU itself is not.
    return filled(QCoreApplication::translate("Finding", findingWords(code).message, nullptr, n),
                  values(about))
        .trimmed();
}

} // namespace

FindingText present(const Finding& finding, const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    const About about(finding, fleet);
    return {subject(about, plan), message(about), advice(about, plan)};
}

} // namespace hvgpu::text
