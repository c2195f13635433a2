#pragma once

#include <Qt>

namespace hvgpu::ui {

/// Roles shared by every model of the console, beside Qt's own. Display text is for people only: sorting and
/// export use RawValueRole.
enum Role : int {
    RawValueRole = Qt::UserRole + 1, ///< typed value: quint64, int, QString, QDateTime; invalid = unknown
    SortRole,       ///< what FleetFilterProxy compares; RawValueRole unless a code sorts better
    FilterKeyRole,  ///< QString, case-folded text the filter searches in
    HostIdRole,     ///< QString of model::HostId; empty on rows above hosts
    EntryIdRole,    ///< QString of model::EntryId
    GpuIdRole,      ///< QString of model::GpuId; GPU rows and partitions below them
    VmIdRole,       ///< QString of model::VmId; VM rows and assigned partitions
    AdapterIdRole,  ///< QString, InstanceID of the adapter; assigned partitions
    PoolRole,       ///< QString, name of the GPU pool; empty on rows that belong to none
    OccupancyRole,  ///< hvgpu::ui::OccupancyValue
    RowKindRole,    ///< int of RowKind
    StatusRole,     ///< int: AssignedStatus on GPU rows, HostCondition on host rows, PowerState on VMs
    RowKeyRole,     ///< QString, identity of the row that survives refreshes
    IconNameRole,   ///< QString, name for IconSource; empty = no icon
    CopyIdRole,     ///< QString, what "Copy ID" puts on the clipboard
    ActivityIdRole, ///< QString, id of the activity the row belongs to
    ProgressRole,   ///< int, percent of work under way; invalid = not under way
    ColumnIdRole    ///< headerData only: QString, stable id of the column for layouts and export
};
/// Qt::AccessibleTextRole carries what a screen reader says of a cell.
constexpr int AccessibleTextRole = Qt::AccessibleTextRole;

/// What a row stands for.
enum class RowKind {
    AllServers,
    Cluster,
    Host,
    Gpu,
    ArrivingGpu, ///< seen in a list of a server that is still being read
    Partition,
    Unplaced,
    Pool,
    Device,  ///< in a pool, or dismounted
    Waiting, ///< a virtual machine's place in a pool
    Vm,
    Notice,
    Activity,
    ActivityTarget,
    ActivityStep,
    ActivityCall
};

} // namespace hvgpu::ui
