#include "ui/models/VmCells.h"

#include "core/analysis/VmTitle.h"
#include "core/text/Text.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/VmTableModel.h"

#include <QCoreApplication>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;
using Column = VmTableModel::Column;

namespace {

constexpr std::uint64_t bytesPerMb = 1024ULL * 1024;
constexpr std::uint64_t msPerMinute = 60'000;

QString say(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::VmCells", text);
}

template <class Number>
QVariant number(const std::optional<Number>& value)
{
    return value ? QVariant::fromValue<quint64>(static_cast<quint64>(*value)) : QVariant();
}

template <class Number>
QString numberText(const std::optional<Number>& value)
{
    return value ? QString::number(*value) : cells::unknown();
}

QVariant orInvalid(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString duration(std::uint64_t ms)
{
    const std::uint64_t minutes = ms / msPerMinute;
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "%1 d %2 h %3 min"))
        .arg(minutes / 1440)
        .arg(minutes / 60 % 24)
        .arg(minutes % 60);
}

} // namespace

QString VmCells::notice() const
{
    if (m_host.snapshot && m_host.snapshot->couldNotRead(model::Part::VirtualMachines))
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Virtual machines could not be read"));
    return hostConditionText(m_host);
}

QString VmCells::offlineAction() const
{
    switch (m_vm->offlineAction.value_or(~0U)) {
    case 0:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Turn off"));
    case 1:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Save"));
    case 2:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Shut down"));
    case 3:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Shut down (forced)"));
    default:
        return m_vm->offlineAction ? QString::number(*m_vm->offlineAction) : cells::unknown();
    }
}

std::optional<int> VmCells::adapters(model::Part source, int count) const
{
    return m_host.snapshot && m_host.snapshot->couldNotRead(source) ? std::nullopt : std::optional(count);
}

std::optional<std::uint64_t> VmCells::memoryBytes() const
{
    const bool running = m_vm->state == model::PowerState::Running && m_vm->memoryUsageMb;
    const std::optional<std::uint64_t>& mb = running ? m_vm->memoryUsageMb : m_vm->startupMemoryMb;
    return mb ? std::optional(*mb * bytesPerMb) : std::nullopt;
}

QString VmCells::text(int column) const
{
    if (column == Column::Server)
        return m_host.displayName;
    if (m_vm == nullptr)
        return column == Column::Name ? notice() : QString();
    switch (column) {
    case Column::Name:
        return analysis::vmName(*m_vm);
    case Column::State:
        return text::powerState(m_vm->state);
    case Column::Generation:
        return numberText(m_vm->generation);
    case Column::Version:
        return cells::orUnknown(m_vm->version);
    case Column::GpuPartitions:
        return numberText(adapters(model::Part::PartitionAdapters, m_vm->partitionAdapters));
    case Column::Devices:
        return numberText(adapters(model::Part::DeviceAdapters, m_vm->wholeDevices));
    case Column::Memory:
        return memoryBytes() ? text::bytes(*memoryBytes()) : cells::unknown();
    case Column::Processors:
        return numberText(m_vm->processorCount);
    case Column::OfflineAction:
        return offlineAction();
    case Column::Clustered:
        if (!m_vm->clustered)
            return cells::unknown();
        return *m_vm->clustered ? say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Yes"))
                                : say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "No"));
    case Column::UpTime:
        return m_vm->upTimeMs ? duration(*m_vm->upTimeMs) : cells::unknown();
    case Column::GuestOs:
        return cells::orUnknown(m_vm->guestOperatingSystem);
    case Column::VmIdentity:
        return m_vm->id.text();
    default:
        return {};
    }
}

QVariant VmCells::raw(int column) const
{
    if (column == Column::Server)
        return m_host.displayName;
    if (m_vm == nullptr)
        return column == Column::Name ? orInvalid(notice()) : QVariant();
    switch (column) {
    case Column::Generation:
        return number(m_vm->generation);
    case Column::Version:
        return orInvalid(m_vm->version);
    case Column::GpuPartitions:
        return number(adapters(model::Part::PartitionAdapters, m_vm->partitionAdapters));
    case Column::Devices:
        return number(adapters(model::Part::DeviceAdapters, m_vm->wholeDevices));
    case Column::Memory:
        return number(memoryBytes());
    case Column::Processors:
        return number(m_vm->processorCount);
    case Column::UpTime:
        return number(m_vm->upTimeMs);
    case Column::Name:
        return analysis::vmName(*m_vm);
    default: {
        const QString words = text(column);
        return words == cells::unknown() ? QVariant() : QVariant(words);
    }
    }
}

/// The lists that a column rests on.
std::vector<model::Part> VmCells::sources(int column)
{
    using model::Part;
    switch (column) {
    case Column::GpuPartitions:
        return {Part::PartitionAdapters};
    case Column::Devices:
        return {Part::DeviceAdapters};
    case Column::Gpus:
        return {Part::PartitionAdapters, Part::DeviceAdapters};
    case Column::Memory:
        return {Part::VmMemory, Part::VmRuntime};
    case Column::Processors:
        return {Part::VmProcessors};
    case Column::OfflineAction:
    case Column::Clustered:
        return {Part::Cluster, Part::ClusterResources};
    case Column::UpTime:
    case Column::GuestOs:
        return {Part::VmRuntime};
    default:
        return {Part::VirtualMachines};
    }
}

/// "Not reported" is said only of what was asked for with success.
QString VmCells::whyUnknown(int column) const
{
    if (const QString unread = unreadOf(m_host, sources(column), m_vm->id.text()); !unread.isEmpty())
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Could not be read: %1")).arg(unread);
    if (column == Column::OfflineAction && !m_vm->clustered.value_or(false))
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Only clustered virtual machines have one."));
    if (column == Column::OfflineAction)
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "The cluster does not report an offline action."));
    return column == Column::GuestOs || column == Column::UpTime
               ? say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Known only while the virtual machine runs."))
               : say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "The server does not report it."));
}

QString VmCells::toolTip(int column, const QDateTime& now) const
{
    if (column == Column::Server || m_vm == nullptr)
        return hostToolTip(m_host, now);
    if (column == Column::Memory && memoryBytes())
        return text::exactBytes(*memoryBytes());
    if (text(column) == cells::unknown())
        return whyUnknown(column);
    if (column == Column::Name)
        return text(column) == m_vm->id.text() ? m_vm->id.text() : m_vm->name + u'\n' + m_vm->id.text();
    return text(column);
}

QString VmCells::gpusToolTip(const QString& gpus) const
{
    QStringList lines{gpus == cells::unknown() ? QString() : gpus};
    if (const QString unread = unreadOf(m_host, sources(Column::Gpus), m_vm->id.text()); !unread.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "Could not be read: %1")).arg(unread);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString VmCells::spoken(int column, const QString& title) const
{
    const QString words = text(column);
    if (words == cells::unknown())
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::VmCells", "%1: not known")).arg(title);
    if (m_vm != nullptr && (column == Column::GpuPartitions || column == Column::Devices))
        return title + u": "_s + words;
    return words;
}

QString VmCells::iconName(int column) const
{
    if (m_vm == nullptr)
        return column == Column::Name ? hostIconName(m_host) : QString();
    if (column == Column::Server && hostCondition(m_host) == HostCondition::Stale)
        return hostIconName(m_host);
    return column == Column::Name || column == Column::State ? cells::powerStateIcon(m_vm->state) : QString();
}

} // namespace hvgpu::ui
