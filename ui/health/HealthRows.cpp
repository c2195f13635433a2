// Rows of the tabs *Prerequisites* and *Findings*.
#include "core/text/HealthText.h"
#include "ui/health/Health.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using analysis::Check;
using analysis::CheckGroup;
using analysis::CheckResult;
using analysis::Diagnosis;

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

HealthRow groupRow(const CheckGroup& group, const QString& above, const HealthFilter& filter)
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
    const QString path = above + u' ' + group.name;
    for (const Check& check : group.checks) {
        if (filter.accepts(check.result))
            row.children.push_back(checkRow(check, group, path));
    }
    for (const CheckGroup& below : group.groups) {
        HealthRow child = groupRow(below, path, filter);
        if (!child.children.empty() || below.pending)
            row.children.push_back(std::move(child));
    }
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

HealthRow findingRow(const Diagnosis& diagnosis, bool fixable)
{
    HealthRow row;
    row.key = diagnosis.id();
    row.kind = RowKind::Notice;
    row.entry = diagnosis.entry;
    row.host = diagnosis.host;
    row.gpu = diagnosis.gpu;
    row.vm = diagnosis.vm;
    row.copyId = diagnosis.id();
    const QString cause = text::diagnosisCause(diagnosis);
    row.cells = {{text::diagnosisTitle(diagnosis.code), severityIcon(diagnosis.severity), {}, cause},
                 {text::severity(diagnosis.severity), {}, -static_cast<int>(diagnosis.severity), {}},
                 {diagnosis.subject.isEmpty() ? diagnosis.place : diagnosis.subject, {}, {}, {}},
                 {diagnosis.place, {}, {}, {}},
                 {fixable ? Words::tr("Yes") : Words::tr("No"), {}, {}, {}},
                 {cause, {}, {}, {}}};
    QStringList words;
    for (const HealthRow::Cell& cell : row.cells)
        words << cell.text;
    row.search = (words.join(u' ') + u' ' + row.key).toCaseFolded();
    return row;
}

} // namespace

std::vector<HealthRow> makeCheckRows(const Health& health)
{
    std::vector<HealthRow> rows;
    for (const CheckGroup& group : health.checks) {
        HealthRow row = groupRow(group, {}, health.filter);
        if (!row.children.empty() || group.pending)
            rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<HealthRow> makeFindingRows(const Health& health)
{
    std::vector<HealthRow> rows;
    for (const Diagnosis& diagnosis : health.diagnoses) {
        if (health.filter.accepts(diagnosis.severity))
            rows.push_back(findingRow(diagnosis, health.fixable.contains(diagnosis.id())));
    }
    return rows;
}

CheckPlace checkPlace(const Health& health, const QString& rowKey)
{
    CheckPlace place;
    std::ignore = std::ranges::any_of(
        health.checks, [&](const CheckGroup& group) { return findPlace(group, rowKey, place); });
    return place;
}

} // namespace hvgpu::ui
