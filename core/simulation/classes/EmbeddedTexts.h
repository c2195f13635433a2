#pragma once

#include <QByteArray>

#include <vector>

namespace hvgpu::simulation {

/// A text file that the build turned into a string.
struct EmbeddedText
{
    const char* name; ///< file name, "demo.json"
    QByteArray text;  ///< UTF-8
};

/// Every compiled-in file: class files, GPU models and the demo fleet.
[[nodiscard]] std::vector<EmbeddedText> embeddedTexts();

} // namespace hvgpu::simulation
