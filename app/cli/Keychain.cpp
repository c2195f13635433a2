#include "app/cli/Keychain.h"

#include "app/cli/Terminal.h"
#include "core/fleet/PasswordKeeper.h"

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

base::Error silent()
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::TimedOut;
    error.operation = u"Saved passwords"_s;
    error.detail = u"the keychain does not answer"_s;
    return error;
}

/// Starts something that answers later, and waits for the answer.
template <class Value, class Start>
base::Result<Value> awaited(Start start)
{
    // Shared, as an answer that comes too late still finds its place.
    struct Wait
    {
        QEventLoop loop;
        std::optional<base::Result<Value>> answer;
    };
    const auto wait = std::make_shared<Wait>();
    start([wait](base::Result<Value> answer) {
        wait->answer = std::move(answer);
        wait->loop.quit();
    });
    using namespace std::chrono_literals;
    QTimer::singleShot(isInteractive() ? 60s : 10s, &wait->loop, &QEventLoop::quit);
    if (!wait->answer)
        wait->loop.exec();
    return wait->answer ? std::move(*wait->answer) : base::Result<Value>(base::fail(silent()));
}

} // namespace

Keychain::Keychain()
    : m_store(secrets::makeSystemStore())
{}

base::Result<base::Secret> Keychain::find(const fleet::ServerEntry& entry)
{
    return awaited<base::Secret>(
        [&](auto done) { m_store->read(fleet::secretKeyOf(entry), std::move(done)); });
}

base::Result<void> Keychain::save(const fleet::ServerEntry& entry, const base::Secret& password)
{
    return awaited<void>(
        [&](auto done) { m_store->write(fleet::secretKeyOf(entry), password, std::move(done)); });
}

base::Result<void> Keychain::forget(const fleet::ServerEntry& entry)
{
    return awaited<void>([&](auto done) { m_store->remove(fleet::secretKeyOf(entry), std::move(done)); });
}

} // namespace hvgpu::cli
