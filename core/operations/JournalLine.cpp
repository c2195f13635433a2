#include "core/operations/JournalLine.h"

#include "core/operations/EnumNames.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr NameTable<JournalRecord::Kind, 8> kindNames{{"plan-started", "step-begun", "step-ended",
                                                       "undo-begun", "undo-ended", "target-ended",
                                                       "plan-ended", "dismissed"}};
constexpr NameTable<Outcome, 9> outcomeNames{{"not-started", "succeeded", "refused", "skipped", "cancelled",
                                              "put-back", "failed", "partly-done", "indeterminate"}};
constexpr qsizetype checksumLength = 16;

QByteArray checksum(const QByteArray& json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().left(checksumLength);
}

} // namespace

QLatin1String name(Outcome outcome)
{
    return outcomeNames(outcome);
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
    if (record.outcome)
        json[u"outcome"_s] = name(*record.outcome);
    if (!record.newAdapter.isEmpty())
        json[u"newAdapter"_s] = record.newAdapter;
    if (!record.clusterResource.isEmpty())
        json[u"clusterResource"_s] = record.clusterResource;
    if (record.foundRunning)
        json[u"foundRunning"_s] = true;
    if (!record.error.isEmpty())
        json[u"error"_s] = record.error;
    if (!record.note.isEmpty())
        json[u"note"_s] = record.note;
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
    if (json.contains(u"outcome"_s))
        record.outcome = outcomeNames.parse(json[u"outcome"_s].toString());
    record.newAdapter = json[u"newAdapter"_s].toString();
    record.clusterResource = json[u"clusterResource"_s].toString();
    record.foundRunning = json[u"foundRunning"_s].toBool();
    record.error = json[u"error"_s].toString();
    record.note = json[u"note"_s].toString();
    return record;
}

} // namespace detail
} // namespace hvgpu::operations
