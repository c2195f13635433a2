#include "core/operations/JournalLine.h"

#include "core/operations/DeviceJson.h"
#include "core/operations/EnumNames.h"
#include "core/operations/ErrorJson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr NameTable<JournalRecord::Kind, 8> kindNames{{"plan-started", "step-begun", "step-ended",
                                                       "undo-begun", "undo-ended", "target-ended",
                                                       "plan-ended", "dismissed"}};
constexpr NameTable<Outcome, 9> outcomeNames{{"not-started", "succeeded", "refused", "skipped", "cancelled",
                                              "put-back", "failed", "partly-done", "indeterminate"}};
constexpr NameTable<ActivityTask, 3> taskNames{{"run", "resume", "put-back"}};
constexpr NameTable<VmLeft, 3> vmLeftNames{{"as-found", "off", "may-be-off"}};
constexpr qsizetype checksumLength = 16;

QByteArray checksum(const QByteArray& json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().left(checksumLength);
}

QJsonArray callsJson(const std::vector<hyperv::CallRecord>& calls)
{
    QJsonArray array;
    for (const hyperv::CallRecord& call : calls) {
        array.append(QJsonObject{{u"operation"_s, call.operation},
                                 {u"target"_s, call.target},
                                 {u"ms"_s, static_cast<qint64>(call.duration.count())},
                                 {u"result"_s, call.result}});
    }
    return array;
}

std::vector<hyperv::CallRecord> callsFrom(const QJsonArray& array)
{
    std::vector<hyperv::CallRecord> calls;
    for (const auto& value : array) {
        const QJsonObject call = value.toObject();
        calls.push_back({call[u"operation"_s].toString(), call[u"target"_s].toString(),
                         std::chrono::milliseconds(call[u"ms"_s].toInteger()), call[u"result"_s].toString()});
    }
    return calls;
}

QJsonObject quotasJson(const hyperv::PartitionQuotas& quotas)
{
    QJsonObject json;
    for (const auto& [name, value] : quotas)
        json[name] = detail::number(value);
    return json;
}

hyperv::PartitionQuotas quotasFrom(const QJsonObject& json)
{
    hyperv::PartitionQuotas quotas;
    for (auto each = json.begin(); each != json.end(); ++each) {
        if (const auto value = detail::toNumber(each.value()))
            quotas.emplace(each.key(), *value);
    }
    return quotas;
}

void addWork(QJsonObject& json, const JournalRecord& record)
{
    if (record.cause)
        json[u"cause"_s] = detail::toJson(*record.cause);
    if (record.undoCause)
        json[u"undoCause"_s] = detail::toJson(*record.undoCause);
    if (!record.calls.empty())
        json[u"calls"_s] = callsJson(record.calls);
    if (record.duration.count() > 0)
        json[u"ms"_s] = static_cast<qint64>(record.duration.count());
}

void readWork(JournalRecord& record, const QJsonObject& json)
{
    if (json.contains(u"cause"_s))
        record.cause = detail::errorFrom(json[u"cause"_s].toObject());
    if (json.contains(u"undoCause"_s))
        record.undoCause = detail::errorFrom(json[u"undoCause"_s].toObject());
    record.calls = callsFrom(json[u"calls"_s].toArray());
    record.duration = std::chrono::milliseconds(json[u"ms"_s].toInteger());
}

} // namespace

QLatin1String name(Outcome outcome)
{
    return outcomeNames(outcome);
}

QLatin1String name(VmLeft left)
{
    return vmLeftNames(left);
}

namespace detail {

QByteArray journalLine(const QByteArray& json)
{
    return checksum(json) + ' ' + json + '\n';
}

std::optional<QJsonObject> journalLineFrom(const QByteArray& line)
{
    if (line.size() < checksumLength + 2 || line.at(checksumLength) != ' ')
        return std::nullopt;
    const QByteArray json = line.mid(checksumLength + 1);
    if (line.left(checksumLength) != checksum(json))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QJsonObject toJson(const JournalRecord& record)
{
    QJsonObject json{{u"kind"_s, kindNames(record.kind)}, {u"at"_s, record.at.toString(Qt::ISODateWithMs)}};
    if (record.target >= 0)
        json[u"target"_s] = record.target;
    if (record.step >= 0)
        json[u"step"_s] = record.step;
    if (record.task)
        json[u"task"_s] = taskNames(*record.task);
    if (record.outcome)
        json[u"outcome"_s] = name(*record.outcome);
    if (record.vmLeft)
        json[u"vmLeft"_s] = vmLeftNames(*record.vmLeft);
    if (record.stopAfterFailure)
        json[u"stopAfterFailure"_s] = true;
    if (!record.newAdapter.isEmpty())
        json[u"newAdapter"_s] = record.newAdapter;
    if (!record.quotas.empty())
        json[u"quotas"_s] = quotasJson(record.quotas);
    if (!record.clusterResource.isEmpty())
        json[u"clusterResource"_s] = record.clusterResource;
    if (record.foundRunning)
        json[u"foundRunning"_s] = true;
    if (!record.error.isEmpty())
        json[u"error"_s] = record.error;
    if (!record.note.isEmpty())
        json[u"note"_s] = record.note;
    addWork(json, record);
    return json;
}

std::optional<JournalRecord> recordFrom(const QJsonObject& json)
{
    const auto kind = kindNames.parse(json[u"kind"_s].toString());
    if (!kind)
        return std::nullopt;
    JournalRecord record;
    record.kind = *kind;
    record.at = QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODateWithMs);
    record.target = json[u"target"_s].toInt(-1);
    record.step = json[u"step"_s].toInt(-1);
    if (json.contains(u"task"_s))
        record.task = taskNames.parse(json[u"task"_s].toString());
    if (json.contains(u"outcome"_s))
        record.outcome = outcomeNames.parse(json[u"outcome"_s].toString());
    if (json.contains(u"vmLeft"_s))
        record.vmLeft = vmLeftNames.parse(json[u"vmLeft"_s].toString());
    record.stopAfterFailure = json[u"stopAfterFailure"_s].toBool();
    record.newAdapter = json[u"newAdapter"_s].toString();
    record.quotas = quotasFrom(json[u"quotas"_s].toObject());
    record.clusterResource = json[u"clusterResource"_s].toString();
    record.foundRunning = json[u"foundRunning"_s].toBool();
    record.error = json[u"error"_s].toString();
    record.note = json[u"note"_s].toString();
    readWork(record, json);
    return record;
}

} // namespace detail
} // namespace hvgpu::operations
