#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/DeviceOptions.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace hvgpu::cli {

/// Declares the options that only commands about changes have, and reads what was given for them.
class ChangeOptions
{
public:
    /// Adds the options of @p command to @p app.
    void declare(CLI::App& app, Command command);
    [[nodiscard]] ChangeArguments arguments() const;
    /// What is wrong with @p arguments beyond what the parser sees; empty when nothing is.
    [[nodiscard]] static QString problem(const Arguments& arguments);

private:
    void addGpuChoice(CLI::App& app);
    void addVmChoice(CLI::App& app, Command command);
    void addDevices(CLI::App& app, Command command);
    void addPower(CLI::App& app);
    void addPlanning(CLI::App& app);
    void addRunning(CLI::App& app);
    void addJournal(CLI::App& app, bool required);

    // CLI11 works with std::string; texts stay UTF-8 in between.
    std::vector<std::string> m_on;
    std::vector<std::string> m_gpus;
    std::string m_gpu;
    std::string m_model;
    std::vector<std::string> m_vms;
    std::vector<std::string> m_adapters;
    std::uint64_t m_partitionVram = 0;
    std::string m_power = "shutdown";
    int m_shutdownTimeout = 120;
    bool m_noOfflineAction = false;
    std::string m_fix;
    std::string m_planFile;
    std::string m_activityId;
    std::string m_planOut;
    std::string m_journalFolder;
    DeviceOptions m_devices;
    ChangeArguments m_arguments; ///< what needs no conversion
};

} // namespace hvgpu::cli
