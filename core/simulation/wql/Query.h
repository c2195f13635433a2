#pragma once

#include "core/cim/Value.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace hvgpu::simulation::wql {

/// One side of a comparison: a property ("Name", "PrivateProperties.VmID", "__SERVER") or a constant.
struct Operand
{
    bool isProperty = false;
    QString property;
    cim::Value constant; ///< NULL for the word NULL
};

enum class Comparison { Equal, NotEqual, Less, Greater, LessEqual, GreaterEqual, Like, NotLike, IsA };

/// A WHERE clause as a tree.
struct Condition
{
    enum class Kind { And, Or, Not, Compare };
    Kind kind = Kind::Compare;
    std::vector<Condition> children; ///< And, Or, Not
    Operand left;                    ///< Compare
    Comparison comparison = Comparison::Equal;
    Operand right;
};

/// A parsed WQL query (wsman.md 9.9).
struct Query
{
    enum class Kind { Select, Associators, References };
    Kind kind = Kind::Select;
    QStringList columns; ///< empty: *
    QString className;
    std::vector<Condition> where; ///< none or one

    QString objectPath; ///< Associators, References
    QString assocClass;
    QString resultClass;
    QString role;
    QString resultRole;
    bool classDefsOnly = false;
    bool keysOnly = false;
};

} // namespace hvgpu::simulation::wql
