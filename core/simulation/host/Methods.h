#pragma once

#include "core/base/Result.h"
#include "core/simulation/CimProvider.h"
#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/host/Lifecycle.h"
#include "core/simulation/host/World.h"

#include <span>
#include <vector>

namespace hvgpu::simulation {

/// A method call with its parameters in the declared types; parameters not given are NULL.
class Call
{
public:
    Call(World& callWorld, std::size_t host, const MethodDeclaration& callMethod, cim::ObjectPath callTarget,
         std::vector<cim::Value> values);

    World& world;
    std::size_t hostIndex;
    const MethodDeclaration& method;
    cim::ObjectPath target;

    [[nodiscard]] Host& host() const { return world.hosts[hostIndex]; }
    /// An in parameter by its declared name.
    [[nodiscard]] const cim::Value& in(QStringView name) const;
    [[nodiscard]] QString text(QStringView name) const { return in(name).toString().value_or(QString()); }
    void out(QStringView name, cim::Value value);

    /// The answer: return value and every out parameter in declaration order, unset ones NULL.
    [[nodiscard]] MethodOutcome finish(std::uint32_t returnValue) const;
    /// The same, with Job set when there is one.
    [[nodiscard]] MethodOutcome finish(const Outcome& outcome);

private:
    std::vector<cim::Value> m_values; // one per parameter
};

using MethodHandler = base::Result<MethodOutcome> (*)(Call&);

struct MethodEntry
{
    const char16_t* className;
    const char16_t* method;
    MethodHandler handler;
};

/// Checks target and parameters and runs the method. Call under the lock of the world.
[[nodiscard]] base::Result<MethodOutcome> invokeMethod(World& world, std::size_t host, const ClassInfo& info,
                                                       const cim::ObjectPath& target, const QString& method,
                                                       const std::vector<cim::Property>& inParameters);

// One list per subject.
[[nodiscard]] std::span<const MethodEntry> systemMethods();
[[nodiscard]] std::span<const MethodEntry> settingMethods();
[[nodiscard]] std::span<const MethodEntry> assignableDeviceMethods();
[[nodiscard]] std::span<const MethodEntry> poolMethods();
[[nodiscard]] std::span<const MethodEntry> snapshotMethods();
[[nodiscard]] std::span<const MethodEntry> inventoryMethods();
[[nodiscard]] std::span<const MethodEntry> registryMethods();
[[nodiscard]] std::span<const MethodEntry> clusterMethods();
[[nodiscard]] std::span<const MethodEntry> screenMethods();

} // namespace hvgpu::simulation
