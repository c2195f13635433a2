# hvgpu_run and hvgpu_run_sim: what a test that starts the programs as users do has to start. Programs for another
# system get a small script around them that runs them in the emulator.
foreach(program hvgpu hvgpu-sim)
  string(REPLACE "hvgpu" "hvgpu_run" name "${program}")
  string(REPLACE "-" "_" name "${name}")
  set(${name} "$<TARGET_FILE:${program}>")
  if(CMAKE_CROSSCOMPILING)
    set(${name} "${CMAKE_BINARY_DIR}/run/${program}")
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/run/${program}"
      CONTENT "#!/bin/sh\nexec '${CMAKE_CROSSCOMPILING_EMULATOR}' '$<TARGET_FILE:${program}>' \"$@\"\n"
      FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  endif()
endforeach()
# The environment that such tests get.
set(hvgpu_run_environment "LANG=C.UTF-8")
if(CMAKE_CROSSCOMPILING)
  list(APPEND hvgpu_run_environment HVGPU_UNDER_WINE=1)
endif()
