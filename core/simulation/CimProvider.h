#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// Declaration of a property or parameter, as the MOF has it.
struct PropertyDeclaration
{
    QString name;
    cim::Type type = cim::Type::String;
    bool isArray = false;
    bool isKey = false;
    bool isWritable = false;
    bool isOut = false;            ///< parameters only
    QString referenceClass;        ///< Type::Reference: class referred to
    QString embeddedInstanceClass; ///< string parameters that carry CIM-XML text
};

struct MethodDeclaration
{
    QString name;
    bool isStatic = false;
    std::vector<PropertyDeclaration> parameters; ///< in declaration order, without ReturnValue
    bool isVoid = false;                         ///< answers carry no ReturnValue
};

/// A class of one namespace with everything inherited.
struct ClassDeclaration
{
    QString name;
    QString superClass;
    bool isSingleton = false;
    bool isAssociation = false;
    std::vector<PropertyDeclaration> properties;
    std::vector<MethodDeclaration> methods;

    [[nodiscard]] const PropertyDeclaration* property(QStringView wanted) const;
    [[nodiscard]] const MethodDeclaration* method(QStringView wanted) const;
};

/// Result of a query: projected columns are empty for SELECT *.
struct QueryRows
{
    QStringList projection;
    std::vector<cim::Instance> rows; ///< every row has path() set
};

struct MethodOutcome
{
    std::uint32_t returnValue = 0;
    std::vector<cim::Property> outParameters;
};

/// One simulated host seen as WMI. The WS-Man endpoint knows only this. Thread-safe; errors use Layer::Wmi
/// with nativeCode = HRESULT (0x80041002 not found, 0x8004100E invalid namespace, 0x80041010 invalid class,
/// 0x80041017 invalid query, 0x8004102F invalid method parameters …) and hostText as Windows words it.
class CimProvider
{
public:
    virtual ~CimProvider() = default;

    [[nodiscard]] virtual QString computerName() const = 0;
    [[nodiscard]] virtual QString operatingSystemVersion() const = 0; ///< "10.0.26100"
    [[nodiscard]] virtual bool hasNamespace(const QString& nameSpace) const = 0;
    /// Null when the class does not exist in the namespace.
    [[nodiscard]] virtual const ClassDeclaration* classDeclaration(const QString& nameSpace,
                                                                   const QString& className) const = 0;
    /// WQL: SELECT, ASSOCIATORS OF, REFERENCES OF (wsman.md §9.9).
    virtual base::Result<QueryRows> query(const QString& nameSpace, const QString& wql) = 0;
    /// Every instance of a class, derived ones included.
    virtual base::Result<QueryRows> enumerate(const QString& nameSpace, const QString& className) = 0;
    /// @p path may have a subset of the keys when that is unique.
    virtual base::Result<cim::Instance> get(const cim::ObjectPath& path) = 0;
    virtual base::Result<cim::Instance> put(const cim::ObjectPath& path,
                                            const std::vector<cim::Property>& changes) = 0;
    virtual base::Result<MethodOutcome> invoke(const cim::ObjectPath& target, const QString& method,
                                               const std::vector<cim::Property>& inParameters) = 0;
};

} // namespace hvgpu::simulation
