#include "core/model/LiveDevice.h"

namespace hvgpu::model {

bool hasLiveDevice(const Assignment& assignment)
{
    // An automatic adapter names no GPU of its own: where it has one, the device said so.
    return assignment.kind == Assignment::Kind::Partition &&
           (assignment.partitionId || !assignment.partitionVfLuid.isEmpty() || assignment.currentVram ||
            assignment.currentEncode || assignment.currentDecode || assignment.currentCompute ||
            assignment.supportsOutgoingLiveMigration ||
            (assignment.automatic && !assignment.deviceInstancePath.isEmpty()));
}

} // namespace hvgpu::model
