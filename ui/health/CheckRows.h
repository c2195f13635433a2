#pragma once

#include "core/analysis/Check.h"
#include "ui/health/HealthRow.h"
#include "ui/health/HealthView.h"

namespace hvgpu::ui {

/// Makes the rows of the tab *Prerequisites* until there are as many as can be shown; servers that come after
/// that have a row of their own, which says so, and none below it. For a worker.
class CheckRows
{
public:
    /// With @p narrowed only what the scope and the words of @p view let through.
    CheckRows(const HealthView& view, bool narrowed, int limit);

    [[nodiscard]] HealthRows rows(const std::vector<analysis::CheckGroup>& groups);
    /// Counts rows of the last list that are taken over.
    void take(const HealthRows& known);
    [[nodiscard]] int left() const { return m_left; }
    /// Whether rows of this entry may be let through.
    [[nodiscard]] bool isWanted(const model::EntryId& entry) const;
    [[nodiscard]] bool isFull() const { return m_left <= 0 && m_made > 0; }

private:
    [[nodiscard]] bool isWanted(const analysis::CheckGroup& group) const;
    /// Whether the filter lets anything of it through.
    [[nodiscard]] bool accepts(const analysis::CheckGroup& group) const;
    [[nodiscard]] bool hasWords(const QString& search) const;
    [[nodiscard]] HealthRow make(const analysis::CheckGroup& group, const QString& above);
    void addBelow(HealthRow& row, const analysis::CheckGroup& group, const QString& path);
    void spend(HealthRow& server);

    const HealthView& m_view;
    bool m_narrowed;
    int m_left;
    int m_made = 0;
};

/// With those below it.
[[nodiscard]] int countRows(const HealthRow& row);
/// What counts against the limit: servers with what is below them.
[[nodiscard]] int spentOn(const HealthRows& rows);
/// Whether rows were left out of it.
[[nodiscard]] bool hasCut(const HealthRow& row);

} // namespace hvgpu::ui
