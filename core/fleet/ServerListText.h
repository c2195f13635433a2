#pragma once

#include "core/fleet/ServerEntry.h"

#include <QString>

#include <vector>

namespace hvgpu::fleet {

/// What is wrong with a line of a list.
struct ListProblem
{
    enum class Kind {
        NotAnAddress,   ///< value: what stands there, its first word
        PasswordInLine, ///< value: the column; else empty
        UnknownColumn,  ///< value: its name
        BadValue,       ///< value: "port: 70000"
        Repeated,       ///< value: the server, which stands in the list above
        OpenQuote,      ///< a quotation mark is not closed
        SurplusFields,  ///< more fields than columns; what they hold is not said
        SeveralValues,  ///< several fields, but no line above names columns
        NoNameColumn,   ///< none of the columns names the servers
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
/// first line names columns ("name,port,https,user,kind,…"), values separated by commas, semicolons or tabs.
/// Format in core/fleet/README.md. Never fails as a whole: good lines stand. Bytes of a file: see
/// ListBytes.h.
[[nodiscard]] ServerListText serverListFromText(const QString& text);

/// "line 3: not a host name or address: …", for logs and the CLI.
[[nodiscard]] QString describe(const ListProblem& problem);

} // namespace hvgpu::fleet
