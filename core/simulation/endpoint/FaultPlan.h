#pragma once

#include "core/base/Result.h"
#include "core/simulation/endpoint/WsmanService.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// What goes wrong. The fields combine; see README.md of this folder for the JSON.
struct FaultEffect
{
    enum class Drop { None, Before, AfterPerforming, AfterHeaders, MidBody };
    enum class Xml { Intact, Truncated, Malformed };

    std::chrono::milliseconds latency{};
    Drop drop = Drop::None;
    Xml xml = Xml::Intact;
    std::optional<int> httpStatus;
    std::optional<SoapFault> soapFault;
    QByteArray contentType;
    qsizetype paddingBytes = 0;
    qsizetype dripBytes = 0;
    std::chrono::milliseconds dripPause{10};
    std::optional<std::uint32_t> returnValue;
    bool hostOff = false;
};

/// The faults in force for a fleet. Thread-safe.
class FaultPlan
{
public:
    /// Replaces all faults and their counters by a JSON list; on an error the old ones stay.
    base::Result<void> replace(const QByteArray& json);
    /// The first fault that applies to this request of @p host; counts it as an occurrence.
    [[nodiscard]] std::optional<FaultEffect> match(const QString& host, const RequestTarget& target);
    /// The same for a new connection.
    [[nodiscard]] std::optional<FaultEffect> matchConnect(const QString& host);
    [[nodiscard]] bool isOff(const QString& host) const;

    /// One entry of the list.
    struct Entry
    {
        QString host;      ///< computer name; empty: every host
        QString operation; ///< "Enumerate", …, "connect"; empty: every request
        QString className;
        QString method;
        std::int64_t skip = 0;  ///< matching requests that pass before the first is hit
        std::int64_t count = 0; ///< how many are hit; 0: all
        FaultEffect effect;
        std::int64_t seen = 0;
    };

private:
    std::optional<FaultEffect> hit(Entry& entry);

    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace hvgpu::simulation
