#include "core/analysis/WriteRights.h"
#include "core/text/HostErrorText.h"
#include "core/text/ReadNoteText.h"
#include "ui/details/Describe.h"
#include "ui/details/SectionBuilder.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct HostDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::HostDetails)
};

QString phaseText(const fleet::HostRecord& host)
{
    switch (host.phase) {
    case fleet::HostPhase::NeverRead:
        return HostDetails::tr("not read yet");
    case fleet::HostPhase::Reading:
        return HostDetails::tr("being read");
    case fleet::HostPhase::Ready:
        return HostDetails::tr("read");
    case fleet::HostPhase::Failed:
        return host.isStale() ? HostDetails::tr("could not be read; showing the last known data")
                              : HostDetails::tr("could not be read");
    }
    return {};
}

DetailSection connectionFields(const fleet::HostRecord& host, const QDateTime& now)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"server"_s, HostDetails::tr("Server"), host.displayName);
    section.addIdentifier(u"address"_s, HostDetails::tr("Address"), host.address);
    if (host.passwordInClear)
        section.add(u"inClear"_s, HostDetails::tr("Encryption"),
                    HostDetails::tr("None: user name and password can be read by anyone on the way"));
    section.add(u"phase"_s, HostDetails::tr("State"), phaseText(host));
    if (host.inCluster)
        section.add(u"nodeState"_s, HostDetails::tr("State in the cluster"), text::nodeState(host.nodeState));
    if (host.lastSuccess.isValid()) {
        const std::chrono::seconds elapsed(std::max<qint64>(0, host.lastSuccess.secsTo(now)));
        section.add(u"lastSuccess"_s, HostDetails::tr("Data from"),
                    u"%1 (%2)"_s.arg(DetailWords::dateTime(host.lastSuccess), text::age(elapsed)));
    } else {
        section.add(u"lastSuccess"_s, HostDetails::tr("Data from"), HostDetails::tr("never"));
    }
    if (host.snapshot) {
        const model::HostSnapshot& data = *host.snapshot;
        if (const auto refused = analysis::refusedRights(data))
            section.add(u"rights"_s, HostDetails::tr("Rights of this account"),
                        HostDetails::tr("may not change anything here: %1")
                            .arg(text::present(*refused, host.displayName).title));
        section.add(u"timing"_s, HostDetails::tr("Last reading took"),
                    HostDetails::tr("%1 ms, %n round trip(s), %2", nullptr, static_cast<int>(data.roundTrips))
                        .arg(QLocale().toString(static_cast<qlonglong>(data.readDuration.count())),
                             QLocale().formattedDataSize(static_cast<qint64>(data.bytesReceived), 1,
                                                         QLocale::DataSizeTraditionalFormat)));
    }
    return section.take();
}

DetailSection errorFields(const text::ErrorText& words)
{
    SectionBuilder section(u"error"_s, HostDetails::tr("Why it could not be read"));
    section.add(u"errorTitle"_s, HostDetails::tr("What happened"), words.title);
    section.addOptional(u"errorExplanation"_s, HostDetails::tr("What it means"), words.explanation);
    section.addOptional(u"errorAdvice"_s, HostDetails::tr("What to do"), words.advice);
    section.addOptional(u"errorDetails"_s, HostDetails::tr("Technical details"), words.details);
    return section.take();
}

QString iovText(const model::HostFacts& facts)
{
    QString result = DetailWords::yesNo(facts.iovSupport);
    if (!facts.iovSupportReasons.isEmpty())
        result += u'\n' + facts.iovSupportReasons.join(u'\n');
    return result;
}

DetailSection systemFields(const model::HostSnapshot& data)
{
    const model::HostFacts& facts = data.host;
    SectionBuilder section(u"system"_s, HostDetails::tr("System"));
    section.add(u"computerName"_s, HostDetails::tr("Computer name"), facts.computerName);
    section.add(u"os"_s, HostDetails::tr("Operating system"), facts.osCaption);
    section.add(u"build"_s, HostDetails::tr("Build"),
                facts.build ? QString::number(*facts.build) : QString());
    section.add(u"hyperV"_s, HostDetails::tr("Hyper-V role"),
                facts.hyperVRole ? HostDetails::tr("installed")
                                 : HostDetails::tr("not installed or not accessible"));
    section.add(u"iov"_s, HostDetails::tr("SR-IOV support"), iovText(facts));
    section.addOptional(u"hardware"_s, HostDetails::tr("Hardware"),
                        QStringList{facts.manufacturer, facts.model}.join(u' ').trimmed());
    section.addOptional(u"lastBoot"_s, HostDetails::tr("Started"), DetailWords::dateTime(facts.lastBoot));
    if (data.cluster)
        section.add(u"cluster"_s, HostDetails::tr("Cluster"), data.cluster->name);
    return section.take();
}

DetailSection contentFields(const model::HostSnapshot& data, const QString& server)
{
    SectionBuilder section(u"content"_s, HostDetails::tr("Contents"));
    const auto count = [&data](std::size_t value, model::Part part) {
        return data.couldNotRead(part) ? DetailWords::couldNotRead() : QString::number(value);
    };
    section.add(u"gpuCount"_s, HostDetails::tr("GPUs"), count(data.gpus.size(), model::Part::PnpDevices));
    section.add(u"vmCount"_s, HostDetails::tr("Virtual machines"),
                count(data.vms.size(), model::Part::VirtualMachines));
    QStringList notes;
    for (const model::ReadNote& note : data.notes) {
        if (text::isAboutOneValue(note))
            continue;
        const QString what = note.subject.isEmpty() ? text::part(note.part)
                                                    : u"%1 (%2)"_s.arg(text::part(note.part), note.subject);
        notes.append(u"%1: %2"_s.arg(what, text::present(note.error, server).title));
    }
    if (notes.isEmpty())
        section.add(u"notes"_s, HostDetails::tr("Could not be read"),
                    HostDetails::tr("nothing; everything was read"));
    else
        section.add(u"notes"_s, HostDetails::tr("Could not be read"), notes.join(u'\n'));
    section.addOptional(u"unusable"_s, HostDetails::tr("Could not be used"),
                        text::unusableValues(data.notes).join(u'\n'));
    return section.take();
}

} // namespace

DetailContent describeHost(const fleet::HostRecord& host, const QDateTime& now)
{
    DetailContent content;
    content.title = host.displayName;
    content.subtitle = host.inCluster ? HostDetails::tr("Cluster node") : HostDetails::tr("Server");
    content.icon = host.phase == fleet::HostPhase::Failed
                       ? (host.isStale() ? u"server-stale"_s : u"server-error"_s)
                       : u"server"_s;
    content.sections.push_back(connectionFields(host, now));
    if (host.lastError && host.phase == fleet::HostPhase::Failed)
        content.sections.push_back(errorFields(text::presentHostError(host)));
    if (host.snapshot) {
        content.sections.push_back(systemFields(*host.snapshot));
        content.sections.push_back(contentFields(*host.snapshot, host.displayName));
    }
    return content;
}

DetailContent describeCluster(const fleet::EntryRecord& entry, const fleet::FleetSnapshot& fleet)
{
    DetailContent content{entry.displayName, HostDetails::tr("Cluster"), u"cluster"_s, {}};
    SectionBuilder section(u"document"_s, {});
    section.add(u"cluster"_s, HostDetails::tr("Cluster"), entry.displayName);
    QStringList nodes;
    int failed = 0;
    for (const model::HostId& id : entry.hosts) {
        const auto host = fleet.find(id);
        if (!host)
            continue;
        failed += host->phase == fleet::HostPhase::Failed ? 1 : 0;
        nodes.append(
            u"%1: %2, %3"_s.arg(host->displayName, text::nodeState(host->nodeState), phaseText(*host)));
    }
    section.add(u"nodeCount"_s, HostDetails::tr("Nodes"), QString::number(entry.hosts.size()));
    section.add(u"failedCount"_s, HostDetails::tr("Nodes that could not be read"), QString::number(failed));
    section.addOptional(u"nodes"_s, HostDetails::tr("State of the nodes"), nodes.join(u'\n'));
    content.sections.push_back(section.take());
    if (entry.expansionError)
        content.sections.push_back(errorFields(text::present(*entry.expansionError, entry.displayName)));
    return content;
}

} // namespace hvgpu::ui
