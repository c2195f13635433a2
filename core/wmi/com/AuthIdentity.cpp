#include "core/wmi/com/AuthIdentity.h"

#include "core/wmi/SignInName.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

BSTR copyOf(const QString& text)
{
    return Bstr(text.isNull() ? u""_s : text).release();
}

USHORT* charactersOf(const Bstr& text)
{
    return reinterpret_cast<USHORT*>(text.get());
}

ULONG lengthOf(const Bstr& text)
{
    return SysStringLen(text.get());
}

} // namespace

AuthIdentity::AuthIdentity(const QString& user, const base::Secret& password)
    : m_hasUser(!user.isEmpty())
{
    if (!m_hasUser)
        return;
    // A name with "@" goes as it is, without a domain: Windows takes it apart itself.
    const wmi::SignInName name = wmi::SignInName::parse(user);
    const bool isPrincipal = user.contains(u'@') && !user.contains(u'\\');
    *m_fullUser.put() = copyOf(user);
    *m_user.put() = copyOf(isPrincipal ? user : name.user);
    *m_domain.put() = copyOf(isPrincipal ? QString() : name.domain);
    QString plain = QString::fromUtf8(password.reveal());
    *m_password.put() = copyOf(plain);
    SecureZeroMemory(plain.data(), static_cast<SIZE_T>(plain.size()) * sizeof(QChar));
    m_identity.User = charactersOf(m_user);
    m_identity.UserLength = lengthOf(m_user);
    m_identity.Domain = charactersOf(m_domain);
    m_identity.DomainLength = lengthOf(m_domain);
    m_identity.Password = charactersOf(m_password);
    m_identity.PasswordLength = lengthOf(m_password);
    m_identity.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
}

AuthIdentity::~AuthIdentity()
{
    if (BSTR const characters = m_password.get())
        SecureZeroMemory(characters, SysStringByteLen(characters));
}

} // namespace hvgpu::com
