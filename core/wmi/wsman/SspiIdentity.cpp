#include "core/wmi/wsman/SspiIdentity.h"

#include "core/wmi/SignInName.h"

namespace hvgpu::wsman::sspi {
namespace {

unsigned short* charactersOf(std::wstring& text)
{
    return text.empty() ? nullptr : reinterpret_cast<unsigned short*>(text.data());
}

unsigned long lengthOf(const std::wstring& text)
{
    return static_cast<unsigned long>(text.size());
}

/// UTF-8 straight into the buffer that is wiped, without a QString in between.
std::wstring wideFrom(const QByteArray& utf8)
{
    const int length = static_cast<int>(utf8.size());
    std::wstring wide(utf8.size() > 0 ? static_cast<std::size_t>(utf8.size()) : 0, L'\0');
    const int used = MultiByteToWideChar(CP_UTF8, 0, utf8.constData(), length, wide.data(), length);
    wide.resize(static_cast<std::size_t>(used));
    return wide;
}

} // namespace

Identity::Identity(const QString& user, const base::Secret& password)
{
    if (user.isEmpty())
        return;
    // A name with "@" goes as it is, without a domain: Windows takes it apart itself.
    const wmi::SignInName name = wmi::SignInName::parse(user);
    const bool isPrincipal = user.contains(u'@') && !user.contains(u'\\');
    m_user = (isPrincipal ? user : name.user).toStdWString();
    m_domain = isPrincipal ? std::wstring() : name.domain.toStdWString();
    m_password = wideFrom(password.reveal());
    m_identity.User = charactersOf(m_user);
    m_identity.UserLength = lengthOf(m_user);
    m_identity.Domain = charactersOf(m_domain);
    m_identity.DomainLength = lengthOf(m_domain);
    m_identity.Password = charactersOf(m_password);
    m_identity.PasswordLength = lengthOf(m_password);
    m_identity.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
}

Identity::~Identity()
{
    if (!m_password.empty())
        SecureZeroMemory(m_password.data(), m_password.size() * sizeof(wchar_t));
}

} // namespace hvgpu::wsman::sspi
