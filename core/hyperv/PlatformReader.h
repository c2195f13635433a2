#pragma once

#include "core/hyperv/Conversation.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/HostSnapshot.h"

namespace hvgpu::hyperv {

/// Fills host.platform in six calls, four when @p previous was read since the host started: what firmware and
/// processors offer does not change while Windows runs. What cannot be read leaves a note.
void readPlatform(Conversation& conversation, ReadContext& context, const model::HostSnapshot* previous,
                  model::HostFacts& host);

} // namespace hvgpu::hyperv
