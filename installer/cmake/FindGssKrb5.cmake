# MIT Kerberos with its GSSAPI (libkrb5-dev): GssKrb5::GssKrb5. Heimdal lacks gss_acquire_cred_from's password store.
find_path(GssKrb5_INCLUDE_DIR gssapi/gssapi_krb5.h)
find_library(GssKrb5_LIBRARY gssapi_krb5)
find_library(GssKrb5_KRB5_LIBRARY krb5)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GssKrb5 REQUIRED_VARS GssKrb5_LIBRARY GssKrb5_KRB5_LIBRARY GssKrb5_INCLUDE_DIR)
mark_as_advanced(GssKrb5_INCLUDE_DIR GssKrb5_LIBRARY GssKrb5_KRB5_LIBRARY)
if(GssKrb5_FOUND AND NOT TARGET GssKrb5::GssKrb5)
  add_library(GssKrb5::GssKrb5 INTERFACE IMPORTED)
  set_target_properties(GssKrb5::GssKrb5 PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${GssKrb5_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${GssKrb5_LIBRARY};${GssKrb5_KRB5_LIBRARY}")
endif()
