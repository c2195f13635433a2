#include "core/operations/Remedy.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"
#include "core/text/HealthText.h"

#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using analysis::Check;
using analysis::CheckGroup;
using analysis::Diagnosis;
using text::Language;

Cell evidenceOf(const std::vector<analysis::Evidence>& evidence)
{
    QStringList lines;
    for (const analysis::Evidence& fact : evidence)
        lines << fact.source + u'=' + fact.value;
    return list(lines);
}

/// One check with the groups it stands in.
struct CheckRow
{
    const Check& check;
    const CheckGroup& group;
    QString cluster;
    QString server;
};

using C = const CheckRow&;

std::vector<Field<CheckRow>> checkFields()
{
    return {{"cluster", "Cluster", true, [](C row) { return text(row.cluster); }},
            {"server", "Server", true, [](C row) { return text(row.server); }},
            {"vm_name", "VM", true,
             [](C row) { return row.group.kind == CheckGroup::Kind::Vm ? Cell(row.group.name) : Cell(); }},
            {"vm_id", "VM ID", false, [](C row) { return text(row.group.vm.text()); }},
            {"gpu_name", "GPU", true, [](C row) { return text(row.check.gpuName); }},
            {"instance_id", "Instance ID", false, [](C row) { return text(row.check.gpu.text()); }},
            {"check", "Check", false, [](C row) { return Cell(text::checkId(row.check.id)); }},
            {"title", "Check", true,
             [](C row) { return Cell(text::checkTitle(row.check.id, Language::English)); }},
            {"result", "Result", true, [](C row) { return Cell(text::checkResultId(row.check.result)); }},
            {"reason", "Reason", false, [](C row) { return Cell(text::checkReasonId(row.check.reason)); }},
            {"explanation", "Explanation", true,
             [](C row) { return Cell(text::checkReason(row.check, Language::English)); }},
            {"advice", "What to do", false,
             [](C row) { return text(text::checkAdvice(row.check, Language::English)); }},
            {"evidence", "Evidence", false, [](C row) { return evidenceOf(row.check.evidence); }},
            {"powershell", "PowerShell", false,
             [](C row) { return Cell(text::checkScript(row.check.id, row.group.vm)); }}};
}

void addRows(const CheckGroup& group, QString cluster, QString server, std::vector<CheckRow>& rows)
{
    if (group.kind == CheckGroup::Kind::Cluster)
        cluster = group.name;
    else if (group.kind == CheckGroup::Kind::Server)
        server = group.name;
    for (const Check& check : group.checks)
        rows.push_back({check, group, cluster, server});
    for (const CheckGroup& below : group.groups)
        addRows(below, cluster, server, rows);
}

struct FindingRow
{
    const Diagnosis& diagnosis;
    QString cluster;
    bool fixable = false;
};

using D = const FindingRow&;

std::vector<Field<FindingRow>> findingFields()
{
    return {
        {"id", "ID", true, [](D row) { return Cell(row.diagnosis.id()); }},
        {"severity", "Severity", true, [](D row) { return Cell(text::severityId(row.diagnosis.severity)); }},
        {"code", "Code", false, [](D row) { return Cell(QString(analysis::name(row.diagnosis.code))); }},
        {"cluster", "Cluster", false, [](D row) { return text(row.cluster); }},
        {"server", "Server", true,
         [](D row) { return row.diagnosis.host.isEmpty() ? Cell() : text(row.diagnosis.place); }},
        {"subject", "About", true,
         [](D row) {
             return text(row.diagnosis.subject.isEmpty() ? row.diagnosis.place : row.diagnosis.subject);
         }},
        {"vm_id", "VM ID", false, [](D row) { return text(row.diagnosis.vm.text()); }},
        {"instance_id", "Instance ID", false, [](D row) { return text(row.diagnosis.gpu.text()); }},
        {"title", "Finding", true,
         [](D row) { return Cell(text::diagnosisTitle(row.diagnosis.code, Language::English)); }},
        {"cause", "Cause", false,
         [](D row) { return Cell(text::diagnosisCause(row.diagnosis, Language::English)); }},
        {"advice", "What to do", false,
         [](D row) { return text(text::diagnosisAdvice(row.diagnosis, Language::English)); }},
        {"fixable", "Fix", true, [](D row) { return Cell(row.fixable); }},
        {"evidence", "Evidence", false, [](D row) { return evidenceOf(row.diagnosis.evidence); }}};
}

} // namespace

Table prerequisites(const std::vector<CheckGroup>& groups)
{
    std::vector<CheckRow> rows;
    for (const CheckGroup& group : groups)
        addRows(group, {}, {}, rows);
    Table table = makeTable(u"prerequisites"_s, checkFields(), rows);
    table.pageColumns = {u"cluster"_s, u"server"_s,      u"vm_name"_s, u"gpu_name"_s, u"title"_s,
                         u"result"_s,  u"explanation"_s, u"advice"_s,  u"evidence"_s};
    return table;
}

Table findings(const std::vector<Diagnosis>& diagnoses, const fleet::FleetSnapshot& fleet)
{
    std::map<model::EntryId, QString> clusters;
    for (const auto& entry : fleet.entries) {
        if (entry->isCluster)
            clusters.emplace(entry->id, entry->displayName);
    }
    std::vector<FindingRow> rows;
    for (const Diagnosis& diagnosis : diagnoses) {
        const auto cluster = clusters.find(diagnosis.entry);
        rows.push_back({diagnosis, cluster == clusters.end() ? QString() : cluster->second,
                        operations::fixOf(diagnosis, fleet) != operations::Fix::None});
    }
    Table table = makeTable(u"findings"_s, findingFields(), rows);
    table.pageColumns = {u"severity"_s, u"cluster"_s, u"server"_s, u"subject"_s,
                         u"title"_s,    u"cause"_s,   u"advice"_s, u"evidence"_s};
    return table;
}

} // namespace hvgpu::report
