#pragma once

#include "core/model/HostSnapshot.h"

#include <QSet>
#include <QString>

#include <vector>

namespace hvgpu::hyperv {

/// Hands out one shared copy of equal texts, because a host repeats the same driver version, manufacturer or
/// path many times. Lives for one read.
class StringPool
{
public:
    [[nodiscard]] QString share(const QString& text)
    {
        return text.isEmpty() ? QString() : *m_texts.insert(text);
    }

private:
    QSet<QString> m_texts;
};

/// What the steps of one read collect besides their result. One thread.
struct ReadContext
{
    std::vector<model::ReadNote> notes;
    StringPool strings;
};

} // namespace hvgpu::hyperv
