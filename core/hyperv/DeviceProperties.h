#pragma once

#include "core/hyperv/Conversation.h"
#include "core/model/Gpu.h"

#include <QDateTime>

#include <chrono>
#include <unordered_set>

namespace hvgpu::hyperv {

/// Reads what only Win32_PnPEntity.GetDeviceProperties tells, one call per device. No list has it, so that a
/// device costs a call; therefore it is taken from the previous reading while that is young, the host has not
/// been started since, and the list shows the device as it did. One read, one thread.
class DeviceProperties
{
public:
    /// @p previous may be null; it outlives the reader. @p mayBe: the greatest age of what is taken over.
    DeviceProperties(Conversation& conversation, ReadContext& context, const model::HostSnapshot* previous,
                     std::chrono::seconds mayBe);

    /// To be called before devices are read. @p now in UTC.
    void begin(const model::HostFacts& host, const QDateTime& now);
    /// Everything the program knows a key for. What cannot be read becomes a note.
    void readDisplay(model::PnpDevice& device);
    /// Only where the device is.
    void readPlace(model::PnpDevice& device);
    /// Whether what is known of the device comes from the previous reading.
    [[nodiscard]] bool isTakenOver(const model::PnpDevice& device) const;
    /// When the oldest of the properties were asked for.
    [[nodiscard]] const QDateTime& readAt() const { return m_readAt; }

private:
    void ask(model::PnpDevice& device, const QStringList& keys);

    Conversation& m_conversation;
    ReadContext& m_context;
    const model::HostSnapshot* m_previous; ///< null: nothing may be taken over
    std::chrono::seconds m_mayBe;
    QDateTime m_readAt;
    std::unordered_set<model::GpuId> m_takenOver;
};

} // namespace hvgpu::hyperv
