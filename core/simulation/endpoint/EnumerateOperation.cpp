#include "core/simulation/endpoint/EnumerateFilter.h"
#include "core/simulation/endpoint/Envelope.h"
#include "core/simulation/endpoint/InstanceWriter.h"
#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/OperationContext.h"
#include "core/simulation/endpoint/XmlBytes.h"

#include <limits>

namespace hvgpu::simulation::operations {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t largestBatch = 32'000; // MaxBatchItems
constexpr std::int64_t contextAndTags = 256;  // what surrounds the items inside s:Body, rounded up

/// How much one answer may hold.
struct Batch
{
    std::int64_t items = 1;
    std::int64_t bytes = 0;
    std::int64_t characters = std::numeric_limits<std::int64_t>::max();
};

std::optional<std::int64_t> numberIn(const XmlElement* element)
{
    bool ok = false;
    const std::int64_t number = element ? element->text.trimmed().toLongLong(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

std::int64_t batchSize(const XmlElement* maxElements)
{
    return std::clamp<std::int64_t>(numberIn(maxElements).value_or(1), 1, largestBatch);
}

void appendItem(QByteArray& out, InstanceWriter& writer, const Enumeration& enumeration,
                const cim::Instance& row)
{
    const bool both = enumeration.mode == Enumeration::Mode::ObjectAndReference;
    if (both)
        out.append("<w:Item>");
    if (enumeration.mode != Enumeration::Mode::Reference) {
        if (enumeration.rows.projection.isEmpty())
            writer.instance(out, row);
        else
            writer.fragment(out, row, enumeration.rows.projection);
    }
    if (enumeration.mode != Enumeration::Mode::Object)
        InstanceWriter::endpointReference(out, row.path().value_or(cim::ObjectPath()));
    if (both)
        out.append("</w:Item>");
}

/// Appends as many items as fit and moves the enumeration on; false when not even one fits.
bool appendItems(QByteArray& out, const OperationContext& context, Enumeration& enumeration,
                 const Batch& batch)
{
    InstanceWriter writer(context.provider);
    const qsizetype begin = out.size();
    std::int64_t count = 0;
    while (count < batch.items && !enumeration.isFinished()) {
        const qsizetype mark = out.size();
        appendItem(out, writer, enumeration, enumeration.rows.rows[enumeration.next]);
        const bool fits = out.size() <= batch.bytes && (count == 0 || out.size() - begin <= batch.characters);
        if (!fits) {
            out.truncate(mark);
            return count > 0;
        }
        ++count;
        ++enumeration.next;
    }
    return true;
}

Enumeration::Mode modeOf(const XmlElement& enumerate)
{
    const XmlElement* mode = enumerate.child(uri::wsman, "EnumerationMode"_L1);
    const QString text = mode ? mode->text.trimmed() : QString();
    if (text == "EnumerateEPR"_L1)
        return Enumeration::Mode::Reference;
    return text == "EnumerateObjectAndEPR"_L1 ? Enumeration::Mode::ObjectAndReference
                                              : Enumeration::Mode::Object;
}

const XmlElement* contentNamed(const WsmanRequest& request, QLatin1String name)
{
    const XmlElement* content = request.content();
    return content && content->is(uri::enumeration, name) ? content : nullptr;
}

QByteArray begun(const OperationContext& context, QLatin1String action)
{
    QByteArray out;
    envelope::begin(out, envelope::Family::Enumeration, context.options.language, uri::enumeration + action,
                    context.request.messageId);
    return out;
}

void appendContext(QByteArray& out, const QString& id)
{
    out.append("<n:EnumerationContext>");
    appendEscaped(out, id);
    out.append("</n:EnumerationContext>");
}

QString contextOf(const XmlElement& body)
{
    const XmlElement* element = body.child(uri::enumeration, "EnumerationContext"_L1);
    return element ? element->text.trimmed() : QString();
}

/// The items of an optimized enumeration, which come with the EnumerateResponse itself.
Outcome<QByteArray> firstItems(const OperationContext& context, const XmlElement& request,
                               Enumeration& enumeration, qsizetype used)
{
    QByteArray items;
    if (!request.child(uri::wsman, "OptimizeEnumeration"_L1))
        return items;
    Batch batch;
    batch.items = batchSize(request.child(uri::wsman, "MaxElements"_L1));
    batch.bytes = context.answerLimit() - used - contextAndTags;
    items.append("<w:Items>");
    if (!appendItems(items, context, enumeration, batch))
        return tl::unexpected(faults::answerTooLarge(context.clientLimits()));
    items.append("</w:Items>");
    if (enumeration.isFinished())
        items.append("<w:EndOfSequence/>");
    return items;
}

/// Gives a context back however the Pull ends.
class CheckedOut
{
public:
    CheckedOut(const OperationContext& context, QString id)
        : m_context(context)
        , m_id(std::move(id))
    {}
    ~CheckedOut() { checkIn(false); }
    CheckedOut(const CheckedOut&) = delete;
    CheckedOut& operator=(const CheckedOut&) = delete;

    QString checkIn(bool rename)
    {
        if (!std::exchange(m_done, true))
            m_id = m_context.enumerations.checkIn(m_id, rename);
        return m_id;
    }

private:
    const OperationContext& m_context;
    QString m_id;
    bool m_done = false;
};

} // namespace

Outcome<QByteArray> enumerate(const OperationContext& context)
{
    const XmlElement* request = contentNamed(context.request, "Enumerate"_L1);
    if (request == nullptr)
        return tl::unexpected(faults::invalidBody());
    EnumerateFilter filter = runEnumerate(context, *request);
    if (!filter.rows)
        return tl::unexpected(filter.rows.error());
    auto enumeration = std::make_shared<Enumeration>();
    enumeration->resource = *parseResourceUri(context.request.resourceUri, context.request.selectors);
    enumeration->queriedClass = filter.queriedClass;
    enumeration->rows = std::move(*filter.rows);
    enumeration->mode = modeOf(*request);

    QByteArray out = begun(context, "/EnumerateResponse"_L1);
    auto items = firstItems(context, *request, *enumeration, out.size() + envelope::endSize());
    if (!items)
        return items;
    QString id;
    if (items->isEmpty() || !enumeration->isFinished()) {
        auto added = context.enumerations.add(std::move(enumeration));
        if (!added)
            return tl::unexpected(added.error());
        id = *added;
    }
    out.append("<n:EnumerateResponse>");
    appendContext(out, id);
    out.append(*items).append("</n:EnumerateResponse>");
    envelope::end(out);
    return out;
}

Outcome<QByteArray> pull(const OperationContext& context)
{
    const XmlElement* request = contentNamed(context.request, "Pull"_L1);
    if (request == nullptr)
        return tl::unexpected(faults::invalidBody());
    const auto resource = parseResourceUri(context.request.resourceUri, context.request.selectors);
    if (!resource)
        return tl::unexpected(resource.error());
    const QString id = contextOf(*request);
    auto enumeration = context.enumerations.checkOut(id);
    if (!enumeration)
        return tl::unexpected(enumeration.error());
    CheckedOut checkedOut(context, id);
    // The class of the URI may differ from the Enumerate's, which libvirt relies on; the namespace may not.
    if ((*enumeration)->resource.nameSpace.compare(resource->nameSpace, Qt::CaseInsensitive) != 0)
        return tl::unexpected(faults::invalidContext());

    QByteArray out = begun(context, "/PullResponse"_L1);
    Batch batch;
    batch.items = batchSize(request->child(uri::enumeration, "MaxElements"_L1));
    batch.bytes = context.answerLimit() - out.size() - envelope::endSize() - contextAndTags;
    batch.characters =
        numberIn(request->child(uri::enumeration, "MaxCharacters"_L1)).value_or(batch.characters);
    QByteArray items;
    if (!appendItems(items, context, **enumeration, batch))
        return tl::unexpected(faults::answerTooLarge(context.clientLimits()));
    const bool finished = (*enumeration)->isFinished();
    out.append("<n:PullResponse>");
    const QString newest = checkedOut.checkIn(context.options.renameContexts);
    if (!finished)
        appendContext(out, newest);
    out.append("<n:Items>").append(items).append("</n:Items>");
    out.append(finished ? "<n:EndOfSequence/></n:PullResponse>" : "</n:PullResponse>");
    envelope::end(out);
    return out;
}

Outcome<QByteArray> release(const OperationContext& context)
{
    const XmlElement* request = contentNamed(context.request, "Release"_L1);
    if (request == nullptr)
        return tl::unexpected(faults::invalidBody());
    if (!context.enumerations.remove(contextOf(*request)))
        return tl::unexpected(faults::invalidContext());
    QByteArray out = begun(context, "/ReleaseResponse"_L1);
    envelope::end(out);
    return out;
}

} // namespace hvgpu::simulation::operations
