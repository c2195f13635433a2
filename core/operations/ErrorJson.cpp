#include "core/operations/ErrorJson.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations::detail {
namespace {

/// The enumerator up to @p last that is called @p text; @p fallback when none is.
template <class Enum>
Enum named(const QString& text, Enum last, Enum fallback)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (text == base::name(static_cast<Enum>(i)))
            return static_cast<Enum>(i);
    }
    return fallback;
}

void add(QJsonObject& json, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        json[key] = value;
}

void add(QJsonObject& json, const QString& key, const std::optional<std::uint32_t>& value)
{
    if (value)
        json[key] = static_cast<qint64>(*value);
}

std::optional<std::uint32_t> number(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(static_cast<std::uint32_t>(value.toInteger())) : std::nullopt;
}

} // namespace

QJsonObject toJson(const base::Error& error)
{
    QJsonObject json{{u"layer"_s, base::name(error.layer)}, {u"code"_s, base::name(error.code)}};
    add(json, u"operation"_s, error.operation);
    add(json, u"target"_s, error.target);
    add(json, u"host"_s, error.host);
    if (error.httpStatus)
        json[u"httpStatus"_s] = *error.httpStatus;
    add(json, u"soapSubcode"_s, error.soapSubcode);
    add(json, u"faultCode"_s, error.faultCode);
    add(json, u"nativeCode"_s, error.nativeCode);
    add(json, u"hostText"_s, error.hostText);
    add(json, u"detail"_s, error.detail);
    if (error.retryable)
        json[u"retryable"_s] = true;
    return json;
}

base::Error errorFrom(const QJsonObject& json)
{
    base::Error error;
    error.layer = named(json[u"layer"_s].toString(), base::Layer::Local, base::Layer::Local);
    error.code = named(json[u"code"_s].toString(), base::ErrorCode::Internal, base::ErrorCode::Internal);
    error.operation = json[u"operation"_s].toString();
    error.target = json[u"target"_s].toString();
    error.host = json[u"host"_s].toString();
    if (json[u"httpStatus"_s].isDouble())
        error.httpStatus = json[u"httpStatus"_s].toInt();
    error.soapSubcode = json[u"soapSubcode"_s].toString();
    error.faultCode = number(json[u"faultCode"_s]);
    error.nativeCode = number(json[u"nativeCode"_s]);
    error.hostText = json[u"hostText"_s].toString();
    error.detail = json[u"detail"_s].toString();
    error.retryable = json[u"retryable"_s].toBool();
    return error;
}

} // namespace hvgpu::operations::detail
