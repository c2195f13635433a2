#pragma once

#include "core/fleet/ConnectionTest.h"
#include "core/fleet/ServerEntry.h"

#include <QString>

#include <vector>

namespace hvgpu::text {

/// A command that mends what a stage of a connection test failed at, and where to run it.
struct FixCommand
{
    enum class Where { Server, Domain, ThisComputer };
    Where where = Where::Server;
    QString command; ///< complete, for PowerShell as administrator, or for a shell of this computer

    friend bool operator==(const FixCommand&, const FixCommand&) = default;
};

/// The system of the computer that this program runs on.
enum class Desk { Posix, Windows };
#ifdef Q_OS_WIN
inline constexpr Desk thisDesk = Desk::Windows;
#else
inline constexpr Desk thisDesk = Desk::Posix;
#endif

/// What to run, in order; the first ones only look. Empty when the stage passed or no command helps.
[[nodiscard]] std::vector<FixCommand> fixCommands(const fleet::TestStageResult& result,
                                                  const fleet::ServerEntry& entry, Desk desk = thisDesk);
/// "On the server, in PowerShell as administrator:" and the like, above commands.
[[nodiscard]] QString fixPlace(FixCommand::Where where);
/// "Name", "Port", "TLS" …
[[nodiscard]] QString testStage(fleet::TestStage stage);

} // namespace hvgpu::text
