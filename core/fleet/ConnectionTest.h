#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::fleet {

/// The stages of a connection test, in order.
enum class TestStage {
    Resolve,         ///< the name has an address
    Port,            ///< something listens there
    Tls,             ///< HTTPS only: handshake and trust
    SignIn,          ///< the account is let in
    Service,         ///< it is WS-Management, or WMI
    OperatingSystem, ///< root\cimv2 answers
    HyperV,          ///< root\virtualization\v2 exists
    Rights,          ///< and shows its objects to this account
    Gpus,
    Cluster
};
inline constexpr TestStage lastTestStage = TestStage::Cluster;

struct TestStageResult
{
    TestStage stage = TestStage::Resolve;
    bool passed = false;
    bool applicable = true; ///< false: not tried, because an earlier stage failed or it does not apply
    QString fact;           ///< what was learned, for example "Windows Server 2025 (26100)"
    std::optional<base::Error> error;
    bool workstation = false; ///< HyperV: the Windows there is none of a server
};

struct ConnectionTestReport
{
    std::vector<TestStageResult> stages; ///< every stage, in order
    [[nodiscard]] bool passed() const;
};

} // namespace hvgpu::fleet
