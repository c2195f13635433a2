#pragma once

#include <QByteArray>
#include <QString>

/// What differs between systems about the terminal that a person sits at: SystemTerminalPosix.cpp and
/// SystemTerminalWindows.cpp.
namespace hvgpu::cli::terminal {

[[nodiscard]] bool inputIsTerminal();
/// Also makes the terminal understand what showProgress() writes to it.
[[nodiscard]] bool errorIsTerminal();
/// Not through stdio, whose lock a thread that waits for a line would hold on to when the program ends.
[[nodiscard]] bool readByte(char& c);
/// What was typed, from the bytes that readByte() gave.
[[nodiscard]] QString decode(const QByteArray& typed);
/// Lets bytes pass to standard output as they are, line ends included.
void makeOutputBinary();

/// What is typed stays invisible while this exists.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;
    /// False when there is no terminal.
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    bool m_active = false;
};

/// Makes the terminal read UTF-8, which is what hvgpu writes, while this exists. A matter of Windows only.
class Utf8Output
{
public:
    Utf8Output();
    ~Utf8Output(); // NOLINT(performance-trivially-destructible): not on Windows
    Utf8Output(const Utf8Output&) = delete;
    Utf8Output& operator=(const Utf8Output&) = delete;

private:
    unsigned m_before = 0; ///< the code page; 0: nothing to put back
};

} // namespace hvgpu::cli::terminal
