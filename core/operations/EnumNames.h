#pragma once

#include "core/model/VirtualMachine.h"
#include "core/operations/Names.h"
#include "core/operations/Plan.h"

namespace hvgpu::operations {

inline constexpr NameTable<StepKind, 22> stepKindNames{{"set-partition-count",   "set-offline-action",
                                                        "shut-down-guest",       "take-cluster-offline",
                                                        "add-partition-adapter", "remove-partition-adapter",
                                                        "update-cluster-vm",     "start-vm",
                                                        "bring-cluster-online",  "set-vm-settings",
                                                        "set-vm-memory",         "disable-device",
                                                        "dismount-device",       "verify-assignable",
                                                        "assign-device",         "remove-device",
                                                        "mount-device",          "enable-device",
                                                        "create-pool",           "delete-pool",
                                                        "assign-from-pool",      "verify-partitionable"}};

inline constexpr NameTable<model::DeviceMount, 4> deviceMountNames{
    {"absent", "enabled", "disabled", "dismounted"}};

inline constexpr NameTable<Severity, 3> severityNames{{"note", "warning", "blocking"}};

inline constexpr NameTable<PowerPolicy, 5> powerPolicyNames{
    {"shut-down-then-ask", "shut-down-then-turn-off", "shut-down-then-skip", "turn-off", "skip"}};

inline constexpr NameTable<FindingCode, 69> findingNames{{"part-of-homogeneous-set",
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
                                                          "memory-unknown",
                                                          "device-not-found",
                                                          "device-not-assignable",
                                                          "device-uncertain",
                                                          "device-assigned",
                                                          "device-partitions-in-use",
                                                          "device-in-pool",
                                                          "device-already-dismounted",
                                                          "device-not-dismounted",
                                                          "last-display-adapter",
                                                          "companion-left-out",
                                                          "dismount-forced",
                                                          "client-windows",
                                                          "mmio-out-of-range",
                                                          "settings-unchanged",
                                                          "prior-settings-unknown",
                                                          "settings-kept",
                                                          "pool-name-invalid",
                                                          "pool-exists",
                                                          "pool-not-found",
                                                          "pool-in-use",
                                                          "pool-not-on-nodes",
                                                          "pool-too-small",
                                                          "pools-need-server-2025",
                                                          "mmio-space-small",
                                                          "vm-shielded",
                                                          "vm-virtual-tpm",
                                                          "vm-nested",
                                                          "protection-unknown",
                                                          "vm-replicated",
                                                          "vm-backed-up",
                                                          "changed-since",
                                                          "mmio-too-small",
                                                          "device-owner-gone",
                                                          "no-gpu-left",
                                                          "no-partitionable-gpu",
                                                          "set-not-known",
                                                          "partitions-awaited"}};

inline constexpr NameTable<model::PowerState, 12> powerStateNames{
    {"unknown", "running", "off", "shutting-down", "saved", "paused", "starting", "saving", "stopping",
     "pausing", "resuming", "critical"}};

} // namespace hvgpu::operations
