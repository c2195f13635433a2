#include "core/base/CurrentUser.h"

#include <array>

#ifdef _WIN32
#include <windows.h>

#include <lmcons.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hvgpu::base {

QString currentUser()
{
#ifdef _WIN32
    std::array<wchar_t, UNLEN + 1> name{};
    auto size = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &size) != 0 ? QString::fromWCharArray(name.data()) : u"unknown"_s;
#else
    constexpr std::size_t recordSize = 16 * 1024; // large enough for any directory service's record
    std::array<char, recordSize> buffer{};
    passwd record{};
    passwd* found = nullptr;
    const uid_t id = geteuid();
    if (getpwuid_r(id, &record, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return u"uid %1"_s.arg(id);
#endif
}

} // namespace hvgpu::base
