#include "core/wmi/com/MethodCall.h"

#include "core/cim/Names.h"
#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/ComError.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

using Object = ComPtr<IWbemClassObject>;

bool isStatic(IWbemClassObject& definition, const QString& method)
{
    ComPtr<IWbemQualifierSet> qualifiers;
    Variant value;
    const Bstr name{QStringView(method)};
    return SUCCEEDED(definition.GetMethodQualifierSet(name.get(), qualifiers.put())) && qualifiers &&
           SUCCEEDED(qualifiers->Get(L"Static", 0, value.put(), nullptr));
}

/// What the method is called on: an object, or the class where there is no object.
base::Result<QString> pathFor(Namespace& place, IWbemClassObject& definition, const cim::ObjectPath& target,
                              const QString& method)
{
    if (!target.keys().empty())
        return place.relativePath(target);
    const auto keys = keyNames(definition);
    if (!keys || keys->empty() || isStatic(definition, method))
        return target.className();
    return place.relativePath(target);
}

base::Result<Object> inputFor(Namespace& place, IWbemClassObject& definition, const QString& method,
                              const std::vector<cim::Property>& parameters)
{
    const Bstr name{QStringView(method)};
    Object declared;
    if (const HRESULT result = definition.GetMethod(name.get(), 0, declared.put(), nullptr); FAILED(result)) {
        base::Error error = errorFrom(result, u"the class has no such method"_s);
        error.code = base::ErrorCode::Unsupported;
        return base::fail(std::move(error));
    }
    if (!declared) {
        if (parameters.empty())
            return Object();
        base::Error error;
        error.layer = base::Layer::Local;
        error.code = base::ErrorCode::InvalidArgument;
        error.detail = u"the method takes no parameters"_s;
        return base::fail(std::move(error));
    }
    Object input;
    if (const HRESULT result = declared->SpawnInstance(0, input.put()); FAILED(result))
        return base::fail(errorFrom(result, u"preparing parameters"_s));
    const auto maker = [&place](const cim::Instance& inner) { return place.makeObject(inner); };
    if (auto set = setProperties(*input, parameters, maker); !set)
        return base::fail(set.error());
    return input;
}

base::Error unusableAnswer()
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = base::ErrorCode::Indeterminate;
    error.detail = u"the answer has no usable ReturnValue"_s;
    return error;
}

base::Result<wmi::InvokeResult> resultFrom(Namespace& place, const Object& output)
{
    wmi::InvokeResult result;
    if (!output)
        return result; // a void method without out parameters
    auto answer = instanceFrom(*output, {place.name(), false, 0});
    if (!answer)
        return base::fail(answer.error());
    for (const cim::Property& property : answer->properties()) {
        if (!cim::sameName(property.name, u"ReturnValue")) {
            result.outParameters.push_back(property);
            continue;
        }
        const auto number = property.value.toUInt64();
        if (!number || *number > 0xFFFFFFFFU)
            return base::fail(unusableAnswer());
        result.returnValue = static_cast<std::uint32_t>(*number);
    }
    return result;
}

} // namespace

base::Result<wmi::InvokeResult> callMethod(Namespace& place, const cim::ObjectPath& target,
                                           const QString& method,
                                           const std::vector<cim::Property>& parameters, bool readsOnly)
{
    const auto definition = place.classNamed(target.className());
    if (!definition)
        return base::fail(definition.error());
    const auto input = inputFor(place, **definition, method, parameters);
    if (!input)
        return base::fail(input.error());
    const auto path = pathFor(place, **definition, target, method);
    if (!path)
        return base::fail(path.error());
    const auto output = place.execute(*path, method, input->get(), readsOnly);
    if (!output)
        return base::fail(output.error());
    return resultFrom(place, *output);
}

} // namespace hvgpu::com
