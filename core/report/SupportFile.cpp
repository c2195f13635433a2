#include "core/report/SupportFile.h"

#include "core/base/CurrentUser.h"
#include "core/fleet/HostPort.h"
#include "core/fleet/ServerListJson.h"
#include "core/model/HostSnapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

QString isoTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject hostJson(const fleet::HostRecord& host)
{
    static const QStringList phases{u"never-read"_s, u"reading"_s, u"ready"_s, u"failed"_s};
    QJsonObject json{{u"name"_s, host.displayName},
                     {u"address"_s, host.address},
                     {u"phase"_s, phases.value(static_cast<qsizetype>(host.phase))},
                     {u"lastSuccess"_s, isoTime(host.lastSuccess)},
                     {u"lastAttempt"_s, isoTime(host.lastAttempt)},
                     {u"consecutiveFailures"_s, host.consecutiveFailures}};
    if (host.lastError)
        json[u"lastError"_s] = base::describe(*host.lastError);
    if (!host.snapshot)
        return json;
    const model::HostSnapshot& data = *host.snapshot;
    json[u"readDurationMs"_s] = static_cast<qint64>(data.readDuration.count());
    json[u"roundTrips"_s] = static_cast<qint64>(data.roundTrips);
    json[u"bytesReceived"_s] = static_cast<qint64>(data.bytesReceived);
    json[u"system"_s] = data.host.osCaption;
    json[u"gpus"_s] = static_cast<qint64>(data.gpus.size());
    json[u"virtualMachines"_s] = static_cast<qint64>(data.vms.size());
    QJsonArray notes;
    for (const model::ReadNote& note : data.notes)
        notes.append(model::name(note.part) + u": "_s + base::describe(note.error));
    json[u"readNotes"_s] = notes;
    return json;
}

QJsonArray hostsJson(const SupportFacts& facts)
{
    QJsonArray hosts;
    if (facts.fleet) {
        for (const auto& host : facts.fleet->hosts)
            hosts.append(hostJson(*host));
    }
    return hosts;
}

QJsonArray crashesJson(const SupportFacts& facts)
{
    QJsonArray crashes;
    for (const base::CrashRecord& crash : facts.crashes)
        crashes.append(QJsonObject{{u"time"_s, isoTime(crash.when)},
                                   {u"record"_s, QJsonArray::fromStringList(crash.text.split(u'\n'))}});
    return crashes;
}

/// Names and what is written for them.
class Veil
{
public:
    explicit Veil(const SupportFacts& facts)
    {
        for (const fleet::ServerEntry& entry : facts.servers) {
            hide(u"server"_s, entry.name);
            hide(u"server"_s, entry.display);
            hideAccount(entry.user);
            for (const auto& [node, address] : entry.nodeAddresses) {
                hide(u"server"_s, node);
                hide(u"server"_s, address.section(u':', 0, -2));
            }
            hide(u"file"_s, entry.caFile);
            hide(u"file"_s, entry.clientCertificate);
            hide(u"proxy"_s, entry.proxy);
        }
        hideAccount(base::currentUser());
        if (facts.fleet)
            hideNamesOf(*facts.fleet);
        // The longest first, so that no name is hidden by half.
        std::ranges::sort(m_names, {}, [](const auto& name) { return -name.first.size(); });
    }

    [[nodiscard]] QJsonValue over(const QJsonValue& value) const
    {
        if (value.isString())
            return overText(value.toString());
        if (value.isArray()) {
            QJsonArray items = value.toArray();
            for (QJsonValueRef item : items)
                item = over(QJsonValue(item));
            return items;
        }
        QJsonObject object = value.toObject();
        for (QJsonValueRef item : object)
            item = over(QJsonValue(item));
        return value.isObject() ? QJsonValue(object) : value;
    }

private:
    void hideNamesOf(const fleet::FleetSnapshot& known)
    {
        for (const auto& entry : known.entries)
            hide(u"server"_s, entry->displayName);
        for (const auto& host : known.hosts) {
            hide(u"server"_s, host->displayName);
            if (host->snapshot)
                hide(u"server"_s, host->snapshot->host.computerName);
        }
    }

    void hideAccount(const QString& user)
    {
        hide(u"account"_s, user);
        hide(u"account"_s, user.section(u'\\', -1).section(u'@', 0, 0));
        hide(u"domain"_s, user.contains(u'\\') ? user.section(u'\\', 0, 0) : user.section(u'@', 1));
    }

    void hide(const QString& kind, const QString& name)
    {
        // A single letter, and what begins the name of every WMI namespace, would make the rest unreadable.
        constexpr qsizetype shortest = 2;
        if (name.size() < shortest || name == u"root"_s || covered(name))
            return;
        m_names.emplace_back(name, u"<%1-%2>"_s.arg(kind).arg(++m_counts[kind]));
        if (kind == u"server"_s && name.contains(u'.') && !fleet::isAddressLiteral(name))
            hide(kind, name.section(u'.', 0, 0));
    }

    [[nodiscard]] QString overText(QString text) const
    {
        for (const auto& [name, cover] : m_names)
            text.replace(name, cover, Qt::CaseInsensitive);
        return text;
    }

    [[nodiscard]] bool covered(const QString& name) const
    {
        return std::ranges::any_of(m_names, [&name](const auto& known) {
            return known.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    }

    std::vector<std::pair<QString, QString>> m_names;
    QMap<QString, int> m_counts;
};

} // namespace

QByteArray supportFile(const SupportFacts& facts)
{
    const QJsonObject list = QJsonDocument::fromJson(fleet::serverListToJson(facts.servers)).object();
    const QJsonObject json{
        {u"format"_s, u"hvgpu-support"_s},
        {u"version"_s, 1},
        {u"created"_s, isoTime(facts.created)},
        {u"program"_s, facts.program},
        {u"components"_s, QJsonArray::fromStringList(facts.components)},
        {u"system"_s, QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture()},
        {u"settings"_s, facts.settings},
        {u"servers"_s, list[u"servers"_s]},
        {u"hosts"_s, hostsJson(facts)},
        {u"log"_s, QJsonArray::fromStringList(facts.log)},
        {u"crashes"_s, crashesJson(facts)},
    };
    return QJsonDocument(facts.hideNames ? Veil(facts).over(json).toObject() : json).toJson();
}

} // namespace hvgpu::report
