#pragma once

#include "core/analysis/PartitionLayout.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace hvgpu::ui {

/// How full a GPU (or a server, summed) is, ready to be drawn and spoken. A plain value held in
/// OccupancyRole.
class OccupancyValue
{
    Q_GADGET
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    /// One partition, in display order.
    struct Segment
    {
        analysis::PartitionSlot::State state = analysis::PartitionSlot::State::Free;
        QString vmName; ///< empty when free
        QString spoken; ///< tooltip and screen reader text of this segment
        friend bool operator==(const Segment&, const Segment&) = default;
    };

    QString text;   ///< "3 of 8"
    QString spoken; ///< "3 of 8 partitions used, 1 of them assigned to a VM that is off"
    int total = 0;  ///< 0 = it, or what is used of it, is unknown: no bar, text only
    int running = 0;
    int resolvedAtStart = 0;
    int overCommitted = 0;
    std::vector<Segment> segments; ///< empty for sums: drawn as blocks

    [[nodiscard]] int freeCount() const;
    friend bool operator==(const OccupancyValue&, const OccupancyValue&) = default;

    /// Value of one GPU.
    [[nodiscard]] static OccupancyValue of(const model::Gpu& gpu,
                                           const std::vector<analysis::PartitionSlot>& rows,
                                           analysis::AssignmentFacts facts = {});
    /// Sum over the partitionable GPUs of a host, without segments.
    [[nodiscard]] static OccupancyValue of(const model::HostSnapshot& host);
};

/// "Partition 3: web01, running".
[[nodiscard]] QString describeSlot(const analysis::PartitionSlot& slot);

} // namespace hvgpu::ui

Q_DECLARE_METATYPE(hvgpu::ui::OccupancyValue)
