#include "app/cli/PlanFile.h"

#include "core/operations/PlanJson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

constexpr int formatVersion = 1;

base::Error problem(base::ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = code;
    error.operation = u"Read plan"_s;
    error.detail = detail;
    return error;
}

base::Result<std::vector<operations::Plan>> plansFrom(const QJsonArray& array)
{
    std::vector<operations::Plan> plans;
    std::set<QString> ids;
    for (const QJsonValue value : array) {
        auto plan = operations::planFromJson(value.toObject());
        if (!plan)
            return base::fail(plan.error());
        // Its journal is named after it.
        if (!ids.insert(plan->id.toLower()).second)
            return base::fail(problem(base::ErrorCode::InvalidArgument, u"two plans have the same id"_s));
        plans.push_back(*std::move(plan));
    }
    if (plans.empty())
        return base::fail(problem(base::ErrorCode::InvalidArgument, u"there is no plan in it"_s));
    return plans;
}

} // namespace

QByteArray plansToJson(const std::vector<operations::Plan>& plans)
{
    if (plans.size() == 1)
        return QJsonDocument(toJson(plans.front())).toJson();
    QJsonArray array;
    for (const operations::Plan& plan : plans)
        array.append(toJson(plan));
    return QJsonDocument(QJsonObject{{u"format"_s, u"hvgpu-plans"_s},
                                     {u"version"_s, formatVersion},
                                     {u"plans"_s, array}})
        .toJson();
}

base::Result<std::vector<operations::Plan>> plansFromJson(const QByteArray& json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (!document.isObject())
        return base::fail(problem(base::ErrorCode::InvalidArgument,
                                  parsed.error == QJsonParseError::NoError
                                      ? u"not a JSON object"_s
                                      : u"%1 at offset %2"_s.arg(parsed.errorString()).arg(parsed.offset)));
    const QJsonObject object = document.object();
    if (object[u"format"_s].toString() != u"hvgpu-plans")
        return plansFrom({object});
    if (object[u"version"_s].toInt() != formatVersion)
        return base::fail(problem(base::ErrorCode::InvalidArgument,
                                  u"not plans of format version %1"_s.arg(formatVersion)));
    return plansFrom(object[u"plans"_s].toArray());
}

base::Result<std::vector<operations::Plan>> readPlans(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        base::Error error =
            problem(file.exists() ? base::ErrorCode::Io : base::ErrorCode::NotFound, file.errorString());
        error.target = path;
        return base::fail(error);
    }
    auto plans = plansFromJson(file.readAll());
    if (plans)
        return plans;
    base::Error error = plans.error();
    error.target = path;
    return base::fail(error);
}

} // namespace hvgpu::cli
