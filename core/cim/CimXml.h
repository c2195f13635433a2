#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"

#include <QString>

namespace hvgpu::cim::xml {

/// Which dialect of WMI's XML text (wmi.md 1.4): CIM DTD 2.0, or WMI DTD 2.0, which adds system properties.
enum class Dialect { Cim, Wmi };

/// The instance as an INSTANCE element, as Hyper-V's methods take settings. Inside values & and < are written
/// as numeric references only, because the provider's parser refuses &amp; and &lt; (wsman.md 2.5); datetimes
/// in CIM form; NULL as a property without VALUE.
[[nodiscard]] QString write(const Instance& instance, Dialect dialect = Dialect::Cim);

/// Reads either dialect. Limits: 1 MiB of text, depth 32; a DOCTYPE is refused. Unknown attributes and
/// elements are skipped; an absent VALUE is NULL.
[[nodiscard]] base::Result<Instance> read(QStringView text);

} // namespace hvgpu::cim::xml
