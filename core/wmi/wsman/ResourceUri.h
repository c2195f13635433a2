#pragma once

#include <QString>

namespace hvgpu::wsman {

/// Class and namespace as a resource URI names them (wsman.md 1.4).
struct ResourceUri
{
    QString nameSpace; ///< "root\virtualization\v2"; empty when the URI does not say
    QString className; ///< empty when the URI is not one of WMI's

    /// Reads the Microsoft and the DMTF form; white space around the text is tolerated.
    [[nodiscard]] static ResourceUri parse(QStringView text);
};

/// The URI of a class; "*" as class for WQL.
[[nodiscard]] QString resourceUri(QStringView nameSpace, QStringView className);

} // namespace hvgpu::wsman
