#include "core/cim/Names.h"
#include "core/cim/Wql.h"
#include "core/wmi/com/Namespace.h"
#include "core/wmi/com/Watch.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

bool isNumber(cim::Type type)
{
    return type >= cim::Type::UInt8 && type <= cim::Type::SInt64;
}

QString literalFor(const cim::Value& value)
{
    const QString text = value.type() == cim::Type::Reference
                             ? referenceText(value.toReference().value_or(cim::ObjectPath()))
                             : value.toString().value_or(QString());
    return isNumber(value.type()) || value.type() == cim::Type::Boolean ? text : cim::wql::literal(text);
}

QString conditionFor(const cim::ObjectPath& path)
{
    QStringList parts;
    for (const cim::Key& key : path.keys())
        parts += key.name + u" = "_s + literalFor(key.value);
    return parts.join(u" AND "_s);
}

bool hasAllOf(const cim::ObjectPath& path, const std::vector<QString>& names)
{
    return std::ranges::all_of(names, [&path](const QString& name) {
        return std::ranges::any_of(path.keys(),
                                   [&name](const cim::Key& key) { return cim::sameName(key.name, name); });
    });
}

base::Error selection(base::ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = code;
    error.detail = detail;
    return error;
}

} // namespace

base::Result<cim::Instance> Namespace::onlyRow(const QString& wql)
{
    auto rows = query(wql, true);
    if (!rows)
        return base::fail(rows.error());
    const Watch watch(m_progress);
    std::vector<cim::Instance> found;
    for (bool finished = false; !finished && found.size() < 2;) {
        if (auto over = watch.over())
            return base::fail(*std::move(over));
        auto page = (*rows)->next(watch.step());
        if (!page)
            return base::fail(page.error());
        finished = page->finished;
        std::ranges::move(page->rows, std::back_inserter(found));
    }
    if (found.empty())
        return base::fail(selection(base::ErrorCode::NotFound, u"no such object"_s));
    if (found.size() > 1)
        return base::fail(selection(base::ErrorCode::InvalidArgument, u"the keys select more than one"_s));
    return std::move(found.front());
}

base::Result<QString> Namespace::relativePath(const cim::ObjectPath& path)
{
    const QString asked = path.relativePath();
    if (!path.keys().empty()) {
        const auto definition = classNamed(path.className());
        if (!definition)
            return base::fail(definition.error());
        const auto names = keyNames(**definition);
        if (!names || hasAllOf(path, *names))
            return asked;
    }
    const auto known = m_found.find(asked);
    if (known != m_found.end())
        return known->second;
    auto found = lookUp(path);
    if (found)
        m_found.insert_or_assign(asked, *found);
    return found;
}

base::Result<QString> Namespace::lookUp(const cim::ObjectPath& path)
{
    auto row = onlyRow(cim::wql::select(path.className(), {}, conditionFor(path)));
    if (!row)
        return base::fail(row.error());
    if (!row->path())
        return base::fail(selection(base::ErrorCode::InvalidArgument, u"the object has no path"_s));
    return row->path()->relativePath();
}

} // namespace hvgpu::com
