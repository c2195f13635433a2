#include "core/secrets/SecretStore.h"

#include <QMetaObject>
#include <QObject>

#include <qt_windows.h>

#include <wincred.h>

#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::secrets {
namespace {

/// Names in the Credential Manager's own list, which all programs of a user share.
std::wstring targetOf(const SecretKey& key)
{
    return (u"hvgpu:"_s + key.text()).toStdWString();
}

base::ErrorCode codeOf(DWORD number)
{
    switch (number) {
    case ERROR_NOT_FOUND:
        return base::ErrorCode::NotFound;
    case ERROR_ACCESS_DENIED:
    case ERROR_LOGON_FAILURE:
        return base::ErrorCode::AccessDenied;
    case ERROR_NO_SUCH_LOGON_SESSION: // a service or a network logon has none
    case ERROR_CALL_NOT_IMPLEMENTED:
        return base::ErrorCode::Unsupported;
    case ERROR_INVALID_PARAMETER:
    case RPC_X_BAD_STUB_DATA: // too long
        return base::ErrorCode::InvalidArgument;
    default:
        return base::ErrorCode::Io;
    }
}

base::Error errorOf(DWORD number, const QString& operation, const SecretKey& key)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = codeOf(number);
    error.operation = operation;
    error.target = key.text();
    error.nativeCode = number;
    error.detail = u"Credential Manager: error %1"_s.arg(number);
    return error;
}

base::Result<base::Secret> readNow(const SecretKey& key)
{
    CREDENTIALW* credential = nullptr;
    if (CredReadW(targetOf(key).c_str(), CRED_TYPE_GENERIC, 0, &credential) == 0)
        return base::fail(errorOf(GetLastError(), u"Read password"_s, key));
    base::Secret secret(QByteArray(reinterpret_cast<const char*>(credential->CredentialBlob),
                                   static_cast<qsizetype>(credential->CredentialBlobSize)));
    SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
    CredFree(credential);
    return secret;
}

base::Result<void> writeNow(const SecretKey& key, const base::Secret& secret)
{
    std::wstring target = targetOf(key);
    std::wstring user = key.account.toStdWString();
    CREDENTIALW credential{};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = target.data();
    credential.UserName = user.data();
    credential.CredentialBlobSize = static_cast<DWORD>(secret.reveal().size());
    credential.CredentialBlob = reinterpret_cast<LPBYTE>(const_cast<char*>(secret.reveal().constData()));
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE; // this user on this computer; does not roam
    if (CredWriteW(&credential, 0) == 0)
        return base::fail(errorOf(GetLastError(), u"Save password"_s, key));
    return {};
}

base::Result<void> removeNow(const SecretKey& key)
{
    if (CredDeleteW(targetOf(key).c_str(), CRED_TYPE_GENERIC, 0) == 0 && GetLastError() != ERROR_NOT_FOUND)
        return base::fail(errorOf(GetLastError(), u"Forget password"_s, key));
    return {};
}

/// The Credential Manager of Windows, which answers at once and never asks.
class CredentialStore final : public SecretStore
{
public:
    [[nodiscard]] Kind kind() const override { return Kind::CredentialManager; }

    void read(const SecretKey& key, ReadDone done) override { later(std::move(done), readNow(key)); }
    void write(const SecretKey& key, const base::Secret& secret, Done done) override
    {
        later(std::move(done), writeNow(key, secret));
    }
    void remove(const SecretKey& key, Done done) override { later(std::move(done), removeNow(key)); }

private:
    template <class Callback, class Answer>
    void later(Callback done, Answer answer)
    {
        QMetaObject::invokeMethod(
            &m_receiver, [done = std::move(done), answer = std::move(answer)] { done(answer); },
            Qt::QueuedConnection);
    }

    QObject m_receiver; ///< answers stop with it
};

} // namespace

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<CredentialStore>();
}

} // namespace hvgpu::secrets
