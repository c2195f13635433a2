#include "core/wmi/wsman/WipedMemory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

namespace hvgpu::wsman::wiped {
namespace {

/// Stands before what is given out, which stays aligned for everything.
struct alignas(std::max_align_t) Head
{
    std::size_t size = 0;
};

/// Called through a volatile pointer: the compiler may not drop stores to memory about to be freed.
void* (*volatile const overwrite)(void*, int, std::size_t) = std::memset;

Head* headOf(void* memory)
{
    return static_cast<Head*>(memory) - 1;
}

} // namespace

void* allocate(std::size_t size)
{
    if (size > std::numeric_limits<std::size_t>::max() - sizeof(Head))
        return nullptr;
    void* const raw = std::malloc(sizeof(Head) + size);
    if (raw == nullptr)
        return nullptr;
    return new (raw) Head{size} + 1;
}

void release(void* memory)
{
    if (memory == nullptr)
        return;
    Head* const head = headOf(memory);
    overwrite(memory, 0, head->size);
    std::free(head);
}

void* resize(void* memory, std::size_t size)
{
    void* const next = allocate(size);
    if (memory == nullptr || next == nullptr)
        return next; // as realloc(): what could not grow stays
    std::memcpy(next, memory, std::min(size, headOf(memory)->size));
    release(memory);
    return next;
}

char* duplicate(const char* text)
{
    const std::size_t size = std::strlen(text) + 1;
    void* const copy = allocate(size);
    return copy == nullptr ? nullptr : static_cast<char*>(std::memcpy(copy, text, size));
}

void* allocateZeroed(std::size_t count, std::size_t size)
{
    if (size != 0 && count > std::numeric_limits<std::size_t>::max() / size)
        return nullptr;
    void* const memory = allocate(count * size);
    return memory == nullptr ? nullptr : std::memset(memory, 0, count * size);
}

} // namespace hvgpu::wsman::wiped
