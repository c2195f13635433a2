#include "core/simulation/host/Methods.h"

#include "core/simulation/host/Coercion.h"
#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Sources.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

using HandlerTable = QHash<QString, MethodHandler>; // "class.method", lower case

const HandlerTable& handlerTable()
{
    static const HandlerTable table = [] {
        HandlerTable result;
        for (const auto list :
             {systemMethods(), settingMethods(), assignableDeviceMethods(), poolMethods(), snapshotMethods(),
              inventoryMethods(), registryMethods(), clusterMethods(), screenMethods()}) {
            for (const MethodEntry& entry : list) {
                const QString key =
                    QString::fromUtf16(entry.className) + u'.' + QString::fromUtf16(entry.method);
                result.insert(key.toLower(), entry.handler);
            }
        }
        return result;
    }();
    return table;
}

/// In parameters in declaration order and type; an error for names the method does not have.
base::Result<std::vector<cim::Value>> arrange(const MethodDeclaration& method,
                                              const std::vector<cim::Property>& given)
{
    std::vector<cim::Value> values;
    for (const PropertyDeclaration& parameter : method.parameters)
        values.push_back(cim::Value::null(parameter.type, parameter.isArray));
    for (const cim::Property& property : given) {
        const auto found =
            std::find_if(method.parameters.begin(), method.parameters.end(), [&](const auto& parameter) {
                return !parameter.isOut && parameter.name.compare(property.name, Qt::CaseInsensitive) == 0;
            });
        auto value = found == method.parameters.end() ? std::nullopt : coerce(*found, property.value);
        if (!value)
            return base::fail(
                wmiError(Hr::InvalidMethodParameters, u"Invoke "_s + method.name, property.name));
        values[static_cast<std::size_t>(found - method.parameters.begin())] = *std::move(value);
    }
    return values;
}

/// The instance the method is called on; services are found by any of their keys (wsman.md 2.4).
base::Result<cim::ObjectPath> resolveTarget(const World& world, std::size_t host, const ClassInfo& info,
                                            const MethodDeclaration& method, const cim::ObjectPath& target)
{
    if (method.isStatic)
        return target;
    const QString operation = u"Invoke "_s + method.name;
    if (target.keys().empty() && !target.isSingleton())
        return base::fail(wmiError(Hr::InvalidMethodParameters, operation, target.toString()));
    const auto object = findObject(world, host, info, target);
    if (!object)
        return base::fail(wmiError(Hr::NotFound, operation, target.toString()));
    return *object->path();
}

} // namespace

Call::Call(World& callWorld, std::size_t host, const MethodDeclaration& callMethod,
           cim::ObjectPath callTarget, std::vector<cim::Value> values)
    : world(callWorld)
    , hostIndex(host)
    , method(callMethod)
    , target(std::move(callTarget))
    , m_values(std::move(values))
{}

const cim::Value& Call::in(QStringView name) const
{
    static const cim::Value missing;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (method.parameters[i].name == name && !method.parameters[i].isOut)
            return m_values[i];
    }
    return missing;
}

void Call::out(QStringView name, cim::Value value)
{
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (method.parameters[i].name == name && method.parameters[i].isOut) {
            m_values[i] = std::move(value);
            return;
        }
    }
}

MethodOutcome Call::finish(std::uint32_t returnValue) const
{
    MethodOutcome outcome;
    outcome.returnValue = returnValue;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (method.parameters[i].isOut)
            outcome.outParameters.push_back({method.parameters[i].name, m_values[i]});
    }
    return outcome;
}

MethodOutcome Call::finish(const Outcome& outcome)
{
    if (!outcome.jobId.isEmpty())
        out(u"Job", cim::Value::reference(instanceIdPath(host(), u"Msvm_ConcreteJob"_s, outcome.jobId)));
    return finish(outcome.returnValue);
}

base::Result<MethodOutcome> invokeMethod(World& world, std::size_t host, const ClassInfo& info,
                                         const cim::ObjectPath& target, const QString& method,
                                         const std::vector<cim::Property>& inParameters)
{
    const QString operation = u"Invoke "_s + method;
    const MethodDeclaration* const declaration = info.declaration.method(method);
    if (!declaration)
        return base::fail(wmiError(Hr::InvalidMethod, operation, info.declaration.name));
    auto path = resolveTarget(world, host, info, *declaration, target);
    if (!path)
        return base::fail(path.error());
    auto values = arrange(*declaration, inParameters);
    if (!values)
        return base::fail(values.error());
    // Called on a superclass, a method still belongs to the class of the object found.
    const QString className = declaration->isStatic ? info.declaration.name : path->className();
    const auto handler = handlerTable().value((className + u'.' + declaration->name).toLower(), nullptr);
    if (!handler)
        return base::fail(wmiError(Hr::MethodNotImplemented, operation, className));
    Call call(world, host, *declaration, *std::move(path), *std::move(values));
    return handler(call);
}

} // namespace hvgpu::simulation
