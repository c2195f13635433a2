#include "ui/change/PartitionChoices.h"

#include "core/analysis/PartitionLayout.h"
#include "core/analysis/PartitionSize.h"
#include "core/operations/FreePartitions.h"
#include "core/text/Text.h"
#include "ui/change/Titles.h"
#include "ui/models/GpuCells.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct PartitionWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::PartitionChoices)
};

std::optional<std::uint64_t> sizeOf(const model::Gpu& gpu)
{
    const auto size = analysis::currentPartitionSize(gpu);
    return size ? std::optional(size->bytes) : std::nullopt;
}

int freeOn(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    operations::AssignRequest request;
    request.gpu = gpu.id;
    return operations::freePartitions(request, host);
}

ChoiceCell sizeCell(const std::optional<std::uint64_t>& bytes)
{
    if (!bytes)
        return {PartitionWords::tr("not reported"), {}, {}, {}};
    return {text::bytes(*bytes), QVariant::fromValue<quint64>(*bytes), text::exactBytes(*bytes), {}};
}

QString whyNot(const model::HostSnapshot& host, const model::Gpu& gpu, const SizeOption& size)
{
    if (sizeOf(gpu) != size.bytes)
        return PartitionWords::tr("Its partitions have another size");
    if (freeOn(host, gpu) > 0)
        return {};
    return analysis::occupancy(gpu).total ? PartitionWords::tr("No free partition")
                                          : PartitionWords::tr("Partition count not reported");
}

ChoiceRow gpuRow(const model::HostSnapshot& host, const model::Gpu& gpu, const SizeOption& size)
{
    const int free = freeOn(host, gpu);
    const std::optional<int> total = analysis::occupancy(gpu).total;
    const QString& path = gpu.partitioning->name;
    ChoiceRow row;
    row.key = gpu.id.text();
    row.whyNot = whyNot(host, gpu, size);
    row.cells = {
        {gpuTitle(host, gpu), {}, gpu.id.text(), u"gpu"_s},
        {cells::location(gpu), cells::locationRank(gpu), gpu.locationPath, {}},
        sizeCell(sizeOf(gpu)),
        {total ? PartitionWords::tr("%1 of %2").arg(free).arg(*total) : cells::unknown(), free, {}, {}},
        {row.whyNot, {}, {}, {}},
        {path, {}, path, {}}};
    return row;
}

ChoiceRow automaticRow(const model::HostSnapshot& host, const SizeOption& size)
{
    const bool othersHaveOne = std::any_of(host.gpus.begin(), host.gpus.end(), [](const model::Gpu& gpu) {
        return gpu.partitioning && sizeOf(gpu).has_value();
    });
    ChoiceRow row;
    row.key = automaticGpuKey();
    if (!size.bytes && othersHaveOne)
        row.whyNot = PartitionWords::tr("Only possible for partitions whose size is reported");
    else if (size.free == 0)
        row.whyNot = PartitionWords::tr("No free partition");
    // Left to the server, a GPU with larger partitions could be taken.
    const bool sizesDiffer = std::ranges::any_of(
        host.gpus, [&size](const model::Gpu& gpu) { return gpu.partitioning && sizeOf(gpu) != size.bytes; });
    const QString how =
        sizesDiffer ? PartitionWords::tr("Each VM gets its partition from the GPU with the most free ones of "
                                         "this size.")
                    : PartitionWords::tr("The server takes a GPU with a free partition when the VM starts.");
    const QString note = sizesDiffer ? PartitionWords::tr("The GPU with the most free partitions")
                                     : PartitionWords::tr("The server chooses");
    row.cells = {{PartitionWords::tr("Automatic"), {}, how, u"gpu"_s},
                 {},
                 sizeCell(size.bytes),
                 {QString::number(size.free), size.free, {}, {}},
                 {row.whyNot.isEmpty() ? note : row.whyNot, {}, {}, {}},
                 {}};
    return row;
}

} // namespace

std::vector<SizeOption> sizeOptions(const model::HostSnapshot& host)
{
    std::vector<SizeOption> options;
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.partitioning)
            continue;
        const auto bytes = sizeOf(gpu);
        auto option = std::find_if(options.begin(), options.end(),
                                   [&](const SizeOption& one) { return one.bytes == bytes; });
        if (option == options.end())
            option = options.insert(options.end(), SizeOption{bytes, 0, 0});
        ++option->gpus;
        option->free += freeOn(host, gpu);
    }
    for (SizeOption& option : options) {
        operations::AssignRequest request;
        request.partitionVram = option.bytes;
        // Adapters that wait for any GPU take partitions of any size.
        option.free = std::min(option.free, operations::freePartitions(request, host));
    }
    std::sort(options.begin(), options.end(), [](const SizeOption& a, const SizeOption& b) {
        return a.bytes && b.bytes ? *a.bytes < *b.bytes : a.bytes.has_value() && !b.bytes.has_value();
    });
    return options;
}

QString sizeText(const SizeOption& option)
{
    const QString size = option.bytes ? text::bytes(*option.bytes) : PartitionWords::tr("Size not reported");
    return PartitionWords::tr("%1 (%n free)", "size of a partition", option.free).arg(size);
}

QString automaticGpuKey()
{
    return u"automatic"_s;
}

std::vector<ColumnInfo> gpuColumns()
{
    return {{"gpu", PartitionWords::tr("GPU"), {}},
            {"location", PartitionWords::tr("Location"), PartitionWords::tr("Where the card is plugged in")},
            {"vram", PartitionWords::tr("VRAM"), PartitionWords::tr("Of each partition"), true, true},
            {"free", PartitionWords::tr("Free partitions"), {}, true, true},
            {"note", PartitionWords::tr("Note"), {}},
            {"instance_path", PartitionWords::tr("Instance path"), {}}};
}

std::vector<ChoiceRow> gpuRows(const model::HostSnapshot& host, const SizeOption& size)
{
    std::vector<ChoiceRow> rows{automaticRow(host, size)};
    for (const model::Gpu& gpu : host.gpus)
        if (gpu.partitioning)
            rows.push_back(gpuRow(host, gpu, size));
    return rows;
}

} // namespace hvgpu::ui
