#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace hvgpu::wsman {

/// One POST.
struct HttpRequest
{
    QByteArray contentType;
    QByteArray body;
    base::Secret authorization; ///< value of the Authorization header; empty: none
    QList<QByteArray> headers;  ///< further complete header lines without secrets
    bool mayRepeat = false;     ///< false: the bytes leave this machine at most once
    /// Only over the connection that served last: when that is gone nothing is sent, and it is an error.
    bool sameConnection = false;
};

/// Status and headers of an answer, known before its body.
struct HttpHead
{
    int status = 0;
    QByteArray contentType;
    QList<QByteArray> challenges; ///< WWW-Authenticate values, one per header
};

/// Takes the body as it arrives; an error ends the transfer.
using HttpBodySink = std::function<base::Result<void>(const HttpHead& head, QByteArrayView piece)>;

/// When a transfer has to be over.
struct TransferLimit
{
    std::chrono::milliseconds timeLeft{};
    std::stop_token stop;
};

} // namespace hvgpu::wsman
