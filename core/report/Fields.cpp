#include "core/report/Fields.h"

#include "core/text/Units.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::report {

Cell text(const QString& value)
{
    return value.isEmpty() ? Cell() : Cell(value);
}

Cell flag(std::optional<bool> value)
{
    return value ? Cell(*value) : Cell();
}

Cell list(const QStringList& value)
{
    return value.isEmpty() ? Cell() : Cell(value);
}

Cell time(const QDateTime& value)
{
    return value.isValid() ? Cell(value) : Cell();
}

Cell hexadecimal(std::optional<std::uint32_t> value, int digits)
{
    // The prefix keeps spreadsheets from reading "25E6" as a number.
    return value ? Cell(u"0x"_s + QString::number(*value, 16).toUpper().rightJustified(digits, u'0'))
                 : Cell();
}

Cell quantity(const analysis::Quantity& quantity, bool isBytes)
{
    if (quantity.meaning == analysis::Meaning::NotReported)
        return {};
    if (quantity.meaning == analysis::Meaning::Amount && !isBytes)
        return quantity.value;
    return Amount{quantity.value, text::quantity(quantity, text::Unit::Bytes, text::Language::English)};
}

Cell byteCount(std::optional<std::uint64_t> value)
{
    return value ? quantity({analysis::Meaning::Amount, *value}, true) : Cell();
}

Cell server(const HostContext& host)
{
    return host.record.displayName;
}

Cell cluster(const HostContext& host)
{
    return host.entry != nullptr && host.entry->isCluster ? text(host.entry->displayName) : Cell();
}

Cell serverState(const HostContext& host)
{
    switch (host.record.phase) {
    case fleet::HostPhase::NeverRead:
        return u"never_read"_s;
    case fleet::HostPhase::Reading:
        return u"reading"_s;
    case fleet::HostPhase::Ready:
        return u"ready"_s;
    case fleet::HostPhase::Failed:
        break;
    }
    return host.record.isStale() ? u"stale"_s : u"failed"_s;
}

Cell dataTime(const HostContext& host)
{
    return host.record.snapshot != nullptr ? time(host.record.lastSuccess) : Cell();
}

Cell dataAge(const HostContext& host)
{
    if (host.record.snapshot == nullptr || !host.record.lastSuccess.isValid())
        return {};
    return static_cast<std::uint64_t>(std::max<qint64>(0, host.record.lastSuccess.secsTo(host.now)));
}

QString powerStateId(model::PowerState state)
{
    switch (state) {
    case model::PowerState::Running:
        return u"running"_s;
    case model::PowerState::Off:
        return u"off"_s;
    case model::PowerState::ShuttingDown:
        return u"shutting_down"_s;
    case model::PowerState::Saved:
        return u"saved"_s;
    case model::PowerState::Paused:
        return u"paused"_s;
    case model::PowerState::Starting:
        return u"starting"_s;
    case model::PowerState::Saving:
        return u"saving"_s;
    case model::PowerState::Stopping:
        return u"stopping"_s;
    case model::PowerState::Pausing:
        return u"pausing"_s;
    case model::PowerState::Resuming:
        return u"resuming"_s;
    case model::PowerState::Critical:
        return u"critical"_s;
    case model::PowerState::Unknown:
        break;
    }
    return u"unknown"_s;
}

std::vector<HostContext> hosts(const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    std::map<model::EntryId, const fleet::EntryRecord*> entries;
    for (const auto& entry : fleet.entries)
        entries.emplace(entry->id, entry.get());
    std::vector<HostContext> result;
    result.reserve(fleet.hosts.size());
    for (const auto& record : fleet.hosts) {
        const auto entry = entries.find(record->entry);
        result.push_back({*record, entry != entries.end() ? entry->second : nullptr, now});
    }
    return result;
}

} // namespace hvgpu::report
