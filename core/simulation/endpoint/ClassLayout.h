#pragma once

#include "core/simulation/CimProvider.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace hvgpu::simulation {

/// How the properties of a class go onto the wire: names escaped and sorted once, alphabetically without
/// case.
struct ClassLayout
{
    struct Entry
    {
        QString name;
        cim::Type type = cim::Type::String;
        bool isArray = false;
        QByteArray open;  ///< "<p:Name>"
        QByteArray start; ///< "<p:Name"
        QByteArray close; ///< "</p:Name>"
        QByteArray nil;   ///< "<p:Name xsi:nil="true"/>"
    };

    /// @p prefix is "p:" or "" (projections); @p columns, when not empty, restrict the properties.
    ClassLayout(const ClassDeclaration& declaration, const QByteArray& prefix,
                const QStringList& columns = {});

    /// Index of the entry of that name, without case; -1 when there is none. @p guess is tried first.
    [[nodiscard]] int indexOf(const QString& name, int guess) const;

    std::vector<Entry> entries;

private:
    QHash<QString, int> m_byLowerName;
};

} // namespace hvgpu::simulation
