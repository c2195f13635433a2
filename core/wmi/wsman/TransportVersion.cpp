#include "core/wmi/wsman/TransportVersion.h"

#include <curl/curl.h>

namespace hvgpu::wsman {

QString transportVersion()
{
    return QString::fromLatin1(curl_version());
}

} // namespace hvgpu::wsman
