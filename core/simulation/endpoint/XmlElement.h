#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace hvgpu::simulation {

/// One element of a request with everything below it. Requests are small, so a tree is the simplest reader.
struct XmlElement
{
    struct Attribute
    {
        QString nameSpace;
        QString name;
        QString value;
    };

    QString nameSpace;
    QString name; ///< local name
    std::vector<Attribute> attributes;
    /// Prefixes declared here; needed to resolve xsi:type, whose value is a qualified name.
    std::vector<std::pair<QString, QString>> prefixes;
    QString text; ///< character data directly inside, untrimmed
    std::vector<XmlElement> children;

    [[nodiscard]] bool is(QLatin1String uri, QLatin1String localName) const;
    /// The first child of that name, or null.
    [[nodiscard]] const XmlElement* child(QLatin1String uri, QLatin1String localName) const;
    /// Value of an attribute; null QString when absent.
    [[nodiscard]] QString attribute(QLatin1String uri, QLatin1String localName) const;
    /// xsi:nil="true" or "1".
    [[nodiscard]] bool isNil() const;
};

/// Reads a document in UTF-8 or UTF-16. Refused (nullopt): malformed text, a DOCTYPE, more than 64 levels or
/// 100,000 elements.
[[nodiscard]] std::optional<XmlElement> readXml(const QByteArray& bytes);

} // namespace hvgpu::simulation
