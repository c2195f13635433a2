#pragma once

#include "app/cli/Arguments.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>

namespace hvgpu::cli {

/// Options of the commands about whole devices, pools and settings of virtual machines.
class DeviceOptions
{
public:
    /// Adds the options of @p command to @p app; choice of servers, GPUs and VMs is not among them.
    void declare(CLI::App& app, Command command);
    void apply(ChangeArguments& arguments) const;
    [[nodiscard]] static bool isFor(Command command);
    /// What is wrong with @p arguments beyond what the parser sees; empty when nothing is.
    [[nodiscard]] static QString problem(const Arguments& arguments);

private:
    void addCards(CLI::App& app);
    void addDismounting(CLI::App& app);
    void addMmio(CLI::App& app);
    void addForDevices(CLI::App& app);
    void addSettings(CLI::App& app);
    void addPool(CLI::App& app);

    bool m_noCompanions = false;
    bool m_force = false;
    bool m_noAcs = false;
    bool m_noMitigations = false;
    std::uint64_t m_lowMmio = 0;
    std::uint64_t m_highMmio = 0;
    bool m_staticMemory = false;
    bool m_noCheckpoints = false;
    std::string m_to;
    bool m_keepDismounted = false;
    bool m_noRestore = false;
    std::string m_stopAction;
    std::string m_offlineAction;
    std::string m_cacheTypes;
    std::string m_pool;
    int m_poolCount = 1;
    bool m_mount = false;
};

} // namespace hvgpu::cli
