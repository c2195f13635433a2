# One INTERFACE target carries every compile flag and define of the project.
add_library(hvgpu_flags INTERFACE)
target_compile_features(hvgpu_flags INTERFACE cxx_std_20)
target_include_directories(hvgpu_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(hvgpu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wsuggest-override -Werror)
target_compile_definitions(hvgpu_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 HVGPU_VERSION="${PROJECT_VERSION}")

set(hvgpu_program_sources "") # what every program of a system has to have
set(hvgpu_asio_libraries "") # what Boost.Asio needs of the system besides its headers
if(WIN32)
  set(hvgpu_program_sources "${PROJECT_SOURCE_DIR}/installer/windows/program.cpp")
  set(hvgpu_asio_libraries ws2_32 mswsock)
  target_compile_definitions(hvgpu_flags INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
  target_compile_options(hvgpu_flags INTERFACE -Wa,-mbig-obj) # the endpoint's templates need more sections than usual
  # The end of a std::stop_callback waits on a semaphore. Without futexes that of libstdc++ loses wake-ups: it looks at
  # the value first and begins to wait after that, with no lock over both. This one is of winpthreads.
  target_compile_definitions(hvgpu_flags INTERFACE _GLIBCXX_USE_POSIX_SEMAPHORE=1)
endif()

# Where programs are optimised, tests need not be: they run once, and compile in half the time.
set(hvgpu_test_options "")
if(CMAKE_CROSSCOMPILING)
  set(hvgpu_test_options -O0)
endif()

if(HVGPU_SANITIZE)
  list(JOIN HVGPU_SANITIZE "," _sanitizers)
  target_compile_options(hvgpu_flags INTERFACE -fsanitize=${_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(hvgpu_flags INTERFACE -fsanitize=${_sanitizers})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # What the sanitizers insert makes GCC 12 guess wrongly about std::variant; builds without them keep the warning.
    target_compile_options(hvgpu_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

find_program(HVGPU_CCACHE ccache)
if(HVGPU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Another checkout finds what this one compiled; precompiled headers need the sloppiness.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_NOHASHDIR=1 "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
    CCACHE_SLOPPINESS=pch_defines,time_macros "${HVGPU_CCACHE}")
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
