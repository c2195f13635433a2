#include "app/cli/ChangeOptions.h"

#include "app/cli/QtText.h"

#include <QCoreApplication>

#include <chrono>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

/// Named here, as lupdate takes "std" for the class of a function that returns std::string.
using Utf8 = std::string;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeOptions)

public:
    static Utf8 choice() { return utf8(tr("What to change")); }
    static Utf8 power() { return utf8(tr("Running virtual machines")); }
    static Utf8 plan() { return utf8(tr("Plan")); }
    static Utf8 run() { return utf8(tr("Carrying out")); }
    static Utf8 on() { return utf8(tr("Choose from these of the servers only, by name; may be repeated")); }
    static Utf8 gpu()
    {
        return utf8(
            tr("GPU: instance path, GPU ID, location path, or name when it is the only one of that name"));
    }
    static Utf8 model() { return utf8(tr("Every partitionable GPU of this name")); }
    static Utf8 allOfSet()
    {
        return utf8(tr("With every GPU of the same configuration; alone, when there is only one such set"));
    }
    static Utf8 count() { return utf8(tr("Number of partitions")); }
    static Utf8 vm()
    {
        return utf8(
            tr("Virtual machine: GUID, or name when it is the only one of that name; may be repeated"));
    }
    static Utf8 adapter() { return utf8(tr("Partition adapter by its InstanceID; may be repeated")); }
    static Utf8 partitionVram()
    {
        return utf8(tr("Take partitions of this size only, as the GPUs are configured, in bytes"));
    }
    static Utf8 noOfflineAction()
    {
        return utf8(tr("Leave the offline action of clustered virtual machines as it is"));
    }
    static Utf8 handling()
    {
        return utf8(tr("shutdown (when the time is up: ask, or without a terminal leave it as it is), "
                       "shutdown-then-turn-off, turn-off, skip"));
    }
    static Utf8 shutdownTimeout() { return utf8(tr("Seconds a guest may take to shut down")); }
    static Utf8 fix() { return utf8(tr("Put right the finding with this id")); }
    static Utf8 whatIf() { return utf8(tr("Print the plan and change nothing")); }
    static Utf8 powerShell()
    {
        return utf8(tr("Print the PowerShell that does the same and change nothing"));
    }
    static Utf8 planOut() { return utf8(tr("Save the plan for \"apply\" and change nothing")); }
    static Utf8 yes() { return utf8(tr("Do not ask before changing anything")); }
    static Utf8 stopAfterFailure()
    {
        return utf8(tr("Begin with nothing further on any server once something has failed"));
    }
    static Utf8 readOnly() { return utf8(tr("Refuse everything that changes something")); }
    static Utf8 journalFolder() { return utf8(tr("Where journals are kept instead of the usual place")); }
    static Utf8 planFile() { return utf8(tr("Plan saved with --plan-out")); }
    static Utf8 activityId() { return utf8(tr("Id of the change, or its beginning")); }
    static QString nothingChosen() { return tr("say which GPUs: --gpu, --model, --on or --all-of-set"); }
    static QString noPartition()
    {
        return tr("say which GPU partitions to take away: --vm, --gpu or --adapter");
    }
    static QString noFix() { return tr("say which finding to put right with --fix"); }
    static QString noVm() { return tr("say which virtual machines with --vm"); }
};

const std::map<std::string, operations::PowerPolicy>& policies()
{
    using operations::PowerPolicy;
    static const std::map<std::string, PowerPolicy> known = {
        {"shutdown", PowerPolicy::ShutDownThenAsk},
        {"shutdown-then-turn-off", PowerPolicy::ShutDownThenTurnOff},
        {"turn-off", PowerPolicy::TurnOff},
        {"skip", PowerPolicy::Skip}};
    return known;
}

} // namespace

void ChangeOptions::declare(CLI::App& app, Command command)
{
    switch (command) {
    case Command::Findings:
        app.add_option("--fix", m_fix, Words::fix())->group(Words::choice());
        addPower(app);
        addPlanning(app);
        break;
    case Command::SetCount:
        addGpuChoice(app);
        addPlanning(app);
        break;
    case Command::Assign:
    case Command::Unassign:
        addVmChoice(app, command);
        addPower(app);
        addPlanning(app);
        break;
    case Command::Apply:
        app.add_option("plan", m_planFile, Words::planFile())->required();
        addPlanning(app);
        break;
    case Command::Undo:
    case Command::Resume:
        addJournal(app, true);
        app.add_flag("--what-if", m_arguments.whatIf, Words::whatIf())->group(Words::run());
        addRunning(app);
        return;
    case Command::Activity:
    case Command::Dismiss:
        addJournal(app, command == Command::Dismiss);
        return;
    default:
        if (!DeviceOptions::isFor(command))
            return;
        addDevices(app, command);
        addPlanning(app);
        break;
    }
    addRunning(app);
    app.add_flag("--stop-after-failure", m_arguments.stopAfterFailure, Words::stopAfterFailure())
        ->group(Words::run());
    app.add_option("--journal-folder", m_journalFolder, Words::journalFolder())->group(Words::run());
}

void ChangeOptions::addGpuChoice(CLI::App& app)
{
    app.add_option("--on", m_on, Words::on())->group(Words::choice());
    app.add_option("--gpu", m_gpus, Words::gpu())->group(Words::choice());
    app.add_option("--model", m_model, Words::model())->group(Words::choice());
    app.add_flag("--all-of-set", m_arguments.allOfSet, Words::allOfSet())->group(Words::choice());
    constexpr int mostPartitions = 65535;
    app.add_option("--count", m_arguments.count, Words::count())
        ->required()
        ->check(CLI::Range(1, mostPartitions))
        ->group(Words::choice());
}

void ChangeOptions::addVmChoice(CLI::App& app, Command command)
{
    app.add_option("--on", m_on, Words::on())->group(Words::choice());
    app.add_option("--vm", m_vms, Words::vm())->group(Words::choice());
    app.add_option("--gpu", m_gpu, Words::gpu())->group(Words::choice());
    if (command == Command::Unassign) {
        app.add_option("--adapter", m_adapters, Words::adapter())->group(Words::choice());
        return;
    }
    app.add_option("--partition-vram", m_partitionVram, Words::partitionVram())
        ->check(CLI::PositiveNumber)
        ->group(Words::choice());
    app.add_flag("--no-offline-action", m_noOfflineAction, Words::noOfflineAction())->group(Words::power());
}

void ChangeOptions::addDevices(CLI::App& app, Command command)
{
    app.add_option("--on", m_on, Words::on())->group(Words::choice());
    const bool hasVm = command == Command::DdaAssign || command == Command::DdaRemove ||
                       command == Command::PoolAssign || command == Command::VmSet ||
                       command == Command::DdaConvert;
    const bool hasGpus = command != Command::PoolAssign && command != Command::PoolRemove &&
                         command != Command::VmSet && command != Command::DdaRecover;
    if (hasVm)
        app.add_option("--vm", m_vms, Words::vm())->group(Words::choice());
    if (hasGpus)
        app.add_option("--gpu", m_gpus, Words::gpu())->group(Words::choice());
    m_devices.declare(app, command);
    if (command == Command::DdaAssign || command == Command::DdaConvert)
        app.add_flag("--no-offline-action", m_noOfflineAction, Words::noOfflineAction())
            ->group(Words::power());
    if (hasVm)
        addPower(app);
}

void ChangeOptions::addPower(CLI::App& app)
{
    app.add_option("--power", m_power, Words::handling())
        ->check(CLI::IsMember({"shutdown", "shutdown-then-turn-off", "turn-off", "skip"}))
        ->capture_default_str()
        ->group(Words::power());
    constexpr int longestShutdown = 86'400;
    app.add_option("--shutdown-timeout", m_shutdownTimeout, Words::shutdownTimeout())
        ->check(CLI::Range(1, longestShutdown))
        ->capture_default_str()
        ->group(Words::power());
}

void ChangeOptions::addPlanning(CLI::App& app)
{
    CLI::Option* whatIf = app.add_flag("--what-if", m_arguments.whatIf, Words::whatIf());
    CLI::Option* powerShell = app.add_flag("--powershell", m_arguments.powerShell, Words::powerShell());
    CLI::Option* planOut = app.add_option("--plan-out", m_planOut, Words::planOut());
    whatIf->excludes(powerShell);
    for (CLI::Option* option : {whatIf, powerShell, planOut})
        option->group(Words::plan());
}

void ChangeOptions::addRunning(CLI::App& app)
{
    app.add_flag("--yes", m_arguments.yes, Words::yes())->group(Words::run());
    app.add_flag("--read-only", m_arguments.readOnly, Words::readOnly())->group(Words::run());
}

void ChangeOptions::addJournal(CLI::App& app, bool required)
{
    app.add_option("activity", m_activityId, Words::activityId())->required(required);
    app.add_option("--journal-folder", m_journalFolder, Words::journalFolder());
}

ChangeArguments ChangeOptions::arguments() const
{
    ChangeArguments arguments = m_arguments;
    arguments.on = texts(m_on);
    arguments.gpus = texts(m_gpus);
    if (!m_gpu.empty())
        arguments.gpus << QString::fromStdString(m_gpu);
    arguments.model = QString::fromStdString(m_model);
    arguments.vms = texts(m_vms);
    arguments.adapters = texts(m_adapters);
    if (m_partitionVram > 0)
        arguments.partitionVram = m_partitionVram;
    arguments.power.policy = policies().at(m_power);
    arguments.power.shutdownTimeout = std::chrono::seconds(m_shutdownTimeout);
    arguments.configureOfflineAction = !m_noOfflineAction;
    m_devices.apply(arguments);
    arguments.fix = QString::fromStdString(m_fix);
    arguments.planFile = QString::fromStdString(m_planFile);
    arguments.activityId = QString::fromStdString(m_activityId);
    arguments.planOut = QString::fromStdString(m_planOut);
    arguments.journalFolder = QString::fromStdString(m_journalFolder);
    return arguments;
}

QString ChangeOptions::problem(const Arguments& arguments)
{
    const ChangeArguments& change = arguments.change;
    switch (arguments.command) {
    case Command::SetCount:
        return change.gpus.isEmpty() && change.model.isEmpty() && change.on.isEmpty() && !change.allOfSet
                   ? Words::nothingChosen()
                   : QString();
    case Command::Findings:
        return change.fix.isEmpty() && (change.onlyPlans() || change.yes) ? Words::noFix() : QString();
    case Command::Assign:
        return change.vms.isEmpty() ? Words::noVm() : QString();
    case Command::Unassign:
        return change.vms.isEmpty() && change.gpus.isEmpty() && change.adapters.isEmpty()
                   ? Words::noPartition()
                   : QString();
    default:
        return DeviceOptions::isFor(arguments.command) ? DeviceOptions::problem(arguments) : QString();
    }
}

} // namespace hvgpu::cli
