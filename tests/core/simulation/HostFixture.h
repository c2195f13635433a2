#pragma once

#include "core/cim/CimXml.h"
#include "core/simulation/SimulatedFleet.h"
#include "core/simulation/fleets/FleetFile.h"
#include "core/simulation/host/HostProvider.h"
#include "tests/support/ManualClock.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hvgpu::tests {

/// Simulated hosts made from fleet JSON, driven only through CimProvider and a clock in the test's hands.
class HostFixture
{
public:
    explicit HostFixture(const QByteArray& json)
    {
        auto worlds = simulation::readFleetFile(json, QStringLiteral("test"), clock);
        if (!worlds)
            qFatal("%s", qPrintable(worlds.error().detail));
        for (const auto& world : *worlds) {
            for (std::size_t i = 0; i < world->hosts.size(); ++i)
                m_providers.push_back(std::make_unique<simulation::HostProvider>(world, i));
        }
    }

    ManualClock clock;

    simulation::CimProvider& host(std::size_t index = 0) { return *m_providers[index]; }

    std::vector<cim::Instance> query(const QString& wql, std::size_t index = 0)
    {
        return rows(virtualization, wql, index);
    }
    std::vector<cim::Instance> inventory(const QString& wql, std::size_t index = 0)
    {
        return rows(cimv2, wql, index);
    }
    std::vector<cim::Instance> cluster(const QString& wql, std::size_t index = 0)
    {
        return rows(mscluster, wql, index);
    }

    /// The error of a query as HRESULT; 0 when it succeeds.
    std::uint32_t queryError(const QString& nameSpace, const QString& wql)
    {
        const auto result = host().query(nameSpace, wql);
        return result ? 0 : result.error().nativeCode.value_or(1);
    }

    /// The VM with this name, as Msvm_ComputerSystem.
    cim::Instance vm(const QString& name, std::size_t index = 0)
    {
        for (cim::Instance& row : query(QStringLiteral("SELECT * FROM Msvm_ComputerSystem"), index)) {
            if (row.value(u"ElementName").toString() == name)
                return row;
        }
        return {};
    }
    QString vmId(const QString& name, std::size_t index = 0)
    {
        return vm(name, index).value(u"Name").toString().value_or(QString());
    }
    std::uint64_t state(const QString& name, std::size_t index = 0)
    {
        return vm(name, index).value(u"EnabledState").toUInt64().value_or(0);
    }
    QString settingsPath(const QString& name, std::size_t index = 0)
    {
        const auto found = query(QStringLiteral("SELECT * FROM Msvm_VirtualSystemSettingData WHERE "
                                                "VirtualSystemIdentifier='%1'")
                                     .arg(vmId(name, index)),
                                 index);
        return found.empty() ? QString() : found.front().path()->toString();
    }

    simulation::MethodOutcome call(const cim::ObjectPath& target, const QString& method,
                                   const std::vector<cim::Property>& in, std::size_t index = 0)
    {
        auto outcome = host(index).invoke(target, method, in);
        if (!outcome)
            return {outcome.error().nativeCode.value_or(1), {}};
        return *std::move(outcome);
    }
    simulation::MethodOutcome service(const QString& method, const std::vector<cim::Property>& in,
                                      std::size_t index = 0)
    {
        const cim::ObjectPath path(
            host(index).computerName(), QStringLiteral("root\\virtualization\\v2"),
            QStringLiteral("Msvm_VirtualSystemManagementService"),
            {{QStringLiteral("CreationClassName"),
              cim::Value::string(QStringLiteral("Msvm_VirtualSystemManagementService"))}});
        return call(path, method, in, index);
    }
    simulation::MethodOutcome request(const QString& name, std::uint16_t requestedState,
                                      std::size_t index = 0)
    {
        return call(*vm(name, index).path(), QStringLiteral("RequestStateChange"),
                    {{QStringLiteral("RequestedState"),
                      cim::Value::unsignedInteger(cim::Type::UInt16, requestedState)}},
                    index);
    }

    /// What a job says now; nullopt when there is none or it has gone.
    std::optional<cim::Instance> job(const simulation::MethodOutcome& outcome, std::size_t index = 0)
    {
        for (const cim::Property& out : outcome.outParameters) {
            const auto path = out.name == QStringLiteral("Job") ? out.value.toReference() : std::nullopt;
            if (path) {
                auto found = host(index).get(*path);
                return found ? std::optional(*std::move(found)) : std::nullopt;
            }
        }
        return std::nullopt;
    }
    /// Lets a minute pass and gives the job's ErrorCode; nullopt when there is no job.
    std::optional<std::uint64_t> finish(const simulation::MethodOutcome& outcome, std::size_t index = 0)
    {
        clock.advance(std::chrono::minutes(1));
        const auto found = job(outcome, index);
        return found ? found->value(u"ErrorCode").toUInt64() : std::nullopt;
    }

    static const QString virtualization;
    static const QString cimv2;
    static const QString mscluster;

private:
    std::vector<cim::Instance> rows(const QString& nameSpace, const QString& wql, std::size_t index)
    {
        auto result = host(index).query(nameSpace, wql);
        return result ? std::move(result->rows) : std::vector<cim::Instance>();
    }

    std::vector<std::unique_ptr<simulation::HostProvider>> m_providers;
};

inline const QString HostFixture::virtualization = QStringLiteral("root\\virtualization\\v2");
inline const QString HostFixture::cimv2 = QStringLiteral("root\\cimv2");
inline const QString HostFixture::mscluster = QStringLiteral("root\\MSCluster");

inline cim::Property text(const QString& name, const QString& value)
{
    return {name, cim::Value::string(value)};
}

inline cim::Property number(const QString& name, std::uint64_t value)
{
    return {name, cim::Value::unsignedInteger(cim::Type::UInt64, value)};
}

} // namespace hvgpu::tests
