#include "core/secrets/SecretStore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::secrets {

void checkStore(SecretStore& store, SecretStore::Done done)
{
    store.read({u"nowhere"_s, u"nobody"_s}, [done = std::move(done)](base::Result<base::Secret> answer) {
        if (answer || answer.error().code == base::ErrorCode::NotFound)
            done({});
        else
            done(base::fail(std::move(answer.error())));
    });
}

} // namespace hvgpu::secrets
