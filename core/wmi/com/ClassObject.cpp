#include "core/wmi/com/ClassObject.h"

#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/ComError.h"

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

constexpr int DeepestObject = 32;

base::Result<cim::Instance> embedded(IUnknown& unknown, const ReadObject& outer)
{
    ComPtr<IWbemClassObject> object;
    const HRESULT result = unknown.QueryInterface(IID_IWbemClassObject, object.putVoid());
    if (FAILED(result))
        return base::fail(errorFrom(result, u"an embedded object is none of WMI's"_s));
    if (outer.depth >= DeepestObject) {
        base::Error error;
        error.layer = base::Layer::Wmi;
        error.code = base::ErrorCode::LimitExceeded;
        error.detail = u"objects inside objects, deeper than %1"_s.arg(DeepestObject);
        return base::fail(std::move(error));
    }
    return instanceFrom(*object, {outer.nameSpace, outer.withPath, outer.depth + 1});
}

base::Error aboutProperty(base::Error error, const QString& name)
{
    error.detail = u"property %1: %2"_s.arg(name, error.detail);
    return error;
}

} // namespace

QString textProperty(IWbemClassObject& object, const wchar_t* name)
{
    Variant value;
    if (FAILED(object.Get(name, 0, value.put(), nullptr, nullptr)) || value.value().vt != VT_BSTR)
        return {};
    return textOf(value.value().bstrVal);
}

base::Result<cim::Instance> instanceFrom(IWbemClassObject& object, const ReadObject& how)
{
    const QString own = textProperty(object, L"__NAMESPACE");
    cim::Instance instance(textProperty(object, L"__CLASS"), own.isEmpty() ? how.nameSpace : own);
    if (how.withPath) {
        if (auto path = cim::ObjectPath::parse(textProperty(object, L"__PATH"));
            path && !path->keys().empty())
            instance.setPath(*std::move(path));
    }
    const auto readObject = [&how](IUnknown& unknown) { return embedded(unknown, how); };
    if (const HRESULT result = object.BeginEnumeration(WBEM_FLAG_NONSYSTEM_ONLY); FAILED(result))
        return base::fail(errorFrom(result, u"reading an object"_s));
    while (true) {
        Bstr name;
        Variant variant;
        CIMTYPE type = CIM_EMPTY;
        const HRESULT result = object.Next(0, name.put(), variant.put(), &type, nullptr);
        if (FAILED(result))
            return base::fail(errorFrom(result, u"reading an object"_s));
        if (result == static_cast<HRESULT>(WBEM_S_NO_MORE_DATA))
            break;
        auto value = valueFrom(variant.value(), type, readObject);
        if (!value)
            return base::fail(aboutProperty(value.error(), name.text()));
        instance.append(name.text(), *std::move(value));
    }
    object.EndEnumeration();
    return instance;
}

base::Result<void> setProperties(IWbemClassObject& object, const std::vector<cim::Property>& properties,
                                 const ObjectMaker& makeObject)
{
    for (const cim::Property& property : properties) {
        const Bstr name(property.name);
        CIMTYPE type = CIM_EMPTY;
        if (const HRESULT result = object.Get(name.get(), 0, nullptr, &type, nullptr); FAILED(result)) {
            base::Error error = errorFrom(result);
            error.code = base::ErrorCode::InvalidArgument;
            return base::fail(aboutProperty(std::move(error), property.name));
        }
        auto variant = variantFrom(property.value, type, makeObject);
        if (!variant)
            return base::fail(aboutProperty(variant.error(), property.name));
        if (const HRESULT result = object.Put(name.get(), 0, variant->get(), 0); FAILED(result))
            return base::fail(aboutProperty(errorFrom(result), property.name));
    }
    return {};
}

std::optional<std::vector<QString>> keyNames(IWbemClassObject& classObject)
{
    SAFEARRAY* names = nullptr;
    if (FAILED(
            classObject.GetNames(nullptr, WBEM_FLAG_KEYS_ONLY | WBEM_FLAG_NONSYSTEM_ONLY, nullptr, &names)) ||
        names == nullptr)
        return std::nullopt;
    VARIANT raw;
    VariantInit(&raw);
    raw.vt = VT_ARRAY | VT_BSTR;
    raw.parray = names;
    const Variant owner(raw);
    const auto list = valueFrom(owner.value(), CIM_STRING | CIM_FLAG_ARRAY, {});
    if (!list)
        return std::nullopt;
    std::vector<QString> keys;
    for (const cim::Value& name : list->elements())
        keys.push_back(name.toString().value_or(QString()));
    return keys;
}

} // namespace hvgpu::com
