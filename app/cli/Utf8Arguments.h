#pragma once

#include <string>
#include <vector>

namespace hvgpu::cli {

/// The words of the command line as UTF-8 on every system: on Windows argv is in a code page that cannot hold
/// all names of files. Needs the QCoreApplication.
class Utf8Arguments
{
public:
    Utf8Arguments(int argc, char** argv);

    [[nodiscard]] int count() const { return static_cast<int>(m_pointers.size()); }
    [[nodiscard]] char** values() { return m_pointers.data(); }

private:
    std::vector<std::string> m_words;
    std::vector<char*> m_pointers;
};

} // namespace hvgpu::cli
