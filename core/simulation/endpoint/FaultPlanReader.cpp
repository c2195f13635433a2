#include "core/simulation/endpoint/FaultPlanReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <map>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

base::Error invalid(const QString& detail)
{
    base::Error error;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"read faults"_s;
    error.detail = detail;
    return error;
}

bool readText(const QJsonValue& value, QString& out)
{
    out = value.toString();
    return value.isString();
}

template <class Number>
bool readNumber(const QJsonValue& value, Number& out)
{
    out = static_cast<Number>(value.toInteger(-1));
    return value.isDouble() && value.toInteger(-1) >= 0;
}

bool readMilliseconds(const QJsonValue& value, std::chrono::milliseconds& out)
{
    std::int64_t number = 0;
    const bool ok = readNumber(value, number);
    out = std::chrono::milliseconds(number);
    return ok;
}

/// An HRESULT or fault code: a number, or text such as "0x80041033".
bool readCode(const QJsonValue& value, std::uint32_t& out)
{
    bool ok = false;
    const qulonglong number = value.isString() ? value.toString().toULongLong(&ok, 0)
                                               : static_cast<qulonglong>(value.toInteger(-1));
    out = static_cast<std::uint32_t>(number);
    return (ok || value.isDouble()) && number <= 0xFFFFFFFFULL;
}

template <class Enum>
bool readName(const QJsonValue& value, const std::map<QString, Enum>& names, Enum& out)
{
    const auto found = names.find(value.toString());
    if (found == names.end())
        return false;
    out = found->second;
    return true;
}

std::optional<SoapFault> namedFault(const QString& name)
{
    const auto provider = [](std::uint32_t hresult, const QString& text) {
        base::Error error;
        error.nativeCode = hresult;
        error.hostText = text;
        return faults::fromProvider(error, false);
    };
    if (name == "access-denied"_L1)
        return faults::accessDenied();
    if (name == "quota"_L1)
        return faults::tooManyOperations();
    if (name == "shutting-down"_L1)
        return provider(0x80041033, u"Shutting down "_s);
    if (name == "provider-load-failure"_L1)
        return provider(0x80041013, u"Provider load failure "_s);
    if (name == "not-found"_L1)
        return faults::notFound();
    if (name == "invalid-context"_L1)
        return faults::invalidContext();
    if (name == "internal-error"_L1)
        return faults::internalError(u"An error was encountered inside the plugin. "_s);
    if (name == "timed-out"_L1) {
        SoapFault fault =
            faults::internalError(u"The WS-Management service cannot complete the operation within the "
                                  "time specified in OperationTimeout. "_s);
        fault.subcode = "w:TimedOut";
        fault.wsmanCode = 2150858793;
        return fault;
    }
    return std::nullopt;
}

/// One reader per member; false: the value is of the wrong kind.
using Readers = std::map<QString, std::function<bool(const QJsonValue&)>>;

std::optional<base::Error> readMembers(const QJsonObject& object, const Readers& readers)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto reader = readers.find(member.key());
        if (reader == readers.end())
            return invalid(u"unknown member \"%1\""_s.arg(member.key()));
        if (!reader->second(member.value()))
            return invalid(u"bad value of \"%1\""_s.arg(member.key()));
    }
    return std::nullopt;
}

bool readSoapFaultObject(const QJsonObject& object, SoapFault& fault)
{
    const auto bytes = [](QByteArray& out) {
        return [&out](const QJsonValue& value) {
            out = value.toString().toLatin1();
            return value.isString();
        };
    };
    const auto flag = [](bool& out) {
        return [&out](const QJsonValue& value) {
            out = value.toBool();
            return value.isBool();
        };
    };
    const Readers readers{
        {u"code"_s, bytes(fault.code)},
        {u"subcode"_s, bytes(fault.subcode)},
        {u"detail"_s, bytes(fault.detail)},
        {u"wsmanCode"_s, [&](const QJsonValue& v) { return readCode(v, fault.wsmanCode); }},
        {u"hresult"_s, [&](const QJsonValue& v) { return readCode(v, fault.hresult.emplace()); }},
        {u"text"_s, [&](const QJsonValue& v) { return readText(v, fault.text); }},
        {u"wmiError"_s, flag(fault.wmiErrorFlavour)},
        {u"relatesTo"_s, flag(fault.relatesTo)},
        {u"httpStatus"_s, [&](const QJsonValue& v) { return readNumber(v, fault.httpStatus); }}};
    return !readMembers(object, readers);
}

bool readSoapFault(const QJsonValue& value, std::optional<SoapFault>& out)
{
    if (value.isString())
        out = namedFault(value.toString());
    else if (SoapFault fault = faults::internalError({}); readSoapFaultObject(value.toObject(), fault)) {
        // Like a provider's own error: without a code of its own the outer fault repeats the HRESULT.
        if (fault.hresult && !value.toObject().contains("wsmanCode"_L1))
            fault.wsmanCode = *fault.hresult;
        out = std::move(fault);
    }
    return out.has_value();
}

void addMatchReaders(Readers& readers, FaultPlan::Entry& entry)
{
    readers[u"host"_s] = [&](const QJsonValue& v) { return readText(v, entry.host); };
    readers[u"class"_s] = [&](const QJsonValue& v) { return readText(v, entry.className); };
    readers[u"method"_s] = [&](const QJsonValue& v) { return readText(v, entry.method); };
    readers[u"skip"_s] = [&](const QJsonValue& v) { return readNumber(v, entry.skip); };
    readers[u"count"_s] = [&](const QJsonValue& v) { return readNumber(v, entry.count); };
    readers[u"operation"_s] = [&](const QJsonValue& v) {
        static const QStringList known{u"Identify"_s, u"Enumerate"_s, u"Pull"_s,   u"Release"_s,
                                       u"Get"_s,      u"Put"_s,       u"Invoke"_s, u"connect"_s};
        return readText(v, entry.operation) && known.contains(entry.operation, Qt::CaseInsensitive);
    };
}

void addEffectReaders(Readers& readers, FaultEffect& effect)
{
    using Drop = FaultEffect::Drop;
    using Xml = FaultEffect::Xml;
    static const std::map<QString, Drop> drops{{u"before"_s, Drop::Before},
                                               {u"after-performing"_s, Drop::AfterPerforming},
                                               {u"after-headers"_s, Drop::AfterHeaders},
                                               {u"mid-body"_s, Drop::MidBody}};
    static const std::map<QString, Xml> xmls{{u"truncated"_s, Xml::Truncated},
                                             {u"malformed"_s, Xml::Malformed}};
    readers[u"latencyMs"_s] = [&](const QJsonValue& v) { return readMilliseconds(v, effect.latency); };
    readers[u"drop"_s] = [&](const QJsonValue& v) { return readName(v, drops, effect.drop); };
    readers[u"xml"_s] = [&](const QJsonValue& v) { return readName(v, xmls, effect.xml); };
    readers[u"httpStatus"_s] = [&](const QJsonValue& v) {
        return readNumber(v, effect.httpStatus.emplace());
    };
    readers[u"fault"_s] = [&](const QJsonValue& v) { return readSoapFault(v, effect.soapFault); };
    readers[u"contentType"_s] = [&](const QJsonValue& v) {
        effect.contentType = v.toString().toLatin1();
        return v.isString();
    };
    readers[u"paddingBytes"_s] = [&](const QJsonValue& v) { return readNumber(v, effect.paddingBytes); };
    readers[u"dripBytes"_s] = [&](const QJsonValue& v) { return readNumber(v, effect.dripBytes); };
    readers[u"dripPauseMs"_s] = [&](const QJsonValue& v) { return readMilliseconds(v, effect.dripPause); };
    readers[u"returnValue"_s] = [&](const QJsonValue& v) {
        return readCode(v, effect.returnValue.emplace());
    };
    readers[u"hostOff"_s] = [&](const QJsonValue& v) {
        effect.hostOff = v.toBool();
        return v.isBool();
    };
}

} // namespace

base::Result<std::vector<FaultPlan::Entry>> readFaults(const QByteArray& json)
{
    if (json.trimmed().isEmpty())
        return std::vector<FaultPlan::Entry>();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isArray())
        return base::fail(invalid(problem.error == QJsonParseError::NoError ? u"a list is expected"_s
                                                                            : problem.errorString()));
    std::vector<FaultPlan::Entry> entries;
    for (const QJsonValue item : document.array()) {
        if (!item.isObject())
            return base::fail(invalid(u"a list of objects is expected"_s));
        FaultPlan::Entry entry;
        Readers readers;
        addMatchReaders(readers, entry);
        addEffectReaders(readers, entry.effect);
        if (auto error = readMembers(item.toObject(), readers))
            return base::fail(std::move(*error));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace hvgpu::simulation
