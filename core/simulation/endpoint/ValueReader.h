#pragma once

#include "core/simulation/CimProvider.h"
#include "core/simulation/endpoint/ResourceUri.h"

#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// Reads one scalar of the declared type from text; null when the text does not fit the type.
[[nodiscard]] std::optional<cim::Value> readText(const PropertyDeclaration& declaration, const QString& text);

/// Reads all elements that carry one property or parameter (arrays repeat the element). Refused with
/// SchemaValidationError: a scalar given twice, children inside a string, an a:EndpointReference wrapper
/// around a reference, text that does not fit the type (wsman.md 1.5, 2.5).
[[nodiscard]] Outcome<cim::Value> readElements(const CimProvider& provider,
                                               const PropertyDeclaration& declaration,
                                               const std::vector<const XmlElement*>& elements);

/// Reads the children of an instance or method element by the declarations; names compare without case and
/// must be in @p nameSpace unless that is empty. An undeclared child is a SchemaValidationError.
[[nodiscard]] Outcome<std::vector<cim::Property>>
readChildren(const CimProvider& provider, const XmlElement& holder,
             const std::vector<PropertyDeclaration>& declarations, const QString& nameSpace);

} // namespace hvgpu::simulation
