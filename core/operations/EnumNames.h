#pragma once

#include "core/model/VirtualMachine.h"
#include "core/operations/Names.h"
#include "core/operations/Plan.h"

namespace hvgpu::operations {

inline constexpr NameTable<StepKind, 9> stepKindNames{
    {"set-partition-count", "set-offline-action", "shut-down-guest", "take-cluster-offline",
     "add-partition-adapter", "remove-partition-adapter", "update-cluster-vm", "start-vm",
     "bring-cluster-online"}};

inline constexpr NameTable<Severity, 3> severityNames{{"note", "warning", "blocking"}};

inline constexpr NameTable<PowerPolicy, 5> powerPolicyNames{
    {"shut-down-then-ask", "shut-down-then-turn-off", "shut-down-then-skip", "turn-off", "skip"}};

inline constexpr NameTable<FindingCode, 32> findingNames{{"part-of-homogeneous-set",
                                                          "servers-differ",
                                                          "mixed-configuration",
                                                          "partitions-assigned",
                                                          "count-not-valid",
                                                          "count-unchanged",
                                                          "not-partitionable",
                                                          "nothing-selected",
                                                          "no-free-partition",
                                                          "already-has-partition",
                                                          "vm-not-found",
                                                          "vm-saved",
                                                          "vm-critical",
                                                          "vm-transient",
                                                          "vm-paused",
                                                          "vm-running-skipped",
                                                          "vm-goes-down",
                                                          "checkpoints-enabled",
                                                          "dynamic-memory",
                                                          "generation-1",
                                                          "old-configuration-version",
                                                          "offline-action-save",
                                                          "stop-action-save",
                                                          "paravirtual-gpu",
                                                          "vram-not-offered",
                                                          "host-not-ready",
                                                          "node-not-up",
                                                          "old-windows",
                                                          "adapter-not-found",
                                                          "gpu-missing",
                                                          "data-stale",
                                                          "memory-unknown"}};

inline constexpr NameTable<model::PowerState, 12> powerStateNames{
    {"unknown", "running", "off", "shutting-down", "saved", "paused", "starting", "saving", "stopping",
     "pausing", "resuming", "critical"}};

} // namespace hvgpu::operations
