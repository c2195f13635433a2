#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"
#include "core/operations/Observe.h"
#include "core/report/Export.h"
#include "core/report/Reports.h"
#include "tests/core/report/SampleFleet.h"

#include <QString>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hvgpu;

/// Writes one of the sample tables to standard output: report_fixture NAME csv|json|csv-bom|csv-unguarded.
int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const QString name = QString::fromLocal8Bit(argv[1]);
    const QString format = QString::fromLocal8Bit(argv[2]);
    const fleet::FleetSnapshot fleet = tests::sampleFleet();
    report::Table table = tests::awkwardTable();
    if (name == u"inventory"_s)
        table = report::inventory(fleet, tests::sampleNow());
    else if (name == u"gpus"_s)
        table = report::gpus(fleet, tests::sampleNow());
    else if (name == u"partitions"_s)
        table = report::partitions(fleet, tests::sampleNow());
    else if (name == u"vms"_s)
        table = report::vms(fleet, tests::sampleNow());
    else if (name == u"prerequisites"_s)
        table = report::prerequisites(analysis::prerequisites(operations::observe(fleet)));
    else if (name == u"findings"_s)
        table = report::findings(analysis::diagnose(operations::observe(fleet)), fleet);
    else if (name == u"activity"_s)
        table = report::activity(tests::sampleActivities());
    else if (name == u"plan"_s)
        table = report::plan(tests::samplePlan(), fleet);
    report::ExportOptions options;
    options.byteOrderMark = format == u"csv-bom"_s;
    options.formulaGuard = format != u"csv-unguarded"_s;
    const auto bytes =
        report::serialize(table, format == u"json"_s ? report::Format::Json : report::Format::Csv, options);
    if (!bytes)
        return 1;
    const auto size = static_cast<std::size_t>(bytes->size());
    return std::fwrite(bytes->constData(), 1, size, stdout) == size ? 0 : 1;
}
