#include "core/wmi/PasswordHold.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wmi {

PasswordMark markOf(const base::Secret& password)
{
    static const QByteArray salt = [] {
        std::array<quint32, 8> numbers{};
        QRandomGenerator::system()->generate(numbers.begin(), numbers.end());
        return QByteArray(reinterpret_cast<const char*>(numbers.data()), sizeof numbers);
    }();
    if (password.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(password.reveal());
    return hash.result();
}

std::optional<base::Error> PasswordHold::refusal(time_point now) const
{
    if (!m_refusal || now >= m_until)
        return std::nullopt;
    base::Error error = *m_refusal;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(m_until - now).count();
    error.detail += u"; not shown again for %1 min, so that the account is not locked"_s.arg(minutes);
    return error;
}

void PasswordHold::remember(const base::Error& refusal, time_point until)
{
    m_refusal = refusal;
    m_until = until;
}

void PasswordHold::lift()
{
    m_refusal.reset();
}

} // namespace hvgpu::wmi
