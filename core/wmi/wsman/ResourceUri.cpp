#include "core/wmi/wsman/ResourceUri.h"

#include "core/wmi/wsman/SoapNames.h"

namespace hvgpu::wsman {

ResourceUri ResourceUri::parse(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(uri::CimSchemaPrefix, Qt::CaseInsensitive))
        return {{}, text.mid(uri::CimSchemaPrefix.size()).toString()};
    if (!text.startsWith(uri::WmiPrefix, Qt::CaseInsensitive))
        return {};
    text = text.mid(uri::WmiPrefix.size());
    const qsizetype slash = text.lastIndexOf(u'/');
    if (slash < 0)
        return {{}, text.toString()};
    return {text.left(slash).toString().replace(u'/', u'\\'), text.mid(slash + 1).toString()};
}

QString resourceUri(QStringView nameSpace, QStringView className)
{
    return uri::WmiPrefix.toString() + nameSpace.toString().replace(u'\\', u'/') + u'/' +
           className.toString();
}

} // namespace hvgpu::wsman
