#pragma once

#include <QLatin1String>

/// URIs of WS-Management as Windows uses them (wsman.md 1.1, 1.4, 2).
namespace hvgpu::simulation::uri {

inline constexpr QLatin1String soap{"http://www.w3.org/2003/05/soap-envelope"};
inline constexpr QLatin1String addressing{"http://schemas.xmlsoap.org/ws/2004/08/addressing"};
inline constexpr QLatin1String anonymous{"http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous"};
inline constexpr QLatin1String wsman{"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"};
inline constexpr QLatin1String microsoft{"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"};
inline constexpr QLatin1String enumeration{"http://schemas.xmlsoap.org/ws/2004/09/enumeration"};
inline constexpr QLatin1String transfer{"http://schemas.xmlsoap.org/ws/2004/09/transfer"};
inline constexpr QLatin1String binding{"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"};
inline constexpr QLatin1String cim{"http://schemas.dmtf.org/wbem/wscim/1/common"};
inline constexpr QLatin1String identity{"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"};
inline constexpr QLatin1String xsi{"http://www.w3.org/2001/XMLSchema-instance"};
inline constexpr QLatin1String xml{"http://www.w3.org/XML/1998/namespace"};
inline constexpr QLatin1String faultDetail{"http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/"};

inline constexpr QLatin1String wmiRoot{"http://schemas.microsoft.com/wbem/wsman/1/wmi/"};
inline constexpr QLatin1String dmtfRoot{"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/"};
inline constexpr QLatin1String dmtfAll{"http://schemas.dmtf.org/wbem/wscim/1/*"};

inline constexpr QLatin1String wql{"http://schemas.microsoft.com/wbem/wsman/1/WQL"};
inline constexpr QLatin1String associationFilter{
    "http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter"};
inline constexpr QLatin1String selectorFilter{"http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter"};

} // namespace hvgpu::simulation::uri
