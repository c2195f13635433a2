#!/usr/bin/env bash
# Builds a small static OpenSSL for Windows from Debian's source package into the prefix. Only the TLS side of the
# simulated fleet uses it (and the tests, which make certificates with its program too); connections to real hosts use
# Schannel.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
version=$(source_version libssl-dev)
options=(no-shared no-tests no-engine no-legacy no-module no-dso no-comp no-zlib no-ssl3 no-tls1 no-tls1_1 no-dtls no-srp
  no-psk no-srtp no-cms no-cmp no-ct no-ts no-ocsp no-gost no-sm2 no-sm3 no-sm4 no-aria no-camellia no-seed no-idea no-bf
  no-cast no-rc2 no-rc4 no-rc5 no-md4 no-mdc2 no-rmd160 no-whirlpool no-blake2 no-dsa no-ec2m no-siphash no-scrypt
  no-capieng no-ui-console)
key="$version gcc $(compiler_version) ${options[*]} with openssl.exe"
is_built openssl "$key" && exit 0

source=$cache/src/openssl
fetch_source openssl "$version" "$source"
cd "$source"
./Configure mingw64 --cross-compile-prefix=$triplet- --prefix="$prefix" --libdir=lib "${options[@]}" >/dev/null
make -s -j "$(nproc)" build_generated >/dev/null
make -s -j "$(nproc)" libcrypto.a libssl.a apps/openssl.exe >/dev/null
mkdir -p "$prefix/lib" "$prefix/include" "$prefix/bin" "$prefix/ssl"
cp libcrypto.a libssl.a "$prefix/lib/"
$triplet-strip -o "$prefix/bin/openssl.exe" apps/openssl.exe
cp apps/openssl.cnf "$prefix/ssl/"
cp -r include/openssl "$prefix/include/"
mark_built openssl "$key"
