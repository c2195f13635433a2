#include "core/wmi/com/Probe.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace hvgpu::com {
namespace {

using base::ErrorCode;
using base::Layer;

/// Winsock, as long as it lives.
class Sockets
{
public:
    Sockets()
        : m_started(WSAStartup(MAKEWORD(2, 2), &m_data) == 0)
    {}
    ~Sockets()
    {
        if (m_started)
            WSACleanup();
    }
    Sockets(const Sockets&) = delete;
    Sockets& operator=(const Sockets&) = delete;

private:
    WSADATA m_data{};
    bool m_started;
};

base::Error failure(Layer layer, ErrorCode code, int native)
{
    base::Error error;
    error.layer = layer;
    error.code = code;
    error.operation = u"Connect"_s;
    if (native != 0)
        error.nativeCode = static_cast<std::uint32_t>(HRESULT_FROM_WIN32(static_cast<DWORD>(native)));
    return error;
}

QString addressText(const ADDRINFOW& address)
{
    std::array<wchar_t, INET6_ADDRSTRLEN + 8> text{};
    auto length = static_cast<DWORD>(text.size());
    if (WSAAddressToStringW(address.ai_addr, static_cast<DWORD>(address.ai_addrlen), nullptr, text.data(),
                            &length) != 0)
        return {};
    const QString whole = QString::fromWCharArray(text.data());
    const qsizetype colon = whole.lastIndexOf(u':');
    if (address.ai_family == AF_INET6)
        return whole.startsWith(u'[') ? whole.mid(1, whole.indexOf(u']') - 1) : whole;
    return colon < 0 ? whole : whole.left(colon);
}

/// 0 when something took the connection, else Winsock's error.
int connectTo(const ADDRINFOW& address, milliseconds left)
{
    const SOCKET handle = socket(address.ai_family, SOCK_STREAM, IPPROTO_TCP);
    if (handle == INVALID_SOCKET)
        return WSAGetLastError();
    u_long nonBlocking = 1;
    ioctlsocket(handle, static_cast<long>(FIONBIO), &nonBlocking);
    int result = 0;
    if (connect(handle, address.ai_addr, static_cast<int>(address.ai_addrlen)) != 0)
        result = WSAGetLastError();
    if (result == WSAEWOULDBLOCK) {
        fd_set done;
        fd_set failed;
        FD_ZERO(&done);
        FD_ZERO(&failed);
        FD_SET(handle, &done);
        FD_SET(handle, &failed);
        constexpr int thousand = 1'000;
        timeval limit{static_cast<long>(left.count() / thousand),
                      static_cast<long>(left.count() % thousand) * thousand};
        result = select(0, nullptr, &done, &failed, &limit) == 0 ? WSAETIMEDOUT : 0;
        if (result == 0) {
            int size = sizeof(result);
            getsockopt(handle, SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&result), &size);
        }
    }
    closesocket(handle);
    return result;
}

} // namespace

base::Result<QString> probe(const QString& host, std::uint16_t port,
                            std::chrono::steady_clock::time_point end)
{
    const Sockets sockets;
    ADDRINFOW hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    ADDRINFOW* found = nullptr;
    const int resolved =
        GetAddrInfoW(reinterpret_cast<const wchar_t*>(host.utf16()),
                     reinterpret_cast<const wchar_t*>(QString::number(port).utf16()), &hints, &found);
    if (resolved != 0)
        return base::fail(failure(Layer::Name, ErrorCode::Unreachable, resolved));
    const std::unique_ptr<ADDRINFOW, decltype(&FreeAddrInfoW)> addresses(found, &FreeAddrInfoW);
    int last = WSAETIMEDOUT;
    for (const ADDRINFOW* address = found; address != nullptr; address = address->ai_next) {
        const auto left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            break;
        last = connectTo(*address, left);
        if (last == 0)
            return addressText(*address);
    }
    return base::fail(
        failure(Layer::Connect, last == WSAETIMEDOUT ? ErrorCode::TimedOut : ErrorCode::Unreachable, last));
}

} // namespace hvgpu::com
