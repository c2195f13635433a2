#include "core/secrets/SecretKey.h"

using namespace Qt::StringLiterals;

namespace hvgpu::secrets {

QString SecretKey::text() const
{
    return account.toLower() + u" on "_s + place.toLower();
}

} // namespace hvgpu::secrets
