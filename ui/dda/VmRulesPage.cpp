#include "ui/dda/VmRulesPage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t checkpointsDisabled = 2;

/// A device needs the memory it may use to stay where it is.
bool memoryIsInTheWay(const model::VirtualMachine& vm)
{
    return vm.dynamicMemory.value_or(false);
}

bool checkpointsAreOn(const model::VirtualMachine& vm)
{
    return vm.userSnapshotType && *vm.userSnapshotType != checkpointsDisabled;
}

QLabel* makeWords(QWidget* parent, const QString& text)
{
    auto* words = new QLabel(text, parent);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    constexpr int indent = 24;
    words->setContentsMargins(indent, 0, 0, indent / 2);
    return words;
}

} // namespace

VmRulesPage::VmRulesPage(const ChangeServices& services, Answer answer,
                         std::function<const model::VirtualMachine*()> vm, QWidget* parent)
    : FleetPage(services, parent)
    , m_answer(answer)
    , m_vm(std::move(vm))
    , m_memory(new QCheckBox(tr("Turn &dynamic memory off"), this))
    , m_memoryWords(makeWords(this, {}))
    , m_checkpoints(new QCheckBox(tr("Turn &checkpoints off"), this))
    , m_checkpointWords(makeWords(this, tr("A virtual machine with a whole device can neither be saved nor "
                                           "checkpointed; whoever tries gets an error.")))
    , m_offline(new QCheckBox(tr("Configure offline action for &force shutdown"), this))
    , m_offlineWords(
          makeWords(this, tr("The cluster shuts the virtual machine down when it takes it offline, instead "
                             "of saving it, which fails with a device.")))
{
    setObjectName(u"vmRulesPage"_s);
    m_memory->setObjectName(u"makeMemoryStatic"_s);
    m_checkpoints->setObjectName(u"disableCheckpoints"_s);
    m_offline->setObjectName(u"offlineAction"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget* widget : std::initializer_list<QWidget*>{m_memory, m_memoryWords, m_checkpoints,
                                                           m_checkpointWords, m_offline, m_offlineWords})
        layout->addWidget(widget);
    layout->addWidget(
        makeWords(this, tr("The automatic stop action is set to Turn off, and the guest may control "
                           "cache types (write combining); both come with the device and are put back "
                           "with it.")));
    layout->addStretch(1);
    for (QCheckBox* box : {m_memory, m_checkpoints, m_offline})
        connect(box, &QCheckBox::toggled, this, &VmRulesPage::take);
}

void VmRulesPage::take()
{
    m_answer.makeMemoryStatic = m_memory->isVisibleTo(this) && m_memory->isChecked();
    m_answer.disableCheckpoints = m_checkpoints->isVisibleTo(this) && m_checkpoints->isChecked();
    if (m_answer.configureOfflineAction != nullptr)
        *m_answer.configureOfflineAction = m_offline->isChecked();
    Q_EMIT changed();
}

QString VmRulesPage::title() const
{
    return tr("Rules for a virtual machine with a whole device");
}

QString VmRulesPage::subtitle() const
{
    return tr("What it has now is recorded and put back with the GPU.");
}

bool VmRulesPage::isNeeded() const
{
    const model::VirtualMachine* vm = m_vm();
    return vm != nullptr && (memoryIsInTheWay(*vm) || checkpointsAreOn(*vm) ||
                             (m_answer.configureOfflineAction != nullptr && vm->clustered.value_or(false)));
}

void VmRulesPage::enter()
{
    refresh();
}

void VmRulesPage::refresh()
{
    const model::VirtualMachine* vm = m_vm();
    if (vm == nullptr)
        return;
    const bool isNew = m_shownFor != vm->id;
    m_shownFor = vm->id;
    const bool memory = memoryIsInTheWay(*vm);
    const bool checkpoints = checkpointsAreOn(*vm);
    const bool offline = m_answer.configureOfflineAction != nullptr && vm->clustered.value_or(false);
    m_memory->setVisible(memory);
    m_memoryWords->setVisible(memory);
    const auto mb = [](const std::optional<std::uint64_t>& value) {
        return value ? tr("%1 MB").arg(QLocale().toString(static_cast<qulonglong>(*value))) : tr("not known");
    };
    m_memoryWords->setText(
        tr("A device reaches memory directly, so that it must not move: the virtual machine gets "
           "its startup memory (%1) for good. Startup and minimum memory (%2) being the same would "
           "do as well.")
            .arg(mb(vm->startupMemoryMb), mb(vm->minimumMemoryMb)));
    m_checkpoints->setVisible(checkpoints);
    m_checkpointWords->setVisible(checkpoints);
    m_offline->setVisible(offline);
    m_offlineWords->setVisible(offline);
    if (!isNew)
        return;
    {
        // Each box on its own would answer for the others before they show the answer.
        const QSignalBlocker quietMemory(m_memory);
        const QSignalBlocker quietCheckpoints(m_checkpoints);
        const QSignalBlocker quietOffline(m_offline);
        m_memory->setChecked(memory && vm->startupMemoryMb != vm->minimumMemoryMb);
        m_checkpoints->setChecked(false);
        if (m_answer.configureOfflineAction != nullptr)
            m_offline->setChecked(*m_answer.configureOfflineAction);
    }
    take();
}

} // namespace hvgpu::ui
