#pragma once

#include "core/cim/Instance.h"
#include "core/wmi/wsman/XmlNode.h"

#include <vector>

/// Values that are more than text: datetimes, references and embedded objects (wsman.md 1.5, 2.3).
namespace hvgpu::wsman {

/// The path an EPR names; @p parts are the children of the EndpointReference, or of a parameter or property
/// that holds a reference directly. No selectors means a singleton. Without a class the path is empty.
[[nodiscard]] cim::ObjectPath pathFromEpr(const std::vector<XmlNode>& parts);

/// The value of a property with child elements. @p typeName is its xsi:type, which names the class of an
/// embedded object. Text that should be a datetime and is not stays text.
[[nodiscard]] cim::Value valueFromChildren(const std::vector<XmlNode>& children, QStringView typeName);

/// One element as a value, with or without children.
[[nodiscard]] cim::Value valueFromNode(const XmlNode& node);

/// Text of a property: white space only means the empty string (PoolID comes so).
[[nodiscard]] bool isBlank(QStringView text);

/// One value of several elements of the same name: none is impossible, one is a scalar, more are an array.
[[nodiscard]] cim::Value valueFromElements(std::vector<cim::Value>&& elements);

} // namespace hvgpu::wsman
