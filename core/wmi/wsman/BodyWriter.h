#pragma once

#include "core/cim/Instance.h"

#include <QXmlStreamWriter>

#include <vector>

namespace hvgpu::wsman {

/// Writes what goes into SOAP bodies and selectors: references, values, instances (wsman.md 1.5, 2.3).
class BodyWriter
{
public:
    explicit BodyWriter(QXmlStreamWriter& xml)
        : m_xml(xml)
    {}

    /// w:ResourceURI and w:SelectorSet of @p path as they stand in a header or in ReferenceParameters. Keys
    /// that are references nest an EndpointReference.
    void writeResource(const cim::ObjectPath& path, bool mustUnderstand);
    /// One element per value, arrays repeated, in namespace @p space. NULL is left out, or written as xsi:nil
    /// when
    /// @p keepNull.
    void writeProperty(const QString& space, const cim::Property& property, bool keepNull);
    /// The whole instance with xsi:type; the element is in the class's namespace.
    void writeInstance(const cim::Instance& instance, const QString& space);

private:
    void writeSelectors(const cim::ObjectPath& path);
    void writeReferenceParts(const cim::ObjectPath& path);
    void writeScalar(const QString& space, const QString& name, const cim::Value& value, bool keepNull);
    void writeContent(const QString& space, const cim::Value& value);

    QXmlStreamWriter& m_xml;
};

} // namespace hvgpu::wsman
