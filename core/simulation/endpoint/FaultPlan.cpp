#include "core/simulation/endpoint/FaultPlan.h"

#include "core/simulation/endpoint/FaultPlanReader.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

bool same(const QString& wanted, const QString& given)
{
    return wanted.isEmpty() || wanted.compare(given, Qt::CaseInsensitive) == 0;
}

QString operationName(Operation operation)
{
    switch (operation) {
    case Operation::Identify:
        return u"Identify"_s;
    case Operation::Enumerate:
        return u"Enumerate"_s;
    case Operation::Pull:
        return u"Pull"_s;
    case Operation::Release:
        return u"Release"_s;
    case Operation::Get:
        return u"Get"_s;
    case Operation::Put:
        return u"Put"_s;
    case Operation::Invoke:
        return u"Invoke"_s;
    case Operation::Unknown:
        break;
    }
    return u"Unknown"_s;
}

bool isConnect(const FaultPlan::Entry& entry)
{
    return entry.operation.compare("connect"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

base::Result<void> FaultPlan::replace(const QByteArray& json)
{
    auto entries = readFaults(json);
    if (!entries)
        return base::fail(entries.error());
    const std::scoped_lock lock(m_mutex);
    m_entries = std::move(*entries);
    return {};
}

std::optional<FaultEffect> FaultPlan::match(const QString& host, const RequestTarget& target)
{
    const std::scoped_lock lock(m_mutex);
    const QString operation = operationName(target.operation);
    for (Entry& entry : m_entries) {
        if (isConnect(entry) || entry.effect.hostOff || !same(entry.host, host) ||
            !same(entry.operation, operation) || !same(entry.className, target.className) ||
            !same(entry.method, target.method))
            continue;
        if (auto effect = hit(entry))
            return effect;
    }
    return std::nullopt;
}

std::optional<FaultEffect> FaultPlan::matchConnect(const QString& host)
{
    const std::scoped_lock lock(m_mutex);
    for (Entry& entry : m_entries)
        if (isConnect(entry) && !entry.effect.hostOff && same(entry.host, host))
            if (auto effect = hit(entry))
                return effect;
    return std::nullopt;
}

bool FaultPlan::isOff(const QString& host) const
{
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry.effect.hostOff && same(entry.host, host); });
}

std::optional<FaultEffect> FaultPlan::hit(Entry& entry)
{
    const std::int64_t occurrence = entry.seen++;
    if (occurrence < entry.skip || (entry.count > 0 && occurrence >= entry.skip + entry.count))
        return std::nullopt;
    return entry.effect;
}

} // namespace hvgpu::simulation
