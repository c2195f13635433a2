#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::simulation::wql {

struct Token
{
    enum class Kind { Word, Text, Number, Symbol, Path };
    Kind kind = Kind::Word;
    QString text; ///< Text and Path: without the quotes or braces, Text unescaped
};

/// Splits a query into tokens; nullopt when a quote or brace is not closed or a character has no place in
/// WQL. In quoted text \\ \' and \" are escapes; any other backslash stands for itself, as Windows has it
/// (wmi.md 5.2: LIKE '%\Default' works).
[[nodiscard]] std::optional<std::vector<Token>> tokenize(QStringView text);

} // namespace hvgpu::simulation::wql
