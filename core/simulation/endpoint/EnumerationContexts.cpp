#include "core/simulation/endpoint/EnumerationContexts.h"

#include <QUuid>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

QString newName()
{
    return u"uuid:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
}

} // namespace

EnumerationContexts::EnumerationContexts(const base::Clock& clock, std::chrono::milliseconds idleLimit,
                                         std::size_t largestCount)
    : m_clock(clock)
    , m_idleLimit(idleLimit)
    , m_largestCount(largestCount)
{}

Outcome<QString> EnumerationContexts::add(std::shared_ptr<Enumeration> enumeration)
{
    const std::scoped_lock lock(m_mutex);
    forgetIdle();
    if (m_kept.size() >= m_largestCount)
        return tl::unexpected(faults::tooManyOperations());
    QString id = newName();
    m_kept[id] = {std::move(enumeration), m_clock.steadyNow(), false};
    return id;
}

Outcome<std::shared_ptr<Enumeration>> EnumerationContexts::checkOut(const QString& id)
{
    const std::scoped_lock lock(m_mutex);
    forgetIdle();
    const auto found = m_kept.find(id);
    if (found == m_kept.end())
        return tl::unexpected(faults::invalidContext());
    if (found->second.busy)
        return tl::unexpected(faults::pullInProgress());
    found->second.busy = true;
    return found->second.enumeration;
}

QString EnumerationContexts::checkIn(const QString& id, bool rename)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_kept.find(id);
    if (found == m_kept.end()) // released while it was being pulled
        return id;
    if (found->second.enumeration->isFinished()) {
        m_kept.erase(found);
        return id;
    }
    found->second.busy = false;
    found->second.lastUse = m_clock.steadyNow();
    if (!rename)
        return id;
    auto node = m_kept.extract(found);
    node.key() = newName();
    return m_kept.insert(std::move(node)).position->first;
}

bool EnumerationContexts::remove(const QString& id)
{
    const std::scoped_lock lock(m_mutex);
    forgetIdle();
    return m_kept.erase(id) != 0;
}

QString EnumerationContexts::queriedClass(const QString& id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_kept.find(id);
    return found == m_kept.end() ? QString() : found->second.enumeration->queriedClass;
}

std::size_t EnumerationContexts::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_kept.size();
}

void EnumerationContexts::forgetIdle()
{
    const auto now = m_clock.steadyNow();
    std::erase_if(m_kept, [&](const auto& entry) {
        return !entry.second.busy && now - entry.second.lastUse > m_idleLimit;
    });
}

} // namespace hvgpu::simulation
