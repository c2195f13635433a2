#pragma once

#include "core/simulation/CimProvider.h"
#include "core/simulation/SimulatedFleet.h"

#include <map>
#include <mutex>

namespace hvgpu::tests {

/// A small host for protocol tests: a few classes with every kind of property, rows the test puts in, and a
/// record of what the endpoint asked for.
class FakeProvider final : public simulation::CimProvider
{
public:
    FakeProvider();

    [[nodiscard]] QString computerName() const override { return m_name; }
    void setComputerName(const QString& name) { m_name = name; }
    [[nodiscard]] QString operatingSystemVersion() const override;
    [[nodiscard]] bool hasNamespace(const QString& nameSpace) const override;
    [[nodiscard]] const simulation::ClassDeclaration*
    classDeclaration(const QString& nameSpace, const QString& className) const override;
    base::Result<simulation::QueryRows> query(const QString& nameSpace, const QString& wql) override;
    base::Result<simulation::QueryRows> enumerate(const QString& nameSpace,
                                                  const QString& className) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path) override;
    base::Result<cim::Instance> put(const cim::ObjectPath& path,
                                    const std::vector<cim::Property>& changes) override;
    base::Result<simulation::MethodOutcome> invoke(const cim::ObjectPath& target, const QString& method,
                                                   const std::vector<cim::Property>& inParameters) override;

    /// Adds @p count virtual machines named vm0, vm1, …
    void addMachines(int count);
    void add(cim::Instance instance);

    QString lastQuery;
    cim::ObjectPath lastTarget;
    std::vector<cim::Property> lastInput;
    std::vector<cim::Property> lastChanges;
    simulation::MethodOutcome outcome;
    int invocations = 0;

private:
    QString m_name;
    std::vector<simulation::ClassDeclaration> m_classes;
    std::vector<cim::Instance> m_instances;
    std::mutex m_mutex;
};

inline const QString virtualization = QStringLiteral("root\\virtualization\\v2");

/// A fleet of given members.
class FakeFleet final : public simulation::SimulatedFleet
{
public:
    explicit FakeFleet(std::vector<simulation::FleetMember> members)
        : m_members(std::move(members))
    {}
    [[nodiscard]] const std::vector<simulation::FleetMember>& members() const override { return m_members; }

private:
    std::vector<simulation::FleetMember> m_members;
};

} // namespace hvgpu::tests
