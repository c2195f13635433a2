#include "core/secrets/SecretStore.h"

#include <QObject>

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::secrets {
namespace {

/// Names the program among all that save passwords; both programs share what is saved.
const QString& serviceName()
{
    static const QString name = u"GPU Console for Hyper-V"_s;
    return name;
}

base::ErrorCode codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return base::ErrorCode::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return base::ErrorCode::AccessDenied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return base::ErrorCode::Unsupported;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    // What a missing service is reported as. Whatever else it may be: there is no store to be had.
    return base::ErrorCode::Unsupported;
}

base::Error errorOf(const QKeychain::Job& job, const QString& operation)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = codeOf(job.error());
    error.operation = operation;
    error.target = job.key();
    error.detail = job.errorString();
    return error;
}

/// For all who share the bytes.
void overwrite(const QByteArray& shared)
{
    volatile char* const bytes = const_cast<char*>(shared.constData());
    for (qsizetype i = 0; i < shared.size(); ++i)
        bytes[i] = 0;
}

/// Takes the password out of @p job and overwrites the bytes that the job and its answer share.
base::Secret takeSecret(const QKeychain::ReadPasswordJob& job)
{
    const QByteArray shared = job.binaryData();
    base::Secret secret(QByteArray(shared.constData(), shared.size()));
    overwrite(shared);
    return secret;
}

/// Secret Service or KWallet by QtKeychain, whichever the desktop has.
class KeychainStore final : public SecretStore
{
public:
    [[nodiscard]] Kind kind() const override { return Kind::Keychain; }

    void read(const SecretKey& key, ReadDone done) override
    {
        auto* job = new QKeychain::ReadPasswordJob(serviceName());
        start(*job, key, [job, done = std::move(done)] {
            if (job->error() != QKeychain::NoError)
                return done(base::fail(errorOf(*job, u"Read password"_s)));
            done(takeSecret(*job));
        });
    }

    void write(const SecretKey& key, const base::Secret& secret, Done done) override
    {
        auto* job = new QKeychain::WritePasswordJob(serviceName());
        // Bytes that outlive the secret, and are wiped when the job has ended.
        const QByteArray shared(secret.reveal().constData(), secret.reveal().size());
        job->setBinaryData(shared);
        start(*job, key, [job, shared, done = std::move(done)] {
            overwrite(shared);
            finish(*job, u"Save password"_s, done);
        });
    }

    void remove(const SecretKey& key, Done done) override
    {
        auto* job = new QKeychain::DeletePasswordJob(serviceName());
        start(*job, key, [job, done = std::move(done)] { finish(*job, u"Forget password"_s, done); });
    }

private:
    static void finish(const QKeychain::Job& job, const QString& operation, const Done& done)
    {
        if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
            return done({});
        done(base::fail(errorOf(job, operation)));
    }

    /// A job starts from the event loop, and deletes itself once it has ended, with or without a receiver.
    template <class Finished>
    void start(QKeychain::Job& job, const SecretKey& key, Finished finished)
    {
        job.setKey(key.text());
        job.setInsecureFallback(false);
        QObject::connect(&job, &QKeychain::Job::finished, &m_receiver, std::move(finished));
        job.start();
    }

    QObject m_receiver; ///< answers stop with it
};

} // namespace

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<KeychainStore>();
}

} // namespace hvgpu::secrets
