#pragma once

#include <cstddef>

/// Memory for libcurl (curl_global_init_mem) that is overwritten when it is given back: its request buffers
/// hold the headers of signing in, its options the passphrase of a key.
namespace hvgpu::wsman::wiped {

void* allocate(std::size_t size);
void release(void* memory);
void* resize(void* memory, std::size_t size);
char* duplicate(const char* text);
void* allocateZeroed(std::size_t count, std::size_t size);

} // namespace hvgpu::wsman::wiped
