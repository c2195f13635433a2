#pragma once

#include "core/model/Ids.h"

namespace hvgpu::ui {

/// Which part of the fleet a tab shows; chosen in the fleet tree.
struct Scope
{
    enum class Kind { All, Entry, Host };

    Kind kind = Kind::All;
    model::EntryId entry; ///< with Kind::Entry
    model::HostId host;   ///< with Kind::Host

    [[nodiscard]] bool contains(const model::EntryId& anEntry, const model::HostId& aHost) const
    {
        return kind == Kind::All || (kind == Kind::Entry && entry == anEntry) ||
               (kind == Kind::Host && host == aHost);
    }
    friend bool operator==(const Scope&, const Scope&) = default;
};

} // namespace hvgpu::ui
