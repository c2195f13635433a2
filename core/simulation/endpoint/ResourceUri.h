#pragma once

#include "core/simulation/CimProvider.h"
#include "core/simulation/endpoint/WsmanRequest.h"

#include <tl/expected.hpp>

#include <QString>

namespace hvgpu::simulation {

template <class T>
using Outcome = tl::expected<T, SoapFault>;

/// What a resource URI names: a class of a namespace, or "*" for its queries.
struct ResourceUri
{
    QString nameSpace; ///< canonical, "root\virtualization\v2"
    QString className; ///< "*" for queries

    [[nodiscard]] bool isWildcard() const { return className == QLatin1String("*"); }
};

/// Reads the Microsoft WMI and the DMTF form (wsman.md 1.4). @p selectors may hold __cimnamespace, which a
/// Microsoft URI accepts only when it repeats the URI's own namespace.
[[nodiscard]] Outcome<ResourceUri> parseResourceUri(const QString& text,
                                                    const std::vector<Selector>& selectors);

/// The object the selectors name. Selectors must be keys of the class; a subset is allowed.
[[nodiscard]] Outcome<cim::ObjectPath> resolvePath(const CimProvider& provider, const QString& resourceUri,
                                                   const std::vector<Selector>& selectors);

} // namespace hvgpu::simulation
