#pragma once

#include "core/cim/Instance.h"
#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/wql/Query.h"

namespace hvgpu::simulation::wql {

/// Whether the query only names properties the class has (Windows answers 0x80041017 otherwise). System
/// properties and one level of embedded object ("PrivateProperties.VmID") count as known; array properties
/// cannot be compared.
[[nodiscard]] bool isValidFor(const Query& query, const ClassInfo& info);

/// Whether a row of class @p info satisfies the condition. Text compares without case; NULL compares with
/// nothing but NULL.
[[nodiscard]] bool matches(const Condition& condition, const cim::Instance& row, const ClassInfo& info);

/// Values that top-level equalities ask of a property: a source may leave out rows that cannot have one.
struct Equality
{
    QString property;
    cim::Value value;
};
[[nodiscard]] std::vector<Equality> equalities(const Query& query);

} // namespace hvgpu::simulation::wql
