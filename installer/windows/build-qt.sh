#!/usr/bin/env bash
# Builds Qt Base for Windows from Debian's source package into the prefix: what the console uses and nothing else.
# 20 to 40 minutes on two cores, once. Qt Core and Qt Test are installed first, so that core can be compiled meanwhile.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
version=$(source_version qt6-base-dev) # the host's moc and rcc must be of the same version
options=(
  -DCMAKE_BUILD_TYPE=Release
  -DBUILD_SHARED_LIBS=ON
  -DQT_BUILD_EXAMPLES=OFF
  -DQT_BUILD_TESTS=OFF
  -DFEATURE_concurrent=OFF
  -DFEATURE_dbus=OFF
  -DFEATURE_network=OFF
  -DFEATURE_printsupport=OFF
  -DFEATURE_sql=OFF
  -DFEATURE_xml=OFF
  -DFEATURE_androiddeployqt=OFF
  -DFEATURE_icu=OFF
  -DFEATURE_opengl=OFF
  -DFEATURE_dynamicgl=OFF # else the platform plugin does not compile without OpenGL
  -DFEATURE_vulkan=OFF
  -DFEATURE_graphicsview=OFF # from here on: what the console has no use for
  -DFEATURE_graphicseffect=OFF
  -DFEATURE_pdf=OFF
  -DFEATURE_textodfwriter=OFF
  -DFEATURE_textmarkdownreader=OFF
  -DFEATURE_textmarkdownwriter=OFF
  -DFEATURE_jpeg=OFF
  -DFEATURE_gif=OFF
  -DFEATURE_mdiarea=OFF
  -DFEATURE_calendarwidget=OFF
  -DFEATURE_wizard=OFF
  -DFEATURE_columnview=OFF
  -DFEATURE_lcdnumber=OFF
  -DFEATURE_dial=OFF
  -DFEATURE_keysequenceedit=OFF
  -DFEATURE_splashscreen=OFF
  -DFEATURE_errormessage=OFF
  -DFEATURE_fontcombobox=OFF
  -DFEATURE_datawidgetmapper=OFF
  -DFEATURE_tabletevent=OFF # its third-party header is not in Debian's tarball
  -DINPUT_openssl=no
)
key="$version gcc $(compiler_version) ${options[*]}"
is_built qt "$key" && exit 0

source=$cache/src/qt6-base build=$cache/build/qt6-base
fetch_source qt6-base "$version" "$source"
configure "$source" "$build" "$key" "${options[@]}"

# Installs the named folders of the build tree with what CMake needs to find them.
install_parts() {
  cmake -DCMAKE_INSTALL_LOCAL_ONLY=1 -P "$build/cmake_install.cmake" >/dev/null
  cmake -DCMAKE_INSTALL_LOCAL_ONLY=1 -P "$build/src/cmake_install.cmake" >/dev/null
  for part in "$@"; do cmake -P "$build/src/$part/cmake_install.cmake" >/dev/null; done
}
# Not faster than the computer's other work allows.
nice cmake --build "$build" --parallel "$(nproc)" --target Core Test EntryPointImplementation
install_parts 3rdparty/zlib corelib entrypoint testlib
nice cmake --build "$build" --parallel "$(nproc)"
cmake --install "$build" --strip >/dev/null
mark_built qt "$key"
