#pragma once

#include <QStringView>

/// Names of the protocol (wsman.md 1.1, 1.4, 2): namespaces, actions and dialects.
namespace hvgpu::wsman::uri {

inline constexpr QStringView Soap = u"http://www.w3.org/2003/05/soap-envelope";
inline constexpr QStringView Addressing = u"http://schemas.xmlsoap.org/ws/2004/08/addressing";
inline constexpr QStringView Anonymous = u"http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
inline constexpr QStringView Wsman = u"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
inline constexpr QStringView WsmanMicrosoft = u"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
inline constexpr QStringView Enumeration = u"http://schemas.xmlsoap.org/ws/2004/09/enumeration";
inline constexpr QStringView Transfer = u"http://schemas.xmlsoap.org/ws/2004/09/transfer";
inline constexpr QStringView CimBinding = u"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd";
inline constexpr QStringView CimCommon = u"http://schemas.dmtf.org/wbem/wscim/1/common";
inline constexpr QStringView Fault = u"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
inline constexpr QStringView Identity = u"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
/// One place of the specification spells it so; accepted in answers.
inline constexpr QStringView IdentityVariant =
    u"http://schemas.dmtf.org/wbem/wsman/identify/1/wsmanidentity.xsd";
inline constexpr QStringView SchemaInstance = u"http://www.w3.org/2001/XMLSchema-instance";

/// Resource URIs of WMI are this, the namespace with "/", "/" and the class.
inline constexpr QStringView WmiPrefix = u"http://schemas.microsoft.com/wbem/wsman/1/wmi/";
/// Resource URIs of the DMTF form are this and the class.
inline constexpr QStringView CimSchemaPrefix = u"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";
inline constexpr QStringView WqlDialect = u"http://schemas.microsoft.com/wbem/wsman/1/WQL";

} // namespace hvgpu::wsman::uri
