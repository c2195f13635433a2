#include "core/wmi/com/ComError.h"

#include "core/wmi/SignInStatus.h"
#include "core/wmi/StatusMeaning.h"
#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/ComPtr.h"
#include "core/wmi/com/Variant.h"

#include <QStringList>

#include <wbemcli.h>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

/// What __ExtendedStatus or a plain IErrorInfo holds.
struct Words
{
    QString description;
    QStringList detail;
    std::optional<std::uint32_t> status;
};

QString textOfProperty(IWbemClassObject& object, const wchar_t* name)
{
    Variant value;
    if (FAILED(object.Get(name, 0, value.put(), nullptr, nullptr)) || value.value().vt != VT_BSTR)
        return {};
    return textOf(value.value().bstrVal).trimmed();
}

void readExtendedStatus(IWbemClassObject& object, Words& words)
{
    words.description = textOfProperty(object, L"Description");
    const std::pair<QString, const wchar_t*> parts[] = {
        {u"provider"_s, L"ProviderName"}, {u"operation"_s, L"Operation"}, {u"parameter"_s, L"ParameterInfo"}};
    for (const auto& [label, name] : parts) {
        const QString text = textOfProperty(object, name);
        if (!text.isEmpty())
            words.detail += label + u' ' + text;
    }
    Variant status;
    if (SUCCEEDED(object.Get(L"StatusCode", 0, status.put(), nullptr, nullptr)) && status.value().vt == VT_I4)
        words.status = static_cast<std::uint32_t>(status.value().lVal);
}

Words takeWords()
{
    Words words;
    ComPtr<IErrorInfo> info;
    if (GetErrorInfo(0, info.put()) != S_OK || !info)
        return words;
    if (const auto status = info.as<IWbemClassObject>())
        readExtendedStatus(*status, words);
    Bstr description;
    if (words.description.isEmpty() && SUCCEEDED(info->GetDescription(description.put())))
        words.description = description.text().trimmed();
    return words;
}

/// This computer's words for the number, in its language.
QString generalWords(HRESULT result)
{
    ComPtr<IWbemStatusCodeText> texts;
    Bstr text;
    if (FAILED(CoCreateInstance(CLSID_WbemStatusCodeText, nullptr, CLSCTX_INPROC_SERVER,
                                IID_IWbemStatusCodeText, texts.putVoid())) ||
        FAILED(texts->GetErrorCodeText(result, 0, 0, text.put())))
        return {};
    return text.text().trimmed();
}

base::ErrorCode meaningOf(std::uint32_t code, bool& retryable)
{
    if (const auto meaning = wmi::meaningOfHresult(code)) {
        retryable = meaning->retryable;
        return meaning->code;
    }
    if (isConnectionLost(static_cast<HRESULT>(code))) {
        retryable = true;
        return base::ErrorCode::Unreachable;
    }
    return wmi::meaningOfSignInStatus(code).value_or(base::ErrorCode::Internal);
}

base::Layer layerOf(std::uint32_t code, base::ErrorCode meaning)
{
    if (wmi::meaningOfSignInStatus(code))
        return base::Layer::Auth;
    return meaning == base::ErrorCode::Unreachable ? base::Layer::Connect : base::Layer::Wmi;
}

} // namespace

base::Error errorFrom(HRESULT result, const QString& doing)
{
    const Words words = takeWords();
    base::Error error;
    error.nativeCode = static_cast<std::uint32_t>(result);
    error.code = meaningOf(*error.nativeCode, error.retryable);
    // "Failed" with a reason inside.
    if (error.code == base::ErrorCode::Internal && words.status)
        error.code = meaningOf(*words.status, error.retryable);
    error.layer = layerOf(*error.nativeCode, error.code);
    error.hostText = words.description;
    QStringList detail = words.detail;
    if (!doing.isEmpty())
        detail.prepend(doing);
    if (words.status && *words.status != *error.nativeCode)
        detail += u"status 0x%1"_s.arg(*words.status, 8, 16, QLatin1Char('0'));
    if (error.hostText.isEmpty())
        detail += generalWords(result);
    detail.removeAll(QString());
    error.detail = detail.join(u"; "_s);
    return error;
}

bool isConnectionLost(HRESULT result)
{
    switch (static_cast<std::uint32_t>(result)) {
    case 0x800706BA: // RPC_S_SERVER_UNAVAILABLE
    case 0x800706BB: // RPC_S_SERVER_TOO_BUSY
    case 0x800706BE: // RPC_S_CALL_FAILED
    case 0x800706BF: // RPC_S_CALL_FAILED_DNE
    case 0x80010007: // RPC_E_SERVER_DIED
    case 0x80010012: // RPC_E_SERVER_DIED_DNE
    case 0x80010108: // RPC_E_DISCONNECTED
    case 0x80010114: // RPC_E_INVALID_OBJECT
    case 0x8001011F: // RPC_E_TIMEOUT
    case 0x80041015: // WBEM_E_TRANSPORT_FAILURE
    case 0x80041033: // WBEM_E_SHUTTING_DOWN
    case 0x80041071: // WBEM_E_CONNECTION_FAILED
    case 0x80041086: // WBEM_E_FATAL_TRANSPORT_ERROR
        return true;
    default:
        return false;
    }
}

} // namespace hvgpu::com
