#pragma once

#include "core/simulation/endpoint/FaultPlan.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <memory>

namespace hvgpu::simulation {

/// The parts of an HTTP request that matter here.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
    QByteArray contentType;
    bool anonymousIdentify = false; ///< header WSMANIDENTIFY: unauthenticated
    QByteArray body;
};

/// An HTTP answer and how it is to be brought across.
struct Delivery
{
    int status = 200;
    QByteArray contentType; ///< empty: no body
    QByteArray body;
    QList<QByteArray> challenges; ///< WWW-Authenticate, one header each
    std::chrono::milliseconds latency{};
    FaultEffect::Drop drop = FaultEffect::Drop::None;
    qsizetype dripBytes = 0;
    std::chrono::milliseconds dripPause{};
    std::shared_ptr<const void> underWay; ///< the operation, until its answer begins to leave
};

} // namespace hvgpu::simulation
