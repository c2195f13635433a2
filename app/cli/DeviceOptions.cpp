#include "app/cli/DeviceOptions.h"

#include "app/cli/QtText.h"

#include <QCoreApplication>

#include <map>

namespace hvgpu::cli {
namespace {

using Utf8 = std::string;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DeviceOptions)

public:
    static Utf8 devices() { return utf8(tr("Devices")); }
    static Utf8 settings() { return utf8(tr("Settings of the virtual machine")); }
    static Utf8 noCompanions()
    {
        return utf8(tr("Leave other functions of the card (HDMI audio …) where they are"));
    }
    static Utf8 noAcs()
    {
        return utf8(tr("Dismount although the traffic of the device may reach other devices (no access "
                       "control services)"));
    }
    static Utf8 noMitigations()
    {
        return utf8(tr("Dismount although the maker's mitigation driver is not installed"));
    }
    static Utf8 force() { return utf8(tr("Both of these, as -Force does")); }
    static Utf8 lowMmio() { return utf8(tr("MMIO space below 4 GB, in MB: 128 to 3584")); }
    static Utf8 highMmio() { return utf8(tr("MMIO space above 4 GB, in MB")); }
    static Utf8 staticMemory() { return utf8(tr("Turn dynamic memory off")); }
    static Utf8 noCheckpoints() { return utf8(tr("Disable checkpoints")); }
    static Utf8 keepDismounted() { return utf8(tr("Leave the devices ready for another virtual machine")); }
    static Utf8 noRestore()
    {
        return utf8(tr("Leave the settings as they are, also when those from before are recorded"));
    }
    static Utf8 stopAction() { return utf8(tr("Automatic stop action: turn-off, save, shut-down")); }
    static Utf8 offlineAction()
    {
        return utf8(tr("Offline action of clustered virtual machines: turn-off, save, shut-down, "
                       "forced-shut-down"));
    }
    static Utf8 cacheTypes() { return utf8(tr("Guest-controlled cache types (write combining): on, off")); }
    static Utf8 pool() { return utf8(tr("Name of the GPU pool")); }
    static Utf8 poolCount() { return utf8(tr("How many devices of the pool")); }
    static Utf8 mount() { return utf8(tr("Give the devices back to their servers")); }
    static Utf8 to()
    {
        return utf8(tr("What the GPU is to be used for: dda (as a whole, by the virtual machine that --vm "
                       "names), partitions"));
    }
    static QString vmForPartitions()
    {
        return tr("--vm goes with --to dda only; give GPU partitions to virtual machines with \"assign\"");
    }
    static QString oneGpu() { return tr("say one GPU only"); }
    static QString noVm() { return tr("say which virtual machine with --vm"); }
    static QString oneVm() { return tr("say one virtual machine only"); }
    static QString noGpu() { return tr("say which GPUs with --gpu"); }
    static QString noSetting() { return tr("say what to set, for example --low-mmio"); }
};

const std::map<std::string, std::uint16_t>& stopActions()
{
    static const std::map<std::string, std::uint16_t> known = {{"turn-off", model::stopActionTurnOff},
                                                               {"save", model::stopActionSave},
                                                               {"shut-down", model::stopActionShutDown}};
    return known;
}

const std::map<std::string, std::uint32_t>& offlineActions()
{
    static const std::map<std::string, std::uint32_t> known = {
        {"turn-off", 0}, {"save", 1}, {"shut-down", 2}, {"forced-shut-down", 3}};
    return known;
}

template <class Value>
std::optional<Value> named(const std::map<std::string, Value>& known, const std::string& name)
{
    const auto found = known.find(name);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

bool DeviceOptions::isFor(Command command)
{
    return command >= Command::DdaAssign && command <= Command::VmSet;
}

void DeviceOptions::declare(CLI::App& app, Command command)
{
    switch (command) {
    case Command::DdaAssign:
        addCards(app);
        addDismounting(app);
        addForDevices(app);
        break;
    case Command::DdaRemove:
        addCards(app);
        app.add_flag("--keep-dismounted", m_keepDismounted, Words::keepDismounted())->group(Words::devices());
        app.add_flag("--no-restore", m_noRestore, Words::noRestore())->group(Words::settings());
        break;
    case Command::DdaDismount:
        addCards(app);
        addDismounting(app);
        break;
    case Command::DdaMount:
        addCards(app);
        break;
    case Command::DdaConvert:
        app.add_option("--to", m_to, Words::to())
            ->required()
            ->check(CLI::IsMember({"dda", "partitions"}))
            ->group(Words::devices());
        addCards(app);
        addDismounting(app);
        addForDevices(app);
        app.add_flag("--no-restore", m_noRestore, Words::noRestore())->group(Words::settings());
        break;
    case Command::PoolCreate:
        addPool(app);
        addCards(app);
        addDismounting(app);
        break;
    case Command::PoolAssign:
        addPool(app);
        app.add_option("--count", m_poolCount, Words::poolCount())
            ->check(CLI::Range(1, 64))
            ->capture_default_str()
            ->group(Words::devices());
        addForDevices(app);
        break;
    case Command::PoolRemove:
        addPool(app);
        app.add_flag("--mount", m_mount, Words::mount())->group(Words::devices());
        break;
    case Command::VmSet:
        addForDevices(app);
        addSettings(app);
        break;
    default:
        break;
    }
}

void DeviceOptions::addCards(CLI::App& app)
{
    app.add_flag("--no-companions", m_noCompanions, Words::noCompanions())->group(Words::devices());
}

void DeviceOptions::addDismounting(CLI::App& app)
{
    app.add_flag("--no-acs", m_noAcs, Words::noAcs())->group(Words::devices());
    app.add_flag("--no-mitigations", m_noMitigations, Words::noMitigations())->group(Words::devices());
    app.add_flag("--force", m_force, Words::force())->group(Words::devices());
}

void DeviceOptions::addMmio(CLI::App& app)
{
    constexpr std::uint64_t most = 1'048'576;
    app.add_option("--low-mmio", m_lowMmio, Words::lowMmio())
        ->check(CLI::Range(std::uint64_t(1), most))
        ->group(Words::settings());
    app.add_option("--high-mmio", m_highMmio, Words::highMmio())
        ->check(CLI::Range(std::uint64_t(1), most))
        ->group(Words::settings());
}

void DeviceOptions::addForDevices(CLI::App& app)
{
    addMmio(app);
    app.add_flag("--static-memory", m_staticMemory, Words::staticMemory())->group(Words::settings());
    app.add_flag("--no-checkpoints", m_noCheckpoints, Words::noCheckpoints())->group(Words::settings());
}

void DeviceOptions::addSettings(CLI::App& app)
{
    app.add_option("--stop-action", m_stopAction, Words::stopAction())
        ->check(CLI::IsMember({"turn-off", "save", "shut-down"}))
        ->group(Words::settings());
    app.add_option("--offline-action", m_offlineAction, Words::offlineAction())
        ->check(CLI::IsMember({"turn-off", "save", "shut-down", "forced-shut-down"}))
        ->group(Words::settings());
    app.add_option("--cache-types", m_cacheTypes, Words::cacheTypes())
        ->check(CLI::IsMember({"on", "off"}))
        ->group(Words::settings());
}

void DeviceOptions::addPool(CLI::App& app)
{
    app.add_option("--pool", m_pool, Words::pool())->required()->group(Words::devices());
}

void DeviceOptions::apply(ChangeArguments& arguments) const
{
    arguments.companions = !m_noCompanions;
    arguments.requirements = {!m_noAcs && !m_force, !m_noMitigations && !m_force};
    if (m_lowMmio > 0)
        arguments.settings.lowMmioMb = m_lowMmio;
    if (m_highMmio > 0)
        arguments.settings.highMmioMb = m_highMmio;
    if (m_staticMemory)
        arguments.settings.dynamicMemory = false;
    if (m_noCheckpoints)
        arguments.settings.checkpointType = model::checkpointsDisabled;
    if (!m_cacheTypes.empty())
        arguments.settings.guestControlledCacheTypes = m_cacheTypes == "on";
    arguments.settings.automaticStopAction = named(stopActions(), m_stopAction);
    arguments.offlineAction = named(offlineActions(), m_offlineAction);
    arguments.keepDismounted = m_keepDismounted;
    arguments.toPartitions = m_to == "partitions";
    arguments.restoreSettings = !m_noRestore;
    arguments.pool = QString::fromStdString(m_pool);
    arguments.poolCount = m_poolCount;
    arguments.mountDevices = m_mount;
}

QString DeviceOptions::problem(const Arguments& arguments)
{
    const ChangeArguments& change = arguments.change;
    const bool ofOneVm = arguments.command == Command::DdaAssign || arguments.command == Command::DdaRemove ||
                         arguments.command == Command::PoolAssign;
    const bool ofGpus = arguments.command == Command::DdaAssign ||
                        arguments.command == Command::DdaDismount || arguments.command == Command::DdaMount ||
                        arguments.command == Command::PoolCreate || arguments.command == Command::DdaConvert;
    if ((ofOneVm || arguments.command == Command::VmSet) && change.vms.isEmpty())
        return Words::noVm();
    if ((ofOneVm || arguments.command == Command::DdaConvert) && change.vms.size() > 1)
        return Words::oneVm();
    if (ofGpus && change.gpus.isEmpty())
        return Words::noGpu();
    if (arguments.command == Command::DdaConvert && change.gpus.size() > 1)
        return Words::oneGpu();
    if (arguments.command == Command::DdaConvert && change.toPartitions && !change.vms.isEmpty())
        return Words::vmForPartitions();
    if (arguments.command == Command::VmSet && change.settings.isEmpty() && !change.offlineAction)
        return Words::noSetting();
    return {};
}

} // namespace hvgpu::cli
