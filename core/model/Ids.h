#pragma once

#include "core/base/StrongId.h"

namespace hvgpu::model {

/// A server or cluster as the user added it.
using EntryId = base::StrongId<struct EntryTag>;
/// One host: the entry's id for a stand-alone server, "entry/node" (node in lower case) for a cluster node.
using HostId = base::StrongId<struct HostTag>;
/// One GPU of one host: the PnP instance id in upper case without its "PCI\" or "PCIP\" head, which is the
/// same before and after a dismount (wmi.md 6.1 step 5). Unique within a host only.
using GpuId = base::StrongId<struct GpuTag>;
/// A virtual machine: its GUID in upper case.
using VmId = base::StrongId<struct VmTag>;

} // namespace hvgpu::model
