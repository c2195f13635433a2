#include "app/cli/Collector.h"

#include "app/cli/Output.h"
#include "app/cli/Terminal.h"
#include "core/analysis/UnreadParts.h"
#include "core/text/HostErrorText.h"
#include "core/text/ReadNoteText.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Collector)

public:
    static QString progress(int done, int total)
    {
        return tr("Reading servers: %1 of %2").arg(done).arg(total);
    }
    static QString unread(const QString& server, const QStringList& parts)
    {
        return tr("%1: could not be read: %2").arg(server, parts.join(u", "_s));
    }
    static QString notListed(const QString& cluster)
    {
        return tr("%1: the nodes of the cluster could not be listed").arg(cluster);
    }
};

/// How far an answer came, what the server offers, what was there instead of WinRM.
bool pointsToDetails(const base::Error& error)
{
    return error.code == base::ErrorCode::ProtocolViolation || error.code == base::ErrorCode::Unsupported ||
           (error.code == base::ErrorCode::CredentialsMissing && error.layer == base::Layer::Http);
}

/// Says each piece of advice once, however many servers it concerns.
class Complaints
{
public:
    explicit Complaints(bool verbose)
        : m_verbose(verbose)
    {}

    void add(const QString& server, const base::Error& error, const text::ErrorText& words)
    {
        say(words.title.contains(server) ? words.title : server + u": "_s + words.title);
        if (m_verbose || pointsToDetails(error))
            say(u"  "_s + base::describe(error));
        if (!m_said.contains(words.advice))
            say(u"  "_s + words.advice);
        sayCertificate(error);
        m_said.insert(words.advice);
    }

private:
    bool m_verbose;
    QSet<QString> m_said;
};

/// With each reason once; what could be read but for a value is told apart.
void sayUnreadParts(const fleet::HostRecord& host, bool verbose)
{
    QStringList parts;
    QStringList reasons;
    QStringList details;
    for (const model::ReadNote& note : host.snapshot->notes) {
        if (text::isAboutOneValue(note)) {
            if (const QString detail = u"  "_s + base::describe(note.error);
                verbose && !details.contains(detail))
                details << detail;
            continue;
        }
        if (const QString part = text::part(note.part); !parts.contains(part))
            parts << part;
        const QString title = text::present(note.error, host.displayName).title;
        if (const QString reason = verbose ? base::describe(note.error) : title; !reasons.contains(reason))
            reasons << reason;
    }
    if (!parts.isEmpty())
        say(Messages::unread(host.displayName, parts));
    for (const QString& reason : reasons)
        say(u"  "_s + reason);
    for (const QString& sentence : text::unusableValues(host.snapshot->notes))
        say(host.displayName + u": "_s + sentence);
    for (const QString& detail : details)
        say(detail);
}

/// What has columns of its own in the report, besides the lists of every report.
std::vector<model::Part> partsOf(Command report)
{
    using model::Part;
    switch (report) {
    case Command::Inventory:
        return {Part::OperatingSystem, Part::ComputerSystem, Part::IovSupport};
    case Command::Gpus:
        return {Part::DeviceProperties, Part::AdapterMemory, Part::DeviceMemory, Part::ResourcePools};
    case Command::Vms:
        return {Part::VmMemory, Part::RemoteFx};
    default:
        return {};
    }
}

/// Lists of the inventory or of the report, or which of the virtual machines are clustered.
bool lacksLists(const model::HostSnapshot& host, Command report)
{
    const std::vector<model::Part> parts = partsOf(report);
    if (std::ranges::any_of(host.notes, [&parts](const model::ReadNote& note) {
            return !text::isAboutOneValue(note) && std::ranges::find(parts, note.part) != parts.end();
        }))
        return true;
    return !analysis::unreadInventory(host).empty() || host.couldNotRead(model::Part::Cluster) ||
           host.couldNotRead(model::Part::ClusterResources);
}

} // namespace

std::shared_ptr<const fleet::FleetSnapshot> collect(fleet::Fleet& fleet, const Servers& servers,
                                                    Interrupt& interrupt)
{
    QEventLoop loop;
    QObject::connect(&fleet, &fleet::Fleet::refreshProgress, &loop,
                     [](int done, int total) { showProgress(Messages::progress(done, total)); });
    QObject::connect(&fleet, &fleet::Fleet::refreshFinished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::requested, &loop, [&fleet, &loop] {
        fleet.cancelRefresh();
        loop.quit();
    });
    for (const fleet::ServerEntry& entry : servers.entries)
        fleet.addServer(entry, servers.passwordOf(entry));
    if (fleet.isRefreshing() && !interrupt.isRequested())
        loop.exec();
    showProgress({});
    return fleet.snapshot();
}

Readings reportFailures(const fleet::FleetSnapshot& snapshot, const Arguments& arguments)
{
    const bool verbose = arguments.verbose;
    Readings readings;
    Complaints complaints(verbose);
    for (const auto& entry : snapshot.entries) {
        if (!entry->expansionError)
            continue;
        ++readings.failed;
        say(Messages::notListed(entry->displayName));
        complaints.add(entry->displayName, *entry->expansionError,
                       text::present(*entry->expansionError, entry->displayName));
    }
    for (const auto& host : snapshot.hosts) {
        const bool isRead = host->phase == fleet::HostPhase::Ready && host->snapshot != nullptr;
        ++(isRead ? readings.read : readings.failed);
        readings.partly += isRead && lacksLists(*host->snapshot, arguments.command) ? 1 : 0;
        if (isRead)
            sayUnreadParts(*host, verbose);
        else if (host->lastError)
            complaints.add(host->displayName, *host->lastError, text::presentHostError(*host));
    }
    return readings;
}

} // namespace hvgpu::cli
