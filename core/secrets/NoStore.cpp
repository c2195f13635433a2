#include "core/secrets/SecretStore.h"

#include <QMetaObject>
#include <QObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::secrets {
namespace {

base::Error noStore(const SecretKey& key)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::Unsupported;
    error.operation = u"Saved passwords"_s;
    error.target = key.text();
    error.detail = u"this program was built without a store for passwords"_s;
    return error;
}

/// For builds that cannot save passwords.
class NoStore final : public SecretStore
{
public:
    [[nodiscard]] Kind kind() const override { return Kind::None; }
    void read(const SecretKey& key, ReadDone done) override { answer(key, std::move(done)); }
    void write(const SecretKey& key, const base::Secret&, Done done) override
    {
        answer(key, std::move(done));
    }
    void remove(const SecretKey& key, Done done) override { answer(key, std::move(done)); }

private:
    template <class Callback>
    void answer(const SecretKey& key, Callback done)
    {
        QMetaObject::invokeMethod(
            &m_receiver, [key, done = std::move(done)] { done(base::fail(noStore(key))); },
            Qt::QueuedConnection);
    }

    QObject m_receiver;
};

} // namespace

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<NoStore>();
}

} // namespace hvgpu::secrets
