#include "core/simulation/endpoint/Envelope.h"

#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/XmlBytes.h"

#include <QUuid>

#include <array>

namespace hvgpu::simulation::envelope {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* closing = "</s:Body></s:Envelope>";

void declare(QByteArray& out, const char* prefix, QLatin1String nameSpace)
{
    out.append(" xmlns:").append(prefix).append("=\"");
    appendRaw(out, nameSpace);
    out.append('"');
}

void openEnvelope(QByteArray& out, const QString& language)
{
    out.append("<s:Envelope xml:lang=\"");
    appendEscaped(out, language);
    out.append('"');
    declare(out, "s", uri::soap);
    declare(out, "a", uri::addressing);
}

void headers(QByteArray& out, const QString& action, const QString& relatesTo)
{
    out.append("<s:Header><a:Action>");
    appendEscaped(out, action);
    out.append("</a:Action><a:MessageID>uuid:");
    out.append(QUuid::createUuid().toByteArray(QUuid::WithoutBraces).toUpper());
    out.append("</a:MessageID><a:To>");
    appendRaw(out, uri::anonymous);
    out.append("</a:To>");
    if (!relatesTo.isEmpty()) {
        out.append("<a:RelatesTo>");
        appendEscaped(out, relatesTo);
        out.append("</a:RelatesTo>");
    }
    out.append("</s:Header><s:Body>");
}

/// The a:Action of a fault follows the family its subcode belongs to.
QString faultAction(const QByteArray& subcode)
{
    if (subcode.startsWith("n:"))
        return uri::enumeration + "/fault"_L1;
    if (subcode.startsWith("x:"))
        return uri::transfer + "/fault"_L1;
    if (subcode.startsWith("w:"))
        return u"http://schemas.dmtf.org/wbem/wsman/1/wsman/fault"_s;
    return uri::addressing + "/fault"_L1;
}

void openFault(QByteArray& out, std::uint32_t code, const QString& machine)
{
    out.append("<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"");
    out.append(QByteArray::number(code)).append("\" Machine=\"");
    appendEscaped(out, machine);
    out.append("\"><f:Message>");
}

void wsmanDetail(QByteArray& out, const SoapFault& fault, const QString& machine)
{
    openFault(out, fault.wsmanCode, machine);
    if (fault.hresult) {
        out.append(
            "<f:ProviderFault provider=\"WMI Provider\" path=\"C:\\Windows\\system32\\WsmWmiPl.dll\">");
        openFault(out, *fault.hresult, machine);
        appendEscaped(out, fault.text);
        out.append("</f:Message></f:WSManFault></f:ProviderFault>");
    } else {
        appendEscaped(out, fault.text);
    }
    out.append("</f:Message></f:WSManFault>");
}

int cimStatus(std::uint32_t code)
{
    struct Known
    {
        std::uint32_t hresult;
        int status;
    };
    static constexpr std::array known{Known{0x80041002, 6},  Known{0x80041003, 2},  Known{5, 2},
                                      Known{0x8004100E, 3},  Known{0x80041008, 4},  Known{0x8004102F, 4},
                                      Known{0x80041010, 5},  Known{0x80041017, 15}, Known{0x80041033, 28},
                                      Known{0x803381A6, 27}, Known{0x8004100C, 7},  Known{0x80338000, 6}};
    for (const Known& entry : known)
        if (entry.hresult == code)
            return entry.status;
    return 1;
}

void wmiField(QByteArray& out, const char* name, const char* type, const QString& value)
{
    out.append("<p:").append(name).append(" xsi:type=\"cim:").append(type).append("\">");
    appendEscaped(out, value);
    out.append("</p:").append(name).append('>');
}

void wmiNil(QByteArray& out, const char* name)
{
    out.append("<p:").append(name).append(" xsi:type=\"cim:cimString\" xsi:nil=\"true\"/>");
}

void wmiErrorDetail(QByteArray& out, const SoapFault& fault)
{
    const std::uint32_t code = fault.hresult.value_or(fault.wsmanCode);
    out.append("<p:MSFT_WmiError b:IsCIM_Error=\"true\"");
    declare(out, "xsi", uri::xsi);
    declare(out, "b", uri::binding);
    declare(out, "p", "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError"_L1);
    declare(out, "cim", uri::cim);
    out.append(" xsi:type=\"p:MSFT_WmiError_Type\">");
    wmiField(out, "CIMStatusCode", "cimUnsignedInt", QString::number(cimStatus(code)));
    wmiNil(out, "CIMStatusCodeDescription");
    wmiNil(out, "ErrorSource");
    wmiField(out, "ErrorSourceFormat", "cimUnsignedShort", u"0"_s);
    wmiField(out, "ErrorType", "cimUnsignedShort", u"0"_s);
    wmiField(out, "Message", "cimString", fault.text);
    wmiField(out, "MessageID", "cimString", u"HRESULT 0x%1"_s.arg(code, 8, 16, QLatin1Char('0')));
    wmiNil(out, "OwningEntity");
    wmiField(out, "PerceivedSeverity", "cimUnsignedShort", u"0"_s);
    wmiField(out, "ProbableCause", "cimUnsignedShort", u"0"_s);
    wmiNil(out, "ProbableCauseDescription");
    wmiField(out, "error_Category", "cimUnsignedInt", u"0"_s);
    wmiField(out, "error_Code", "cimUnsignedInt", QString::number(code));
    wmiField(out, "error_Type", "cimString", u"HRESULT"_s);
    wmiField(out, "error_WindowsErrorMessage", "cimString", fault.text);
    out.append("</p:MSFT_WmiError>");
}

void faultBody(QByteArray& out, const SoapFault& fault, const QString& language, const QString& machine)
{
    out.append("<s:Fault><s:Code><s:Value>").append(fault.code).append("</s:Value>");
    if (!fault.subcode.isEmpty())
        out.append("<s:Subcode><s:Value>").append(fault.subcode).append("</s:Value></s:Subcode>");
    out.append("</s:Code><s:Reason><s:Text xml:lang=\"");
    appendEscaped(out, language);
    out.append("\">");
    appendEscaped(out, fault.text);
    out.append("</s:Text></s:Reason><s:Detail>");
    if (!fault.detail.isEmpty()) {
        out.append("<w:FaultDetail>");
        appendRaw(out, uri::faultDetail);
        out.append(fault.detail).append("</w:FaultDetail>");
    }
    if (fault.wmiErrorFlavour)
        wmiErrorDetail(out, fault);
    else
        wsmanDetail(out, fault, machine);
    out.append("</s:Detail></s:Fault>");
}

} // namespace

void begin(QByteArray& out, Family family, const QString& language, const QString& action,
           const QString& relatesTo)
{
    openEnvelope(out, language);
    if (family == Family::Enumeration)
        declare(out, "n", uri::enumeration);
    else if (family == Family::Transfer)
        declare(out, "x", uri::transfer);
    declare(out, "w", uri::wsman);
    declare(out, "p", uri::microsoft);
    out.append('>');
    headers(out, action, relatesTo);
}

void end(QByteArray& out)
{
    out.append(closing);
}

qsizetype endSize()
{
    return static_cast<qsizetype>(std::char_traits<char>::length(closing));
}

QByteArray fault(const SoapFault& fault, const QString& language, const QString& machine,
                 const QString& relatesTo)
{
    QByteArray out;
    openEnvelope(out, language);
    declare(out, "x", uri::transfer);
    declare(out, "e", "http://schemas.xmlsoap.org/ws/2004/08/eventing"_L1);
    declare(out, "n", uri::enumeration);
    declare(out, "w", uri::wsman);
    declare(out, "p", uri::microsoft);
    out.append('>');
    headers(out, faultAction(fault.subcode), fault.relatesTo ? relatesTo : QString());
    faultBody(out, fault, language, machine);
    end(out);
    return out;
}

} // namespace hvgpu::simulation::envelope
