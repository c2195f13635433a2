#pragma once

#include "core/base/Clock.h"
#include "core/simulation/CimProvider.h"
#include "core/simulation/endpoint/ResourceUri.h"

#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <mutex>

namespace hvgpu::simulation {

/// One enumeration on its way: the rows and how far they have been delivered.
struct Enumeration
{
    enum class Mode { Object, Reference, ObjectAndReference };

    ResourceUri resource;
    QString queriedClass; ///< for faults that match by class
    QueryRows rows;
    std::size_t next = 0;
    Mode mode = Mode::Object;

    [[nodiscard]] bool isFinished() const { return next >= rows.rows.size(); }
};

/// The enumerations a host keeps between Enumerate and the last Pull. Thread-safe. A context that is not used
/// for @p idleLimit is forgotten.
class EnumerationContexts
{
public:
    EnumerationContexts(const base::Clock& clock, std::chrono::milliseconds idleLimit,
                        std::size_t largestCount);

    /// Keeps @p enumeration and names it ("uuid:…"); a fault when there are too many.
    [[nodiscard]] Outcome<QString> add(std::shared_ptr<Enumeration> enumeration);
    /// Takes the enumeration for one Pull; nobody else can until checkIn. Faults: unknown, being pulled.
    [[nodiscard]] Outcome<std::shared_ptr<Enumeration>> checkOut(const QString& id);
    /// Gives it back; a finished one is forgotten. With @p rename it gets a new name, which is returned.
    QString checkIn(const QString& id, bool rename);
    /// Forgets it; false when it was not known.
    bool remove(const QString& id);
    /// The class being enumerated; empty for an unknown context.
    [[nodiscard]] QString queriedClass(const QString& id) const;
    [[nodiscard]] std::size_t count() const;

private:
    struct Kept
    {
        std::shared_ptr<Enumeration> enumeration;
        std::chrono::steady_clock::time_point lastUse;
        bool busy = false;
    };

    void forgetIdle();

    const base::Clock& m_clock;
    std::chrono::milliseconds m_idleLimit;
    std::size_t m_largestCount;
    mutable std::mutex m_mutex;
    std::map<QString, Kept> m_kept;
};

} // namespace hvgpu::simulation
