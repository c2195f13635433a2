#include "core/simulation/host/Sources.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

using SourceTable = QHash<QString, void (*)(RowContext&)>;

const SourceTable& sourceTable()
{
    static const SourceTable table = [] {
        SourceTable result;
        for (const auto list :
             {systemSources(), gpuSources(), settingSources(), serviceSources(), poolSources(),
              associationSources(), inventorySources(), deviceSources(), clusterSources()}) {
            for (const RowSource& source : list)
                result.insert(QString::fromUtf16(source.className), source.make);
        }
        return result;
    }();
    return table;
}

/// Name of the only key, for paths that leave it out (Class="value").
QString onlyKey(const ClassInfo& info)
{
    const auto& properties = info.declaration.properties;
    const auto key =
        std::find_if(properties.begin(), properties.end(), [](const auto& p) { return p.isKey; });
    return key == properties.end() ? QString() : key->name;
}

/// Whether every key of @p path has the value the row has for it.
bool hasKeys(const cim::Instance& row, const ClassInfo& info, const cim::ObjectPath& path)
{
    return std::all_of(path.keys().begin(), path.keys().end(), [&row, &info](const cim::Key& key) {
        const cim::Value& value = row.value(key.name.isEmpty() ? onlyKey(info) : key.name);
        if (value.type() == cim::Type::Reference) {
            const auto a = value.toReference();
            const auto b = key.value.toReference();
            return a && b && *a == *b;
        }
        const auto a = value.toString();
        const auto b = key.value.toString();
        return a && b && a->compare(*b, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

void collectRows(const World& world, std::size_t host, const ClassInfo& info, const RowFilter& filter,
                 std::vector<cim::Instance>& rows)
{
    const auto make = sourceTable().value(info.declaration.name, nullptr);
    if (!make)
        return;
    RowContext context(world, host, info, filter, rows);
    make(context);
}

std::optional<QString> vmHint(const World& world, const QString& property, const cim::Value& value)
{
    constexpr std::array names{QLatin1String("InstanceID"), QLatin1String("Name"),
                               QLatin1String("SystemName"), QLatin1String("DeviceID"),
                               QLatin1String("VirtualSystemIdentifier")};
    const bool namesVm = std::any_of(names.begin(), names.end(), [&property](QLatin1String name) {
        return property.compare(name, Qt::CaseInsensitive) == 0;
    });
    const auto text = namesVm ? value.toString() : std::nullopt;
    if (!text)
        return std::nullopt;
    static const QRegularExpression guid(u"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"_s);
    auto matches = guid.globalMatch(*text);
    while (matches.hasNext()) {
        if (const Vm* const vm = world.vm(matches.next().captured()))
            return vm->id;
    }
    return QString();
}

std::optional<cim::Instance> findObject(const World& world, std::size_t host, const ClassInfo& info,
                                        const cim::ObjectPath& path)
{
    RowFilter filter;
    for (const cim::Key& key : path.keys()) {
        if (auto hint = vmHint(world, key.name, key.value))
            filter.onlyVm = *std::move(hint);
    }
    filter.accept = [&path, &info](const cim::Instance& row) { return hasKeys(row, info, path); };
    std::vector<cim::Instance> rows;
    for (const ClassInfo* const candidate : ClassCatalogue::withDerived(info)) {
        collectRows(world, host, *candidate, filter, rows);
        if (rows.size() > 1)
            return std::nullopt;
    }
    return rows.size() == 1 ? std::optional(std::move(rows.front())) : std::nullopt;
}

} // namespace hvgpu::simulation
