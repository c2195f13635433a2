# Toolchain: 64-bit Windows programs by MinGW-w64 from Debian, POSIX threads model (std::thread, std::mutex).
# Libraries for Windows come from the prefix that installer/windows/prefix.sh fills, never from the computer itself.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(_triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${_triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${_triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${_triplet}-windres)

if(DEFINED ENV{HVGPU_WINDOWS_PREFIX})
  set(HVGPU_WINDOWS_PREFIX "$ENV{HVGPU_WINDOWS_PREFIX}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(HVGPU_WINDOWS_PREFIX "$ENV{XDG_CACHE_HOME}/hvgpu/windows/prefix")
else()
  set(HVGPU_WINDOWS_PREFIX "$ENV{HOME}/.cache/hvgpu/windows/prefix")
endif()

set(CMAKE_FIND_ROOT_PATH "${HVGPU_WINDOWS_PREFIX}" /usr/${_triplet})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Qt's tools (moc, rcc, lrelease) run here: Debian's own Qt of the same version.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
