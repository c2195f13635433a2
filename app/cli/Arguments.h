#pragma once

#include "app/cli/ChangeArguments.h"
#include "app/cli/ExitCode.h"
#include "core/report/Export.h"
#include "core/wmi/HostGates.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace hvgpu::cli {

enum class Command {
    Inventory,
    Gpus,
    Partitions,
    Vms,
    Check,
    Findings,
    SetCount,
    Assign,
    Unassign,
    DdaAssign,
    DdaRemove,
    DdaDismount,
    DdaMount,
    DdaRecover,
    DdaConvert,
    PoolCreate,
    PoolAssign,
    PoolRemove,
    VmSet,
    Apply,
    Activity,
    Undo,
    Resume,
    Dismiss,
    Test,
    Login,
    Logout,
    Support
};

/// The command line, checked. Never holds a password.
struct Arguments
{
    Command command = Command::Inventory;
    bool demo = false;
    bool local = false;
    QStringList servers;
    QStringList clusters;
    QString serverFile;
    bool dcom = false; ///< --server and --cluster by DCOM
    QString
        authentication; ///< "negotiate", "kerberos", "ntlm", "basic", "certificate", "none"; empty: not said
    QString serviceClass; ///< "HTTP", "WSMAN", "host"; empty: not said
    QString user;
    QString passwordFile;
    QString caFile;
    QStringList pins; ///< SHA-256 of certificates to trust
    QString clientCertificate;
    QString proxy;
    bool insecureBasic = false;
    bool withNames = false; ///< support file: names of servers and accounts as they are
    report::Format format = report::Format::Text;
    QString output;      ///< empty: standard output
    QStringList results; ///< check: only these; empty: all
    bool byteOrderMark = false;
    bool allColumns = false; ///< tables only; files always have all
    int width = 0;
    int timeoutSeconds = 30;
    int parallel = 16;
    int perServer = wmi::HostGates::UsualLimit; ///< operations at the same time
    bool verbose = false;
    ChangeArguments change;

    [[nodiscard]] bool namesServers() const
    {
        return demo || local || !servers.isEmpty() || !clusters.isEmpty() || !serverFile.isEmpty();
    }
};

/// Reads the command line. An exit code means that the program is done: help and version are printed to
/// standard output, complaints to standard error.
[[nodiscard]] std::variant<Arguments, ExitCode> parseArguments(int argc, const char* const* argv);

} // namespace hvgpu::cli
