#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"

#include <QString>

namespace hvgpu::cim::xml {

/// Which dialect of WMI's XML text (wmi.md 1.4): CIM DTD 2.0, or WMI DTD 2.0, which adds system properties.
enum class Dialect { Cim, Wmi };

/// The instance as an INSTANCE element, as Hyper-V's methods take settings. Inside values & and < are written
/// as numeric references only, because the provider's parser refuses &amp; and &lt; (wsman.md 2.5); datetimes
/// in CIM form; NULL as a property without VALUE. Characters that XML 1.0 cannot hold (most controls, lone
/// surrogates, U+FFFE, U+FFFF) become '?', as WinRM does. The Wmi dialect adds __PATH, __NAMESPACE, __CLASS …
[[nodiscard]] QString write(const Instance& instance, Dialect dialect = Dialect::Cim);

/// Reads either dialect, bare or inside VALUE.NAMEDINSTANCE, VALUE.OBJECT and the like. Limits: 1 Mi
/// characters, depth 32 (embedded texts included), 4096 properties; a DOCTYPE is refused. Unknown attributes
/// and elements are skipped; an absent VALUE is NULL; __PATH and __NAMESPACE become path() and nameSpace(),
/// other system properties are dropped. Values that do not fit their TYPE and repeated properties are a
/// ProtocolViolation.
[[nodiscard]] base::Result<Instance> read(QStringView text);

} // namespace hvgpu::cim::xml
