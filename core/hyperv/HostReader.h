#pragma once

#include "core/base/Clock.h"
#include "core/hyperv/Conversation.h"
#include "core/model/HostSnapshot.h"

namespace hvgpu::hyperv {

/// Reads everything about one host with a fixed list of calls, none per VM or per partition. A GPU costs up
/// to four at first, and one when its properties are too old (ReadOptions::propertiesMayBe); none in between.
/// A part that cannot be read becomes a ReadNote; only a host that cannot be talked to (unreachable,
/// credentials, TLS, cancelled) or answers nothing at all is an Error. Blocks; one thread at a time.
class HostReader
{
public:
    /// The references must outlive the reader.
    HostReader(wmi::Session& session, base::Clock& clock)
        : m_session(session)
        , m_clock(clock)
    {}

    [[nodiscard]] base::Result<model::HostSnapshot> read(const ReadOptions& options);

private:
    wmi::Session& m_session;
    base::Clock& m_clock;
};

} // namespace hvgpu::hyperv
