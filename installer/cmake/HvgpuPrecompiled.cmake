# Headers of Qt and of the standard library are compiled once and used by every room and test: less than half the
# compile time. Builds with HVGPU_PRECOMPILE=OFF (preset headless) keep it honest: every file includes what it needs.
option(HVGPU_PRECOMPILE "Precompile the headers of Qt and of the standard library" ON)

set(_hvgpu_core_headers <QCoreApplication> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject>
  <QString> <QStringList> <QVariant> <algorithm> <chrono> <condition_variable> <functional> <map> <memory> <mutex>
  <optional> <ranges> <set> <stop_token> <string> <thread> <tl/expected.hpp> <unordered_map> <utility> <variant> <vector>)

function(_hvgpu_precompiled name pie)
  add_library(hvgpu_pch_${name} OBJECT "${PROJECT_SOURCE_DIR}/installer/cmake/precompiled.cpp")
  cmake_parse_arguments(PCH "" "" "LINKS;HEADERS;OPTIONS" ${ARGN})
  target_link_libraries(hvgpu_pch_${name} PRIVATE hvgpu_flags tl::expected ${PCH_LINKS})
  target_precompile_headers(hvgpu_pch_${name} PRIVATE ${_hvgpu_core_headers} ${PCH_HEADERS})
  target_compile_options(hvgpu_pch_${name} PRIVATE ${PCH_OPTIONS})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    if(WIN32)
      set(pie "") # code for Windows can be anywhere by nature
    endif()
    target_compile_options(hvgpu_pch_${name} PRIVATE -fpch-preprocess ${pie}) # for ccache; as executables are compiled
  endif()
endfunction()

if(HVGPU_PRECOMPILE)
  set(_widgets <QAbstractItemModel> <QDialog> <QIcon> <QLabel> <QPainter> <QTreeView> <QVBoxLayout> <QWidget>)
  _hvgpu_precompiled(core "" LINKS Qt6::Core)
  if(HVGPU_BUILD_UI)
    _hvgpu_precompiled(ui "" LINKS Qt6::Widgets HEADERS ${_widgets})
  endif()
  if(HVGPU_BUILD_TESTS)
    # As tests are compiled. Without Qt Test: its headers know the folder of the test they are compiled for.
    _hvgpu_precompiled(test -fPIE LINKS Qt6::Core OPTIONS ${hvgpu_test_options})
    if(HVGPU_BUILD_UI)
      _hvgpu_precompiled(ui_test -fPIE LINKS Qt6::Widgets HEADERS ${_widgets} OPTIONS ${hvgpu_test_options})
    endif()
  endif()
endif()

# Uses the precompiled headers that fit: hvgpu_use_precompiled(TARGET core|test LINKS...)
function(hvgpu_use_precompiled target kind)
  if(NOT HVGPU_PRECOMPILE)
    return()
  endif()
  set(_pch ${kind})
  if("${ARGN}" MATCHES "Qt6::Widgets|hvgpu_ui|hvgpu_test_ui")
    string(REPLACE "core" "ui" _pch ${kind})
    string(REGEX REPLACE "^test$" "ui_test" _pch ${_pch})
  endif()
  target_precompile_headers(${target} REUSE_FROM hvgpu_pch_${_pch})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()
