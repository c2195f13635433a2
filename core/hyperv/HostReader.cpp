#include "core/hyperv/HostReader.h"

#include "core/base/UtcTime.h"
#include "core/hyperv/AdapterMemory.h"
#include "core/hyperv/Assignments.h"
#include "core/hyperv/ClusterReader.h"
#include "core/hyperv/Companions.h"
#include "core/hyperv/DeviceMemory.h"
#include "core/hyperv/DeviceProperties.h"
#include "core/hyperv/GpuJoin.h"
#include "core/hyperv/GpuPools.h"
#include "core/hyperv/HostFactsReader.h"
#include "core/hyperv/PciIds.h"
#include "core/hyperv/PlatformReader.h"
#include "core/hyperv/PnpDevices.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/VideoControllers.h"
#include "core/hyperv/VirtualMachines.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

using base::ErrorCode;
using model::Part;
using Rows = Conversation::Rows;

/// One read: the steps in order, and what they have found so far.
class Read
{
public:
    Read(wmi::Session& session, base::Clock& clock, const ReadOptions& options)
        : m_conversation(session, clock, options)
        , m_now(base::toUtc(clock.now()))
        , m_previous(options.previous)
        , m_firstLook(options.firstLook)
        , m_properties(m_conversation, m_context, m_previous.get(), options.propertiesMayBe)
        , m_vms(m_context)
    {}

    base::Result<model::HostSnapshot> run()
    {
        readHostFacts();
        listPciDevices();
        listPartitionableGpus();
        lookFirst();
        readDeviceProperties();
        readVirtualization();
        readAdapterMemories();
        readPlatform(m_conversation, m_context, m_previous.get(), m_result.host);
        readCluster();
        readDeviceMemory(m_conversation, m_context, m_previous.get(), m_result);
        if (m_conversation.fatal())
            return base::fail(*m_conversation.fatal());
        if (!m_conversation.hasAnswered() && m_conversation.firstError())
            return base::fail(*m_conversation.firstError());
        m_result.vms = m_vms.take();
        m_result.notes = std::move(m_context.notes);
        return std::move(m_result);
    }

private:
    void note(Part part, QString subject, const base::Error& error)
    {
        m_context.notes.push_back({part, std::move(subject), error});
    }

    /// The rows; none, with a note, when the part could not be read.
    Rows rows(Part part, const ClassQuery& query)
    {
        base::Result<Rows> result = m_conversation.tryRows(query);
        if (result)
            return std::move(*result);
        note(part, {}, result.error());
        return {};
    }

    void readHostFacts()
    {
        for (const cim::Instance& row : rows(Part::OperatingSystem, queries::operatingSystem()))
            applyOperatingSystem(row, m_result.host, m_context);
        for (const cim::Instance& row : rows(Part::ComputerSystem, queries::computerSystem()))
            applyComputerSystem(row, m_result.host, m_context);
    }

    void listPciDevices()
    {
        const Rows devices = rows(Part::PnpDevices, queries::pciDevices());
        m_pci = pciDevices(devices, m_context);
        if (!devices.empty() && namesNoClasses(devices))
            m_pci.display = videoControllers(rows(Part::PnpDevices, queries::videoControllers()), m_context);
    }

    void listPartitionableGpus()
    {
        base::Result<Rows> listed = m_conversation.tryRows(queries::partitionableGpus(m_result.host.build));
        const bool roleMissing = !listed && listed.error().code == ErrorCode::InvalidNamespace;
        m_result.host.hyperVRole = !roleMissing && !m_conversation.fatal();
        if (!listed && !roleMissing)
            note(Part::PartitionableGpus, {}, listed.error());
        if (listed && m_result.host.hyperVRole)
            m_partitionable = partitionings(*listed, m_context);
    }

    /// What the lists say, before anything is asked of each device: that takes a slow host seconds.
    void lookFirst()
    {
        if (!m_firstLook || m_previous || m_conversation.fatal())
            return;
        model::FirstLook look{joinGpus(m_pci.display, m_partitionable, {})};
        nameGpus(look.gpus);
        if (!look.gpus.empty())
            m_firstLook(std::move(look));
    }

    void readDeviceProperties()
    {
        m_properties.begin(m_result.host, m_now);
        for (model::PnpDevice& device : m_pci.display)
            if (device.present.value_or(true))
                m_properties.readDisplay(device);
        m_companions = companionCandidates(m_pci.notDisplay, m_pci.display);
        for (model::PnpDevice& device : m_companions)
            m_properties.readPlace(device);
        m_result.propertiesAt = m_properties.readAt();
    }

    static base::Error methodError(const QString& operation, const QString& target, std::uint32_t returnValue)
    {
        base::Error error;
        error.layer = base::Layer::Wmi;
        error.code = ErrorCode::Internal;
        error.operation = operation;
        error.target = target;
        error.nativeCode = returnValue;
        return error;
    }

    void readVirtualization()
    {
        std::vector<AssignableRow> assignable;
        if (m_result.host.hyperVRole)
            assignable =
                assignableRows(rows(Part::AssignableDevices, queries::assignableDevices()), m_context);
        m_result.gpus = joinGpus(std::move(m_pci.display), std::move(m_partitionable), assignable);
        nameGpus(m_result.gpus);
        joinCompanions(m_result.gpus, m_companions, assignable);
        for (const model::Gpu& gpu : m_result.gpus)
            for (const model::CompanionFunction& companion : gpu.companions)
                m_pci.others.erase(companion.id);
        if (!m_result.host.hyperVRole)
            return;
        readVirtualMachines();
        m_result.pools = readGpuPools(m_conversation, m_context);
        readAssignments(assignable);
        const base::Result<Rows> iov = m_conversation.tryRows(queries::iovSupport());
        if (!iov)
            return note(Part::IovSupport, {}, iov.error());
        for (const cim::Instance& row : *iov)
            applyIovSupport(row, m_result.host, m_context);
        if (iov->empty() && !m_sawHyperVObjects)
            noteInvisible();
    }

    /// Windows calls every dismounted device and every one without driver by the same name.
    void nameGpus(std::vector<model::Gpu>& gpus)
    {
        constexpr std::uint32_t noDriver = 28;
        for (model::Gpu& gpu : gpus) {
            const bool isGeneric = gpu.pnp && (gpu.pnp->isDismounted() || gpu.pnp->problemCode == noDriver);
            if (!isGeneric || !gpu.vendorId || !gpu.deviceId)
                continue;
            const QString name = PciIds::system().name({*gpu.vendorId, *gpu.deviceId, gpu.subsystemId});
            if (!name.isEmpty())
                gpu.name = m_context.strings.share(name);
        }
    }

    /// Every host with the role has setting-data templates and one capabilities object. An account that sees
    /// none of them lacks the right to see anything, which Hyper-V answers with empty lists.
    void noteInvisible()
    {
        base::Error error;
        error.layer = base::Layer::Wmi;
        error.code = ErrorCode::AccessDenied;
        error.operation = u"Enumerate"_s;
        error.target = QString::fromUtf16(virtualization);
        error.detail = u"every Hyper-V list is empty, templates included"_s;
        for (const Part part : {Part::PartitionableGpus, Part::AssignableDevices, Part::VirtualMachines,
                                Part::PartitionAdapters, Part::DeviceAdapters, Part::IovSupport})
            note(part, {}, error);
    }

    void readVirtualMachines()
    {
        const base::Result<Rows> settings =
            m_conversation.tryRows(queries::virtualMachines(m_result.host.build));
        if (settings)
            m_vms.addSettings(*settings);
        else
            note(Part::VirtualMachines, {}, settings.error());
        m_vmsKnown = settings.has_value();
        readSummaries();
        const Rows memory = rows(Part::VmMemory, queries::memorySettings());
        m_sawHyperVObjects = !memory.empty();
        m_vms.addMemory(memory);
        const base::Result<Rows> protectedVms = m_conversation.tryRows(queries::protectedVms());
        protectedVms ? m_vms.addSecurity(*protectedVms) : note(Part::VmSecurity, {}, protectedVms.error());
        const base::Result<Rows> nested = m_conversation.tryRows(queries::nestedVms());
        nested ? m_vms.addNested(*nested) : note(Part::VmProcessors, {}, nested.error());
    }

    void readSummaries()
    {
        // Name, ElementName, NumberOfProcessors, EnabledState, ProcessorLoad, MemoryUsage, UpTime,
        // GuestOperatingSystem, ReplicationMode
        std::vector<cim::Value> wanted;
        for (const std::uint64_t code :
             std::initializer_list<std::uint64_t>{0, 1, 4, 100, 101, 103, 105, 106, 114})
            wanted.push_back(cim::Value::unsignedInteger(cim::Type::UInt32, code));
        const QString service = u"Msvm_VirtualSystemManagementService"_s;
        const cim::ObjectPath target({}, virtualization, service,
                                     {{u"CreationClassName"_s, cim::Value::string(service)}});
        const base::Result<wmi::InvokeResult> result = m_conversation.tryInvoke(
            target, u"GetSummaryInformation"_s,
            {{u"RequestedInformation"_s, cim::Value::array(cim::Type::UInt32, std::move(wanted))}});
        if (!result && result.error().code == ErrorCode::LimitExceeded)
            readStates();
        if (!result)
            return note(Part::VmRuntime, {}, result.error());
        if (result->returnValue != 0)
            return note(Part::VmRuntime, {},
                        methodError(u"Invoke GetSummaryInformation"_s, service, result->returnValue));
        m_vms.addSummaries(result->parameter(u"SummaryInformation"), !m_vmsKnown);
    }

    /// The answer of a method cannot come in parts, so that on hosts with hundreds of VMs it may exceed the
    /// host's envelope size; a query for what matters most can.
    void readStates()
    {
        const base::Result<Rows> states = m_conversation.tryRows(queries::systemStates());
        if (states)
            m_vms.addStates(*states, !m_vmsKnown);
    }

    void readAssignments(const std::vector<AssignableRow>& assignable)
    {
        const Rows settings = rows(Part::PartitionAdapters, queries::partitionAdapters());
        const Rows devices = rows(Part::Partitions, queries::partitions(m_result.host.build));
        const Rows wholeDevices = rows(Part::DeviceAdapters, queries::deviceAdapters());
        const Rows remoteFx = rows(Part::RemoteFx, queries::remoteFxAdapters());
        m_sawHyperVObjects = m_sawHyperVObjects || !settings.empty();
        m_vms.addRemoteFx(remoteFx);
        Assignments assignments(m_vms, m_vmsKnown, m_context);
        assignments.addPartitions(settings, devices);
        assignments.addWholeDevices(wholeDevices, assignable, m_pci.others);
        assignments.place(m_result.gpus, m_result.unplacedAssignments);
    }

    void readAdapterMemories()
    {
        constexpr std::uint32_t noDriver = 28;
        for (model::Gpu& gpu : m_result.gpus) {
            // Without a display driver there is no adapter key to read.
            if (!gpu.pnp || gpu.pnp->isDismounted() || !gpu.pnp->present.value_or(true) ||
                gpu.pnp->problemCode == noDriver)
                continue;
            if (const auto known = knownMemory(gpu)) {
                gpu.adapterMemory = *known;
                continue;
            }
            const base::Result<std::optional<std::uint64_t>> bytes =
                readAdapterMemory(m_conversation, gpu.pnp->instanceId);
            if (bytes)
                gpu.adapterMemory = *bytes;
            else
                note(Part::AdapterMemory, gpu.pnp->instanceId, bytes.error());
        }
    }

    /// From the previous reading, for the same device with the same driver. That the driver recorded none (an
    /// inner nullopt) is believed as long as the other properties are.
    [[nodiscard]] std::optional<std::optional<std::uint64_t>> knownMemory(const model::Gpu& gpu) const
    {
        const model::Gpu* known = m_previous ? m_previous->findGpu(gpu.id) : nullptr;
        const bool same = known != nullptr && known->pnp && known->pnp->instanceId == gpu.pnp->instanceId &&
                          known->pnp->driverVersion == gpu.pnp->driverVersion;
        if (!same)
            return std::nullopt;
        if (known->adapterMemory)
            return gpu.pnp->driverVersion.isEmpty() ? std::nullopt : std::optional(known->adapterMemory);
        const bool wasRead = std::ranges::none_of(m_previous->notes, [&](const model::ReadNote& note) {
            return note.part == Part::AdapterMemory && note.subject == known->pnp->instanceId;
        });
        return wasRead && m_properties.isTakenOver(*gpu.pnp) ? std::optional(known->adapterMemory)
                                                             : std::nullopt;
    }

    void readCluster()
    {
        const base::Result<Rows> cluster = m_conversation.tryRows(queries::cluster());
        if (!cluster) {
            if (cluster.error().code != ErrorCode::InvalidNamespace)
                note(Part::Cluster, {}, cluster.error());
            return;
        }
        const Rows nodes = rows(Part::Cluster, queries::clusterNodes());
        m_result.cluster = clusterFacts(*cluster, nodes, m_context);
        const base::Result<Rows> resources = m_conversation.tryRows(queries::clusterVmResources());
        if (resources)
            m_vms.addClusterResources(*resources);
        else
            note(Part::ClusterResources, {}, resources.error());
    }

    ReadContext m_context;
    Conversation m_conversation;
    QDateTime m_now; ///< when the read began
    std::shared_ptr<const model::HostSnapshot> m_previous;
    const std::function<void(model::FirstLook&&)>& m_firstLook;
    DeviceProperties m_properties;
    model::HostSnapshot m_result;
    PciDevices m_pci;
    std::vector<model::Partitioning> m_partitionable;
    std::vector<model::PnpDevice> m_companions; ///< that may be functions of GPUs' cards
    VirtualMachines m_vms;
    bool m_vmsKnown = false;
    bool m_sawHyperVObjects = false;
};

} // namespace

base::Result<model::HostSnapshot> HostReader::read(const ReadOptions& options)
{
    const auto started = m_clock.steadyNow();
    const wmi::SessionStatistics before = m_session.statistics();
    base::Result<model::HostSnapshot> result = Read(m_session, m_clock, options).run();
    if (!result)
        return result;
    const wmi::SessionStatistics after = m_session.statistics();
    result->takenAt = base::toUtc(m_clock.now());
    result->readDuration =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steadyNow() - started);
    result->roundTrips = after.roundTrips - before.roundTrips;
    result->bytesReceived = after.bytesReceived - before.bytesReceived;
    return result;
}

} // namespace hvgpu::hyperv
