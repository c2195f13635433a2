# Writes OUTPUT: C++ that returns the texts of INPUTS. Run with cmake -P.
set(entries "")
foreach(input ${INPUTS})
  get_filename_component(name "${input}" NAME)
  file(READ "${input}" hex HEX)
  string(LENGTH "${hex}" digits)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  # Short literals side by side: a hexadecimal escape has no end of its own but the quote.
  string(REGEX REPLACE "(................................................................)" "\\1\"\n     \"" bytes "${bytes}")
  math(EXPR size "${digits} / 2")
  string(APPEND entries "    {\"${name}\", QByteArray(\n     \"${bytes}\", ${size})},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by EmbedTexts.cmake; do not edit.
#include \"core/simulation/classes/EmbeddedTexts.h\"

namespace hvgpu::simulation {

std::vector<EmbeddedText> embeddedTexts()
{
  return {
${entries}  };
}

} // namespace hvgpu::simulation
")
