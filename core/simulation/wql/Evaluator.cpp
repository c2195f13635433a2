#include "core/simulation/wql/Evaluator.h"

#include "core/simulation/wql/Like.h"

#include <algorithm>
#include <compare>
#include <optional>

namespace hvgpu::simulation::wql {

using namespace Qt::StringLiterals;

namespace {

bool sameText(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isSystemProperty(QStringView name)
{
    return name.startsWith(u"__");
}

cim::Value systemProperty(QStringView name, const cim::Instance& row, const ClassInfo& info)
{
    const auto& path = row.path();
    if (sameText(name, u"__CLASS"))
        return cim::Value::string(info.declaration.name);
    if (sameText(name, u"__SUPERCLASS"))
        return cim::Value::string(info.declaration.superClass);
    if (sameText(name, u"__NAMESPACE"))
        return cim::Value::string(info.nameSpace);
    if (!path)
        return {};
    if (sameText(name, u"__SERVER"))
        return cim::Value::string(path->host());
    if (sameText(name, u"__PATH"))
        return cim::Value::string(path->toString());
    if (sameText(name, u"__RELPATH"))
        return cim::Value::string(path->relativePath());
    return {};
}

cim::Value valueOf(const Operand& operand, const cim::Instance& row, const ClassInfo& info)
{
    if (!operand.isProperty)
        return operand.constant;
    if (isSystemProperty(operand.property))
        return systemProperty(operand.property, row, info);
    const qsizetype dot = operand.property.indexOf(u'.');
    if (dot < 0)
        return row.value(operand.property);
    const cim::Instance* const object = row.value(QStringView(operand.property).left(dot)).toObject();
    return object ? object->value(QStringView(operand.property).mid(dot + 1)) : cim::Value();
}

std::partial_ordering compareNumbers(const cim::Value& a, const cim::Value& b)
{
    const auto unsignedA = a.toUInt64();
    const auto unsignedB = b.toUInt64();
    if (unsignedA && unsignedB)
        return *unsignedA <=> *unsignedB;
    const auto signedA = a.toInt64();
    const auto signedB = b.toInt64();
    if (signedA && signedB)
        return *signedA <=> *signedB;
    const auto realA = a.toDouble();
    const auto realB = b.toDouble();
    return realA && realB ? *realA <=> *realB : std::partial_ordering::unordered;
}

std::partial_ordering compareValues(const cim::Value& a, const cim::Value& b)
{
    if (a.type() == cim::Type::Reference || b.type() == cim::Type::Reference) {
        const auto pathA = a.toReference();
        const auto pathB = b.toReference();
        return pathA && pathB && *pathA == *pathB ? std::partial_ordering::equivalent
                                                  : std::partial_ordering::unordered;
    }
    if (a.type() == cim::Type::DateTime || b.type() == cim::Type::DateTime) {
        const auto timeA = a.toDateTime();
        const auto timeB = b.toDateTime();
        return timeA && timeB ? timeA->microseconds() <=> timeB->microseconds()
                              : std::partial_ordering::unordered;
    }
    if (a.type() == cim::Type::Boolean || b.type() == cim::Type::Boolean) {
        const auto boolA = a.toBool();
        const auto boolB = b.toBool();
        return boolA && boolB ? *boolA <=> *boolB : std::partial_ordering::unordered;
    }
    if (a.type() == cim::Type::String && b.type() == cim::Type::String) {
        const auto textA = a.toString().value_or(QString());
        return textA.compare(b.toString().value_or(QString()), Qt::CaseInsensitive) <=> 0;
    }
    return compareNumbers(a, b);
}

bool matchesLike(const cim::Value& left, const cim::Value& right)
{
    const auto text = left.toString();
    const auto pattern = right.toString();
    return text && pattern && wql::matchesLike(*text, *pattern);
}

bool compare(const Condition& condition, const cim::Instance& row, const ClassInfo& info)
{
    const Operand& leftOperand = condition.left;
    if (condition.comparison == Comparison::IsA) {
        const QString className = condition.right.isProperty
                                      ? condition.right.property
                                      : condition.right.constant.toString().value_or(QString());
        return info.isA(className); // only "__this ISA" makes sense in a data query
    }
    const cim::Value left = valueOf(leftOperand, row, info);
    const cim::Value right = valueOf(condition.right, row, info);
    const bool asksForNull = !condition.right.isProperty && right.isNull();
    if (asksForNull)
        return left.isNull() == (condition.comparison == Comparison::Equal);
    if (left.isNull() || right.isNull())
        return false;
    switch (condition.comparison) {
    case Comparison::Like:
        return matchesLike(left, right);
    case Comparison::NotLike:
        return !matchesLike(left, right);
    case Comparison::Equal:
        return compareValues(left, right) == 0;
    case Comparison::NotEqual:
        return compareValues(left, right) != 0;
    case Comparison::Less:
        return compareValues(left, right) < 0;
    case Comparison::Greater:
        return compareValues(left, right) > 0;
    case Comparison::LessEqual:
        return compareValues(left, right) <= 0;
    case Comparison::GreaterEqual:
        return compareValues(left, right) >= 0;
    case Comparison::IsA:
        break;
    }
    return false;
}

bool isKnown(const Operand& operand, const ClassInfo& info, bool isClassName)
{
    if (!operand.isProperty || isClassName || isSystemProperty(operand.property))
        return true;
    const qsizetype dot = operand.property.indexOf(u'.');
    const QStringView name =
        dot < 0 ? QStringView(operand.property) : QStringView(operand.property).left(dot);
    const PropertyDeclaration* const property = info.declaration.property(name);
    if (!property || property->isArray)
        return false;
    return (property->type == cim::Type::Object) == (dot >= 0);
}

bool isKnown(const Condition& condition, const ClassInfo& info)
{
    if (condition.kind != Condition::Kind::Compare) {
        return std::all_of(condition.children.begin(), condition.children.end(),
                           [&info](const Condition& child) { return isKnown(child, info); });
    }
    return isKnown(condition.left, info, false) &&
           isKnown(condition.right, info, condition.comparison == Comparison::IsA);
}

void collect(const Condition& condition, std::vector<Equality>& result)
{
    if (condition.kind == Condition::Kind::And) {
        for (const Condition& child : condition.children)
            collect(child, result);
    }
    if (condition.kind != Condition::Kind::Compare || condition.comparison != Comparison::Equal)
        return;
    if (condition.left.isProperty && !condition.right.isProperty)
        result.push_back({condition.left.property, condition.right.constant});
    else if (condition.right.isProperty && !condition.left.isProperty)
        result.push_back({condition.right.property, condition.left.constant});
}

} // namespace

bool isValidFor(const Query& query, const ClassInfo& info)
{
    for (const QString& column : query.columns) {
        if (!isSystemProperty(column) && !info.declaration.property(column))
            return false;
    }
    return query.where.empty() || isKnown(query.where.front(), info);
}

bool matches(const Condition& condition, const cim::Instance& row, const ClassInfo& info)
{
    const auto holds = [&](const Condition& child) { return matches(child, row, info); };
    const auto& children = condition.children;
    switch (condition.kind) {
    case Condition::Kind::And:
        return std::all_of(children.begin(), children.end(), holds);
    case Condition::Kind::Or:
        return std::any_of(children.begin(), children.end(), holds);
    case Condition::Kind::Not:
        return !holds(children.front());
    case Condition::Kind::Compare:
        break;
    }
    return compare(condition, row, info);
}

std::vector<Equality> equalities(const Query& query)
{
    std::vector<Equality> result;
    if (!query.where.empty())
        collect(query.where.front(), result);
    return result;
}

} // namespace hvgpu::simulation::wql
