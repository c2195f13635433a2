#include "tests/support/MemorySearch.h"

#include "core/base/Secret.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <cstring>

namespace hvgpu::tests {
namespace {

constexpr qsizetype overwritten = 16; ///< what the allocator takes of freed memory
constexpr char mask = 0x5A;
constexpr qint64 largest =
    1LL << 30; ///< of a mapping that is memory in use; a sanitizer's shadow has terabytes

/// Whether @p piece has the text of which @p masked is every byte xor the mask.
[[maybe_unused]] bool holds(const QByteArray& piece, const QByteArray& masked)
{
    const char first = static_cast<char>(masked[0] ^ mask);
    const char* const end = piece.constData() + piece.size() - masked.size();
    for (const char* at = piece.constData(); at <= end; ++at) {
        at = static_cast<const char*>(std::memchr(at, first, static_cast<std::size_t>(end - at + 1)));
        if (at == nullptr)
            return false;
        if (std::equal(masked.begin(), masked.end(), at,
                       [](char hidden, char plain) { return static_cast<char>(hidden ^ mask) == plain; }))
            return true;
    }
    return false;
}

bool search([[maybe_unused]] const QByteArray& masked)
{
#ifdef Q_OS_LINUX
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const qsizetype dash = words[0].indexOf('-');
        const qint64 begin = words[0].left(dash).toLongLong(nullptr, 16);
        const qint64 end = words[0].mid(dash + 1).toLongLong(nullptr, 16);
        if (end - begin > largest || !memory.seek(begin))
            continue;
        QByteArray piece = memory.read(end - begin);
        const bool found = piece.size() >= masked.size() && holds(piece, masked);
        base::wipe(piece); // or the next search would find this one
        if (found)
            return true;
    }
#endif
    return false;
}

} // namespace

bool HiddenText::isInMemory() const
{
    return search(QByteArray(m_masked).mid(overwritten));
}

bool HiddenText::isInMemoryAsBase64(const QByteArray& before) const
{
    QByteArray text = reveal();
    QByteArray all = before + text;
    QByteArray coded = all.toBase64();
    const qsizetype firstOwn = (before.size() + overwritten) / 3 * 4 + 4;
    QByteArray middle = coded.mid(firstOwn, coded.size() - firstOwn - 4); // of the last group others decide
    for (char& c : middle)
        c = static_cast<char>(c ^ mask);
    for (QByteArray* bytes : {&text, &all, &coded})
        base::wipe(*bytes);
    return search(middle);
}

} // namespace hvgpu::tests
