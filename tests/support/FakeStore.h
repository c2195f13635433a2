#pragma once

#include "core/secrets/SecretStore.h"

#include <QList>
#include <QMap>
#include <QObject>

#include <functional>
#include <optional>

namespace hvgpu::tests {

/// A store of passwords in memory, which answers when the test says so.
class FakeStore final : public secrets::SecretStore
{
public:
    QMap<QString, QByteArray> saved;       ///< by the key's text
    std::optional<base::ErrorCode> broken; ///< every answer is this error
    bool holdsBack = false;                ///< answers wait for answer(), as while the user is asked

    [[nodiscard]] Kind kind() const override { return Kind::Keychain; }

    void read(const secrets::SecretKey& key, ReadDone done) override
    {
        later([this, key, done = std::move(done)] {
            if (broken)
                return done(base::fail(error(*broken)));
            if (!saved.contains(key.text()))
                return done(base::fail(error(base::ErrorCode::NotFound)));
            done(base::Secret(QByteArray(saved[key.text()].constData(), saved[key.text()].size())));
        });
    }

    void write(const secrets::SecretKey& key, const base::Secret& secret, Done done) override
    {
        later([this, key, secret, done = std::move(done)] {
            if (broken)
                return done(base::fail(error(*broken)));
            saved[key.text()] = QByteArray(secret.reveal().constData(), secret.reveal().size());
            done({});
        });
    }

    void remove(const secrets::SecretKey& key, Done done) override
    {
        later([this, key, done = std::move(done)] {
            if (broken)
                return done(base::fail(error(*broken)));
            saved.remove(key.text());
            done({});
        });
    }

    /// Gives the answers that were held back.
    void answer()
    {
        holdsBack = false;
        const QList<std::function<void()>> held = std::exchange(m_held, {});
        for (const auto& give : held)
            give();
    }

private:
    static base::Error error(base::ErrorCode code)
    {
        base::Error error;
        error.code = code;
        error.operation = QStringLiteral("Saved passwords");
        return error;
    }

    void later(std::function<void()> give)
    {
        if (holdsBack)
            m_held.append(std::move(give));
        else
            QMetaObject::invokeMethod(&m_receiver, std::move(give), Qt::QueuedConnection);
    }

    QObject m_receiver;
    QList<std::function<void()>> m_held;
};

} // namespace hvgpu::tests
