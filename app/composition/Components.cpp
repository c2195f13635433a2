#include "app/composition/Components.h"

#include "core/wmi/wsman/TransportVersion.h"

namespace hvgpu::app {

QStringList components()
{
    return {wsman::transportVersion()};
}

} // namespace hvgpu::app
