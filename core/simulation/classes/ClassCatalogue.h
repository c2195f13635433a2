#pragma once

#include "core/base/Result.h"
#include "core/simulation/CimProvider.h"

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace hvgpu::simulation {

/// A class with what a provider needs besides its declaration. Immutable once the catalogue is built.
struct ClassInfo
{
    ClassDeclaration declaration;
    QString nameSpace;                     ///< canonical spelling
    bool isAbstract = false;               ///< has no instances of its own
    std::vector<cim::Value> defaults;      ///< one per declared property; NULL where the data gives none
    std::vector<const ClassInfo*> derived; ///< direct subclasses
    const ClassInfo* superClass = nullptr;
    std::vector<std::pair<QString, QString>>
        overrides; ///< "set Name = literal" lines, applied after inheriting

    /// Position of a property in the declaration, spelled exactly; -1 when there is none.
    [[nodiscard]] qsizetype indexOf(QStringView name) const { return m_index.value(name, -1); }
    /// True for the class itself and for every class above it; names compare without case.
    [[nodiscard]] bool isA(QStringView className) const;
    void buildIndex();

private:
    QHash<QStringView, qsizetype> m_index; // views into declaration.properties
};

/// The CIM classes a simulated host knows, read from the compiled-in class files. Shared by every host;
/// immutable and therefore thread-safe. The file format is documented in core/simulation/README.md.
class ClassCatalogue
{
public:
    /// The compiled-in classes.
    [[nodiscard]] static const ClassCatalogue& builtIn();
    /// Reads class files; errors name the line.
    [[nodiscard]] static base::Result<ClassCatalogue> parse(const std::vector<QString>& texts);

    ClassCatalogue() = default;
    ClassCatalogue(ClassCatalogue&&) noexcept = default;
    ClassCatalogue& operator=(ClassCatalogue&&) noexcept = default;

    [[nodiscard]] bool hasNamespace(QStringView nameSpace) const;
    /// Null when unknown; both names compare without case.
    [[nodiscard]] const ClassInfo* find(QStringView nameSpace, QStringView className) const;
    /// Every class of a namespace, in declaration order.
    [[nodiscard]] std::vector<const ClassInfo*> classes(QStringView nameSpace) const;
    /// The class and everything derived from it.
    [[nodiscard]] static std::vector<const ClassInfo*> withDerived(const ClassInfo& info);

    /// Takes a class whose superclass, if any, is already known.
    base::Result<void> add(std::unique_ptr<ClassInfo> info);

private:
    struct Namespace
    {
        QString name;
        std::vector<std::unique_ptr<ClassInfo>> classes;
        QHash<QString, const ClassInfo*> byName; // lower case
    };
    std::map<QString, Namespace> m_namespaces; // lower case
};

} // namespace hvgpu::simulation
