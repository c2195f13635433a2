#pragma once

#include "core/simulation/endpoint/ClassLayout.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <vector>

namespace hvgpu::simulation {

/// Writes instances, projections, references and parameters straight into bytes, shaped as Windows does
/// (wsman.md 2.3): alphabetical, NULL scalars nil, NULL and empty arrays absent. One writer serves one
/// answer; not thread-safe.
class InstanceWriter
{
public:
    explicit InstanceWriter(const CimProvider& provider)
        : m_provider(provider)
    {}

    /// A typed instance element.
    void instance(QByteArray& out, const cim::Instance& instance);
    /// A projected row: w:XmlFragment with children without namespace.
    void fragment(QByteArray& out, const cim::Instance& row, const QStringList& columns);
    /// a:EndpointReference around the reference to @p path.
    static void endpointReference(QByteArray& out, const cim::ObjectPath& path);
    /// One property or method result as element(s) with prefix p:.
    void parameter(QByteArray& out, const PropertyDeclaration& declaration, const cim::Value& value);

    /// "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/…/Class"
    [[nodiscard]] static QString classUri(const QString& nameSpace, const QString& className);

private:
    enum class Form { Instance, Fragment, Embedded };
    struct Cached
    {
        ClassLayout layout;
        QByteArray head;                       ///< start tag, or the attributes of an embedded object
        QByteArray tail;                       ///< end tag
        std::vector<int> guesses;              ///< entry of the n-th property in the row before
        std::vector<const cim::Value*> values; ///< scratch: value per entry
    };

    Cached& cached(Form form, const cim::Instance& instance, const QStringList& columns);
    [[nodiscard]] Cached build(Form form, const cim::Instance& instance, const QStringList& columns) const;
    void properties(QByteArray& out, Cached& cache, Form form, const cim::Instance& instance);
    void element(QByteArray& out, const ClassLayout::Entry& entry, const cim::Value& value, Form form);
    void content(QByteArray& out, const cim::Value& value, Form form);

    const CimProvider& m_provider;
    std::map<std::tuple<Form, QString, QString>, std::unique_ptr<Cached>> m_cache; ///< by namespace and class
};

} // namespace hvgpu::simulation
