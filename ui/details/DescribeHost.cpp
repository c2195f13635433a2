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
using T = HostDetails;

QString phaseText(const fleet::HostRecord& host)
{
    switch (host.phase) {
    case fleet::HostPhase::NeverRead:
        return T::tr("not read yet");
    case fleet::HostPhase::Reading:
        return T::tr("being read");
    case fleet::HostPhase::Ready:
        return T::tr("read");
    case fleet::HostPhase::Failed:
        return host.isStale() ? T::tr("could not be read; showing the last known data")
                              : T::tr("could not be read");
    }
    return {};
}

DetailSection connectionFields(const fleet::HostRecord& host, const QDateTime& now)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"server"_s, T::tr("Server"), host.displayName);
    section.addIdentifier(u"address"_s, T::tr("Address"), host.address);
    section.add(u"phase"_s, T::tr("State"), phaseText(host));
    if (host.inCluster)
        section.add(u"nodeState"_s, T::tr("State in the cluster"), text::nodeState(host.nodeState));
    if (host.lastSuccess.isValid()) {
        const std::chrono::seconds elapsed(std::max<qint64>(0, host.lastSuccess.secsTo(now)));
        section.add(u"lastSuccess"_s, T::tr("Data from"),
                    u"%1 (%2)"_s.arg(DetailWords::dateTime(host.lastSuccess), text::age(elapsed)));
    } else {
        section.add(u"lastSuccess"_s, T::tr("Data from"), T::tr("never"));
    }
    if (host.snapshot) {
        const model::HostSnapshot& data = *host.snapshot;
        section.add(u"timing"_s, T::tr("Last reading took"),
                    T::tr("%1 ms, %n round trip(s), %2", nullptr, static_cast<int>(data.roundTrips))
                        .arg(QLocale().toString(static_cast<qlonglong>(data.readDuration.count())),
                             QLocale().formattedDataSize(static_cast<qint64>(data.bytesReceived), 1,
                                                         QLocale::DataSizeTraditionalFormat)));
    }
    return section.take();
}

DetailSection errorFields(const base::Error& error)
{
    const text::ErrorText words = text::present(error);
    SectionBuilder section(u"error"_s, T::tr("Why it could not be read"));
    section.add(u"errorTitle"_s, T::tr("What happened"), words.title);
    section.addOptional(u"errorExplanation"_s, T::tr("What it means"), words.explanation);
    section.addOptional(u"errorAdvice"_s, T::tr("What to do"), words.advice);
    section.addOptional(u"errorDetails"_s, T::tr("Technical details"), words.details);
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
    SectionBuilder section(u"system"_s, T::tr("System"));
    section.add(u"computerName"_s, T::tr("Computer name"), facts.computerName);
    section.add(u"os"_s, T::tr("Operating system"), facts.osCaption);
    section.add(u"build"_s, T::tr("Build"), facts.build ? QString::number(*facts.build) : QString());
    section.add(u"hyperV"_s, T::tr("Hyper-V role"),
                facts.hyperVRole ? T::tr("installed") : T::tr("not installed or not accessible"));
    section.add(u"iov"_s, T::tr("SR-IOV support"), iovText(facts));
    section.addOptional(u"hardware"_s, T::tr("Hardware"),
                        QStringList{facts.manufacturer, facts.model}.join(u' ').trimmed());
    section.addOptional(u"lastBoot"_s, T::tr("Started"), DetailWords::dateTime(facts.lastBoot));
    if (data.cluster)
        section.add(u"cluster"_s, T::tr("Cluster"), data.cluster->name);
    return section.take();
}

DetailSection contentFields(const model::HostSnapshot& data)
{
    SectionBuilder section(u"content"_s, T::tr("Contents"));
    const auto count = [&data](std::size_t value, model::Part part) {
        return data.couldNotRead(part) ? DetailWords::couldNotRead() : QString::number(value);
    };
    section.add(u"gpuCount"_s, T::tr("GPUs"), count(data.gpus.size(), model::Part::PnpDevices));
    section.add(u"vmCount"_s, T::tr("Virtual machines"),
                count(data.vms.size(), model::Part::VirtualMachines));
    QStringList notes;
    for (const model::ReadNote& note : data.notes) {
        const QString what = note.subject.isEmpty() ? text::part(note.part)
                                                    : u"%1 (%2)"_s.arg(text::part(note.part), note.subject);
        notes.append(u"%1: %2"_s.arg(what, text::present(note.error).title));
    }
    if (notes.isEmpty())
        section.add(u"notes"_s, T::tr("Could not be read"), T::tr("nothing; everything was read"));
    else
        section.add(u"notes"_s, T::tr("Could not be read"), notes.join(u'\n'));
    return section.take();
}

} // namespace

DetailContent describeHost(const fleet::HostRecord& host, const QDateTime& now)
{
    DetailContent content;
    content.title = host.displayName;
    content.subtitle = host.inCluster ? T::tr("Cluster node") : T::tr("Server");
    content.icon = host.phase == fleet::HostPhase::Failed
                       ? (host.isStale() ? u"server-stale"_s : u"server-error"_s)
                       : u"server"_s;
    content.sections.push_back(connectionFields(host, now));
    if (host.lastError && host.phase == fleet::HostPhase::Failed)
        content.sections.push_back(errorFields(*host.lastError));
    if (host.snapshot) {
        content.sections.push_back(systemFields(*host.snapshot));
        content.sections.push_back(contentFields(*host.snapshot));
    }
    return content;
}

DetailContent describeCluster(const fleet::EntryRecord& entry, const fleet::FleetSnapshot& fleet)
{
    DetailContent content{entry.displayName, T::tr("Cluster"), u"cluster"_s, {}};
    SectionBuilder section(u"document"_s, {});
    section.add(u"cluster"_s, T::tr("Cluster"), entry.displayName);
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
    section.add(u"nodeCount"_s, T::tr("Nodes"), QString::number(entry.hosts.size()));
    section.add(u"failedCount"_s, T::tr("Nodes that could not be read"), QString::number(failed));
    section.addOptional(u"nodes"_s, T::tr("State of the nodes"), nodes.join(u'\n'));
    content.sections.push_back(section.take());
    if (entry.expansionError)
        content.sections.push_back(errorFields(*entry.expansionError));
    return content;
}

} // namespace hvgpu::ui
