#include "ui/health/CheckRows.h"

#include "core/text/HealthText.h"
#include "ui/health/Health.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using analysis::Check;
using analysis::CheckGroup;
using analysis::CheckResult;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::HealthRows)
};

constexpr QChar separator(0x1f);

QString keyOf(const CheckGroup& group)
{
    return u"g"_s + separator + group.entry.text() + separator + group.host.text() + separator +
           group.vm.text();
}

QString keyOf(const Check& check, const QString& groupKey)
{
    return groupKey + separator + text::checkId(check.id) + separator + check.gpu.text();
}

QString groupIcon(const CheckGroup& group)
{
    switch (group.kind) {
    case CheckGroup::Kind::Cluster:
        return u"cluster"_s;
    case CheckGroup::Kind::Server:
        return u"server"_s;
    case CheckGroup::Kind::Vm:
        break;
    }
    return u"vm-other"_s;
}

using Counts = std::map<CheckResult, int>;

void count(const CheckGroup& group, Counts& counts)
{
    for (const Check& check : group.checks)
        ++counts[check.result];
    for (const CheckGroup& below : group.groups)
        count(below, counts);
}

/// "1 failed, 3 warnings" – what is below the row, unfiltered.
QString summary(const CheckGroup& group)
{
    if (group.pending)
        return Words::tr("Reading…");
    Counts counts;
    count(group, counts);
    QStringList parts;
    if (const int n = counts[CheckResult::Fail]; n > 0)
        parts << Words::tr("%n failed", nullptr, n);
    if (const int n = counts[CheckResult::Warning]; n > 0)
        parts << Words::tr("%n warning(s)", nullptr, n);
    if (const int n = counts[CheckResult::Unread]; n > 0)
        parts << Words::tr("%n could not be read", nullptr, n);
    const int passed = counts[CheckResult::Pass];
    parts << Words::tr("%n passed", nullptr, passed);
    return parts.join(u", "_s);
}

QString titleOf(const Check& check)
{
    const QString title = text::checkTitle(check.id);
    return check.gpuName.isEmpty() ? title : Words::tr("%1: %2", "check, GPU").arg(title, check.gpuName);
}

HealthRow checkRow(const Check& check, const CheckGroup& group, const QString& path)
{
    HealthRow row;
    row.key = keyOf(check, keyOf(group));
    row.kind = RowKind::Notice;
    row.entry = group.entry;
    row.host = group.host;
    row.gpu = check.gpu;
    row.vm = group.vm;
    row.copyId = text::checkId(check.id);
    const QString reason = text::checkReason(check);
    const QString advice = text::checkAdvice(check);
    row.cells = {
        {titleOf(check), {}, {}, text::checkPurpose(check.id)},
        {text::checkResult(check.result), resultIcon(check.result), -static_cast<int>(check.result), {}},
        {reason, {}, {}, advice.isEmpty() ? reason : reason + u'\n' + advice}};
    row.search = (path + u' ' + row.cells[0].text + u' ' + row.cells[1].text + u' ' + reason).toCaseFolded();
    return row;
}

HealthRow headOf(const CheckGroup& group, const QString& path)
{
    HealthRow row;
    row.key = keyOf(group);
    row.kind = group.kind == CheckGroup::Kind::Cluster  ? RowKind::Cluster
               : group.kind == CheckGroup::Kind::Server ? RowKind::Host
                                                        : RowKind::Vm;
    row.entry = group.entry;
    row.host = group.host;
    row.vm = group.vm;
    row.copyId = group.vm.isEmpty() ? group.name : group.vm.text();
    const CheckResult worst = worstResult(group);
    row.cells = {
        {group.name, groupIcon(group), {}, {}},
        group.pending
            ? HealthRow::Cell{Words::tr("Reading…"), u"waiting"_s, 1, {}}
            : HealthRow::Cell{text::checkResult(worst), resultIcon(worst), -static_cast<int>(worst), {}},
        {summary(group), {}, {}, {}}};
    row.search = path.toCaseFolded();
    return row;
}

/// The row stays, what is below it is left out.
void cut(HealthRow& server)
{
    server.children.clear();
    server.isCut = true;
    HealthRow::Cell& reason = server.cells.back();
    reason.text = Words::tr("%1 – select this server in the fleet to see its checks", "1 failed, 3 warnings")
                      .arg(reason.text);
}

bool findPlace(const CheckGroup& group, const QString& rowKey, CheckPlace& place)
{
    const QString key = keyOf(group);
    if (rowKey == key)
        place.group = &group;
    else if (rowKey.startsWith(key + separator)) {
        for (const Check& check : group.checks) {
            if (keyOf(check, key) == rowKey)
                place = {&check, &group};
        }
    }
    return place.group != nullptr || std::ranges::any_of(group.groups, [&](const CheckGroup& below) {
               return findPlace(below, rowKey, place);
           });
}

} // namespace

CheckRows::CheckRows(const HealthView& view, bool narrowed, int limit)
    : m_view(view)
    , m_narrowed(narrowed)
    , m_left(limit)
{}

bool CheckRows::isWanted(const CheckGroup& group) const
{
    if (!m_narrowed || m_view.scope.kind == Scope::Kind::All)
        return true;
    const bool isClusterOfHost =
        group.kind == CheckGroup::Kind::Cluster && m_view.scope.kind == Scope::Kind::Host;
    return isClusterOfHost || m_view.scope.contains(group.entry, group.host);
}

bool CheckRows::isWanted(const model::EntryId& entry) const
{
    return !m_narrowed || m_view.scope.kind != Scope::Kind::Entry || m_view.scope.entry == entry;
}

bool CheckRows::hasWords(const QString& search) const
{
    return !m_narrowed ||
           std::ranges::all_of(m_view.words, [&](const QString& word) { return search.contains(word); });
}

bool CheckRows::accepts(const CheckGroup& group) const
{
    return std::ranges::any_of(group.checks,
                               [this](const Check& check) { return m_view.filter.accepts(check.result); }) ||
           std::ranges::any_of(group.groups, [this](const CheckGroup& below) { return accepts(below); });
}

void CheckRows::addBelow(HealthRow& row, const CheckGroup& group, const QString& path)
{
    const bool named = hasWords(row.search);
    for (const Check& check : group.checks) {
        if (!m_view.filter.accepts(check.result))
            continue;
        HealthRow child = checkRow(check, group, path);
        if (named || hasWords(child.search))
            row.children.push_back(std::move(child));
    }
    for (const CheckGroup& below : group.groups) {
        if (!isWanted(below))
            continue;
        HealthRow child = make(below, path);
        if (!child.children.empty() || child.isCut || (below.pending && hasWords(child.search)))
            row.children.push_back(std::move(child));
    }
}

HealthRow CheckRows::make(const CheckGroup& group, const QString& above)
{
    const QString path = above + u' ' + group.name;
    HealthRow row = headOf(group, path);
    const bool isServer = group.kind == CheckGroup::Kind::Server;
    if (isServer && isFull() && !(m_narrowed && !m_view.words.isEmpty())) {
        if (accepts(group))
            cut(row);
        return row;
    }
    addBelow(row, group, path);
    if (isServer)
        spend(row);
    return row;
}

void CheckRows::spend(HealthRow& server)
{
    const int rows = countRows(server);
    if (server.children.empty() || rows <= m_left || m_made == 0) {
        m_left -= rows;
        m_made += rows;
        return;
    }
    m_left = 0; // what comes after it is left out, too: the end of the list, not holes in it
    cut(server);
}

HealthRows CheckRows::rows(const std::vector<CheckGroup>& groups)
{
    HealthRows made;
    for (const CheckGroup& group : groups) {
        if (!isWanted(group))
            continue;
        HealthRow row = make(group, {});
        if (!row.children.empty() || row.isCut || (group.pending && hasWords(row.search)))
            made.push_back(std::make_shared<const HealthRow>(std::move(row)));
    }
    return made;
}

void CheckRows::take(const HealthRows& known)
{
    const int rows = spentOn(known);
    m_left -= rows;
    m_made += rows;
}

int countRows(const HealthRow& row)
{
    int count = 1;
    for (const HealthRow& child : row.children)
        count += countRows(child);
    return count;
}

int spentOn(const HealthRows& rows)
{
    int count = 0;
    for (const auto& row : rows) {
        if (row->kind == RowKind::Host)
            count += countRows(*row);
        for (const HealthRow& child : row->children)
            count += child.kind == RowKind::Host ? countRows(child) : 0;
    }
    return count;
}

bool hasCut(const HealthRow& row)
{
    return row.isCut || std::ranges::any_of(row.children, hasCut);
}

CheckPlace checkPlace(const Health& health, const model::EntryId& entry, const QString& rowKey)
{
    CheckPlace place;
    for (const auto& each : health.entries) {
        if (each->seen.id != entry || each->checks == nullptr)
            continue;
        for (const CheckGroup& group : *each->checks) {
            if (findPlace(group, rowKey, place))
                break;
        }
    }
    return place;
}

} // namespace hvgpu::ui
