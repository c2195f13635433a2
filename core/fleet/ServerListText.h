#pragma once

#include "core/fleet/ServerEntry.h"

#include <QString>

#include <vector>

namespace hvgpu::fleet {

/// What is wrong with a line of a list.
struct ListProblem
{
    enum class Kind {
        NotAnAddress,   ///< value: what stands there
        PasswordInLine, ///< value is empty
        UnknownColumn,  ///< value: its name
        BadValue,       ///< value: "port: 70000"
        Repeated,       ///< value: the server, which stands in the list above
        NoServers       ///< the text holds none
    };
    int line = 0; ///< counted from 1; 0: the whole list
    Kind kind = Kind::NotAnAddress;
    QString value;

    friend bool operator==(const ListProblem&, const ListProblem&) = default;
};

/// A list as people write it: what could be read, and line by line what could not.
struct ServerListText
{
    std::vector<ServerEntry> entries;
    std::vector<ListProblem> problems;
};

/// One server per line ("hv01", "https://hv02:5986", "CONTOSO\ada@hv03"), "#" begins a comment; or, when the
/// first line names columns ("name,port,https,user,kind,…"), comma or semicolon separated values. Format in
/// core/fleet/README.md. Never fails as a whole: good lines stand.
[[nodiscard]] ServerListText serverListFromText(const QString& text);

/// "line 3: not a host name or address: …", for logs and the CLI.
[[nodiscard]] QString describe(const ListProblem& problem);

} // namespace hvgpu::fleet
