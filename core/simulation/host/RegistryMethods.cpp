#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Registry.h"

#include <QSet>

// StdRegProv.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t notFound = 2; // ERROR_FILE_NOT_FOUND
constexpr std::uint64_t localMachine = 2147483650;

/// The key asked for, without leading or trailing separators; nothing for another hive than HKLM.
std::optional<QString> keyOf(const Call& call)
{
    if (call.in(u"hDefKey").toUInt64().value_or(localMachine) != localMachine)
        return std::nullopt;
    QString key = call.text(u"sSubKeyName");
    while (key.endsWith(u'\\'))
        key.chop(1);
    return key;
}

base::Result<MethodOutcome> enumKey(Call& call)
{
    const auto key = keyOf(call);
    const RegistryKeys keys = registryOf(call.host());
    bool found = false;
    std::vector<QString> names;
    QSet<QString> seen;
    for (const auto& [path, values] : keys) {
        found = found || (key && path.compare(*key, Qt::CaseInsensitive) == 0);
        if (!key || !path.startsWith(*key + u'\\', Qt::CaseInsensitive))
            continue;
        found = true;
        const QString child = path.mid(key->size() + 1).section(u'\\', 0, 0);
        if (!seen.contains(child.toLower()))
            names.push_back(child);
        seen.insert(child.toLower());
    }
    if (!found)
        return call.finish(notFound);
    call.out(u"sNames", cim::Value::strings(names));
    return call.finish(returns::completed);
}

/// REG_SZ 1, REG_DWORD 4, REG_QWORD 11, REG_MULTI_SZ 7.
std::int64_t registryType(const cim::Value& value)
{
    switch (value.type()) {
    case cim::Type::UInt32:
        return 4;
    case cim::Type::UInt64:
        return 11;
    default:
        return value.isArray() ? 7 : 1;
    }
}

base::Result<MethodOutcome> enumValues(Call& call)
{
    const auto key = keyOf(call);
    const RegistryKeys keys = registryOf(call.host());
    const auto found = key ? keys.find(*key) : keys.end();
    if (found == keys.end())
        return call.finish(notFound);
    std::vector<QString> names;
    std::vector<cim::Value> types;
    for (const auto& [name, value] : found->second) {
        names.push_back(name);
        types.push_back(cim::Value::signedInteger(cim::Type::SInt32, registryType(value)));
    }
    call.out(u"sNames", cim::Value::strings(names));
    call.out(u"Types", cim::Value::array(cim::Type::SInt32, std::move(types)));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> read(Call& call, QStringView parameter, cim::Type type, bool isArray)
{
    const auto key = keyOf(call);
    const RegistryKeys keys = registryOf(call.host());
    const auto found = key ? keys.find(*key) : keys.end();
    if (found == keys.end())
        return call.finish(notFound);
    const auto value = found->second.find(call.text(u"sValueName"));
    if (value == found->second.end() || value->second.type() != type || value->second.isArray() != isArray)
        return call.finish(notFound);
    call.out(parameter, value->second);
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> getString(Call& call)
{
    return read(call, u"sValue", cim::Type::String, false);
}

base::Result<MethodOutcome> getMultiString(Call& call)
{
    return read(call, u"sValue", cim::Type::String, true);
}

base::Result<MethodOutcome> getDword(Call& call)
{
    return read(call, u"uValue", cim::Type::UInt32, false);
}

base::Result<MethodOutcome> getQword(Call& call)
{
    return read(call, u"uValue", cim::Type::UInt64, false);
}

base::Result<MethodOutcome> getBinary(Call& call)
{
    return read(call, u"uValue", cim::Type::UInt8, true);
}

base::Result<MethodOutcome> writeValue(Call& call, const cim::Value& value)
{
    const auto key = keyOf(call);
    if (!key)
        return call.finish(notFound);
    call.host().registry.insert(registryEntry(*key, call.text(u"sValueName")), value);
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> setDword(Call& call)
{
    return writeValue(call, call.in(u"uValue"));
}

base::Result<MethodOutcome> setString(Call& call)
{
    return writeValue(call, call.in(u"sValue"));
}

base::Result<MethodOutcome> createKey(Call& call)
{
    return call.finish(keyOf(call) ? returns::completed
                                   : notFound); // keys come into being with their first value
}

base::Result<MethodOutcome> deleteValue(Call& call)
{
    const auto key = keyOf(call);
    const QString entry = registryEntry(key.value_or(QString()), call.text(u"sValueName"));
    auto& registry = call.host().registry;
    for (auto it = registry.begin(); it != registry.end(); ++it) {
        if (it.key().compare(entry, Qt::CaseInsensitive) == 0) {
            registry.erase(it);
            return call.finish(returns::completed);
        }
    }
    return call.finish(notFound);
}

constexpr MethodEntry methods[] = {
    {u"StdRegProv", u"EnumKey", enumKey},          {u"StdRegProv", u"EnumValues", enumValues},
    {u"StdRegProv", u"GetStringValue", getString}, {u"StdRegProv", u"GetDWORDValue", getDword},
    {u"StdRegProv", u"GetQWORDValue", getQword},   {u"StdRegProv", u"GetMultiStringValue", getMultiString},
    {u"StdRegProv", u"GetBinaryValue", getBinary}, {u"StdRegProv", u"SetDWORDValue", setDword},
    {u"StdRegProv", u"SetStringValue", setString}, {u"StdRegProv", u"CreateKey", createKey},
    {u"StdRegProv", u"DeleteValue", deleteValue},
};

} // namespace

std::span<const MethodEntry> registryMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
