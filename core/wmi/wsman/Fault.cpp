#include "core/wmi/wsman/Fault.h"

#include "core/wmi/wsman/FaultCodes.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

QString localName(const QString& qualifiedName)
{
    const QString trimmed = qualifiedName.trimmed();
    return trimmed.mid(trimmed.lastIndexOf(u':') + 1);
}

// Codes come as unsigned decimals, some texts have them negative.
std::optional<std::uint32_t> number(const QString& text)
{
    bool ok = false;
    const qlonglong value = text.trimmed().toLongLong(&ok);
    if (!ok || value < -0x80000000LL || value > 0xFFFFFFFFLL)
        return std::nullopt;
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(value));
}

constexpr std::uint32_t wsmanFacility = 0x8033;

bool isHresultOfWmiOrWindows(std::uint32_t code)
{
    return code >> 16 == 0x8004 || code >> 16 == 0x8007;
}

bool looksLikeHresult(std::uint32_t code)
{
    return (code & 0x80000000U) != 0;
}

// "HRESULT 0x80041010" and "(0x80041010)" occur in MessageID and in texts.
std::optional<std::uint32_t> hresultInText(const QString& text)
{
    static const QRegularExpression pattern(u"0x(80(?:04|07|33)[0-9a-fA-F]{4})"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toUInt(nullptr, 16);
}

QString bestText(std::initializer_list<QString> mostSpecificFirst)
{
    for (const QString& text : mostSpecificFirst) {
        const QString clean = text.simplified();
        if (!clean.isEmpty())
            return clean;
    }
    return {};
}

const XmlNode* findDeep(const XmlNode& node, QStringView name)
{
    for (const XmlNode& child : node.children) {
        if (child.name == name)
            return &child;
        if (const XmlNode* found = findDeep(child, name))
            return found;
    }
    return nullptr;
}

QString textOf(const XmlNode* node)
{
    return node == nullptr ? QString() : node->allText();
}

void readProviderFault(const XmlNode& provider, Fault& fault)
{
    QString nestedText;
    if (const XmlNode* nested = provider.child(u"WSManFault")) {
        fault.nativeCode = number(nested->attribute(u"Code"));
        nestedText = textOf(nested->child(u"Message"));
    }
    QString extendedText;
    if (const XmlNode* extended = provider.child(u"ExtendedError")) {
        extendedText = textOf(findDeep(*extended, u"Description"));
        if (!fault.nativeCode)
            fault.nativeCode = number(textOf(findDeep(*extended, u"StatusCode")));
    }
    fault.message = bestText({extendedText, nestedText, provider.text, fault.message});
}

void readWsmanFault(const XmlNode& detail, Fault& fault)
{
    fault.wsmanCode = number(detail.attribute(u"Code"));
    fault.machine = detail.attribute(u"Machine");
    const XmlNode* message = detail.child(u"Message");
    if (message == nullptr)
        return;
    fault.message = bestText({message->text});
    if (const XmlNode* provider = message->child(u"ProviderFault"))
        readProviderFault(*provider, fault);
}

void readWmiError(const XmlNode& detail, Fault& fault)
{
    fault.cimStatusCode = number(textOf(detail.child(u"CIMStatusCode")));
    const QString type = textOf(detail.child(u"error_Type"));
    if (type.contains("HRESULT"_L1, Qt::CaseInsensitive))
        fault.nativeCode = number(textOf(detail.child(u"error_Code")));
    if (!fault.nativeCode)
        fault.nativeCode = hresultInText(textOf(detail.child(u"MessageID")));
    if (fault.nativeCode && *fault.nativeCode >> 16 == wsmanFacility)
        fault.wsmanCode = fault.nativeCode;
    fault.message =
        bestText({textOf(detail.child(u"Message")), textOf(detail.child(u"error_WindowsErrorMessage")),
                  textOf(detail.child(u"CIMStatusCodeDescription"))});
}

void readDetail(const XmlNode& detail, Fault& fault)
{
    if (const XmlNode* faultDetail = detail.child(u"FaultDetail")) {
        const QString text = faultDetail->text.trimmed();
        fault.faultDetail = text.mid(text.lastIndexOf(u'/') + 1);
    }
    if (const XmlNode* wsman = detail.child(u"WSManFault"))
        readWsmanFault(*wsman, fault);
    if (const XmlNode* wmi = detail.child(u"MSFT_WmiError"))
        readWmiError(*wmi, fault);
}

std::optional<FaultMeaning> meaning(const Fault& fault)
{
    std::optional<FaultMeaning> found;
    if (fault.nativeCode)
        found = wmi::meaningOfHresult(*fault.nativeCode);
    // Before the wsman code, which may stand for several causes: bad filter or bad namespace.
    if (!found && fault.cimStatusCode)
        found = meaningOfCimStatus(*fault.cimStatusCode);
    if (!found && fault.wsmanCode)
        found = meaningOfWsmanCode(*fault.wsmanCode);
    if (!found)
        found = meaningOfSubcode(fault.subcode);
    return found;
}

} // namespace

Fault Fault::read(const XmlNode& node)
{
    Fault fault;
    if (const XmlNode* code = node.child(u"Code")) {
        fault.code = localName(textOf(code->child(u"Value")));
        if (const XmlNode* subcode = code->child(u"Subcode"))
            fault.subcode = localName(textOf(subcode->child(u"Value")));
    }
    fault.reason = bestText({textOf(node.child(u"Reason"))});
    if (const XmlNode* detail = node.child(u"Detail"))
        readDetail(*detail, fault);
    // WSManFault carries the HRESULT itself when WMI failed without a provider's words.
    if (!fault.nativeCode && fault.wsmanCode && isHresultOfWmiOrWindows(*fault.wsmanCode))
        fault.nativeCode = fault.wsmanCode;
    if (!fault.nativeCode) {
        const auto mentioned = hresultInText(fault.message + u' ' + fault.reason);
        if (mentioned && isHresultOfWmiOrWindows(*mentioned))
            fault.nativeCode = mentioned;
    }
    if (fault.nativeCode && !looksLikeHresult(*fault.nativeCode))
        fault.nativeCode.reset();
    fault.message = bestText({fault.message, fault.reason});
    return fault;
}

base::Error Fault::toError() const
{
    const std::optional<FaultMeaning> known = meaning(*this);
    base::Error error;
    error.layer = nativeCode || cimStatusCode ? base::Layer::Wmi : base::Layer::Soap;
    error.code = known ? known->code : base::ErrorCode::Internal;
    error.retryable = known && known->retryable;
    error.soapSubcode = subcode;
    error.faultCode = wsmanCode;
    error.nativeCode = nativeCode;
    error.hostText = message;
    QStringList detail{code};
    if (!faultDetail.isEmpty())
        detail += faultDetail;
    if (cimStatusCode)
        detail += u"CIM status %1"_s.arg(*cimStatusCode);
    if (!machine.isEmpty())
        detail += u"machine %1"_s.arg(machine);
    error.detail = detail.join(", "_L1);
    return error;
}

} // namespace hvgpu::wsman
