#!/usr/bin/env bash
# Installs what building (and, with "test" or "windows", testing) needs on Debian 12, when it is missing and we may.
# Otherwise says exactly what to run. Usage: build-deps.sh run|test|package|windows
set -euo pipefail

run_packages=(cmake ninja-build g++ ccache qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools qt6-translations-l10n libgl-dev libspdlog-dev libfmt-dev libcurl4-openssl-dev libexpat1-dev libkrb5-dev qtkeychain-qt6-dev libexpected-dev
  libcli11-dev libboost-dev libssl-dev fonts-dejavu-core)
test_packages=(python3 clang-format-14 clang-tidy-14 libbenchmark-dev curl openssl xsltproc libxml2-utils wsl
  fonts-noto-cjk xvfb desktop-file-utils appstream file
  krb5-kdc krb5-admin-server krb5-user gss-ntlmssp faketime dbus-daemon gnome-keyring libsecret-1-0 python3-winrm python3-requests-kerberos
  meson perl dpkg-dev pkg-config rpcsvc-proto libglib2.0-dev libgnutls28-dev libxml2-dev) # this line: for libvirt (tests/integration)
# To find out what the Debian package depends on.
package_packages=(dpkg-dev file)
# To build for Windows and to run that under Wine; the libraries come from source packages (installer/windows).
windows_packages=(python3 g++-mingw-w64-x86-64-posix qt6-base-private-dev dpkg-dev make perl wine wine64 xvfb xauth nsis)

wanted=("${run_packages[@]}")
case ${1:-run} in
  test) wanted+=("${test_packages[@]}") ;;
  package) wanted+=("${package_packages[@]}") ;;
  windows) wanted+=("${windows_packages[@]}") ;;
esac

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "This script knows Debian 12 packages only. Please install the equivalents of: ${missing[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    printf 'Some packages are missing and this account may not install them. Please run:\n\n  sudo apt-get install --no-install-recommends %s\n\n' "${missing[*]}" >&2
    exit 1
  fi
fi
echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "Installing the packages above failed; the last lines of apt-get are shown." >&2
  exit 1
fi
