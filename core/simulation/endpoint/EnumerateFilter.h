#pragma once

#include "core/simulation/endpoint/OperationContext.h"

namespace hvgpu::simulation {

/// The rows an Enumerate request asks for: by WQL, association filter, selector filter or plain class URI.
struct EnumerateFilter
{
    QString queriedClass; ///< class the answer is about, for faults that match by class
    Outcome<QueryRows> rows;
};

[[nodiscard]] EnumerateFilter runEnumerate(const OperationContext& context, const XmlElement& enumerate);

/// The class a request names, without asking the provider: from the URI, or from the query's text.
[[nodiscard]] QString requestedClass(const WsmanRequest& request);

} // namespace hvgpu::simulation
