#include "core/simulation/wql/Like.h"

namespace hvgpu::simulation::wql {
namespace {

/// The set [..] that starts at @p start: whether it contains @p c, and where the pattern goes on.
struct SetMatch
{
    bool contains = false;
    qsizetype next = -1; ///< -1: no closing bracket, so the bracket stands for itself
};

SetMatch matchSet(QStringView pattern, qsizetype start, QChar c)
{
    qsizetype position = start + 1;
    const bool negated = position < pattern.size() && pattern[position] == u'^';
    position += negated ? 1 : 0;
    const qsizetype end = pattern.indexOf(u']', position + 1); // "[]]" holds a bracket
    if (end < 0)
        return {};
    bool contains = false;
    for (; position < end; ++position) {
        const QChar low = pattern[position].toCaseFolded();
        QChar high = low;
        if (position + 2 < end && pattern[position + 1] == u'-') {
            high = pattern[position + 2].toCaseFolded();
            position += 2;
        }
        contains = contains || (low <= c && c <= high);
    }
    return {contains != negated, end + 1};
}

/// Whether one character matches the pattern element at @p position, which is moved behind it.
bool matchOne(QStringView pattern, qsizetype& position, QChar c)
{
    const QChar element = pattern[position];
    if (element == u'[') {
        const SetMatch set = matchSet(pattern, position, c.toCaseFolded());
        if (set.next > 0) {
            position = set.next;
            return set.contains;
        }
    }
    ++position;
    return element == u'_' || element.toCaseFolded() == c.toCaseFolded();
}

} // namespace

bool matchesLike(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype starPattern = -1; // where to go on after the last %
    qsizetype starText = 0;     // how much of the text that % has taken
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'%') {
            starPattern = ++p;
            starText = t;
            continue;
        }
        if (p < pattern.size() && matchOne(pattern, p, text[t])) {
            ++t;
            continue;
        }
        if (starPattern < 0)
            return false;
        p = starPattern;
        t = ++starText;
    }
    while (p < pattern.size() && pattern[p] == u'%')
        ++p;
    return p == pattern.size();
}

} // namespace hvgpu::simulation::wql
