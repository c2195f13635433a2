#include "core/simulation/endpoint/Envelope.h"
#include "core/simulation/endpoint/InstanceWriter.h"
#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/OperationContext.h"
#include "core/simulation/endpoint/ValueReader.h"

#include <QRegularExpression>

namespace hvgpu::simulation::operations {

using namespace Qt::StringLiterals;

namespace {

/// "Prop" or "Prop[n]", n from 1 (XPath level 1, wsman.md 2.1).
struct Fragment
{
    const PropertyDeclaration* property = nullptr;
    std::optional<std::size_t> index;
};

Outcome<Fragment> parseFragment(const ClassDeclaration& declaration, const QString& path)
{
    static const QRegularExpression form(u"^(?:\\w+:)?(\\w+)(?:\\[(\\d+)\\])?$"_s);
    const auto match = form.match(path);
    Fragment fragment;
    fragment.property = match.hasMatch() ? declaration.property(match.captured(1)) : nullptr;
    if (fragment.property == nullptr)
        return tl::unexpected(faults::cannotProcessFilter());
    if (!match.captured(2).isEmpty())
        fragment.index = match.captured(2).toULongLong();
    return fragment;
}

/// The one object the request names.
struct Target
{
    cim::ObjectPath path;
    const ClassDeclaration* declaration = nullptr;
    cim::Instance instance;
};

Outcome<Target> findTarget(const OperationContext& context)
{
    auto path = resolvePath(context.provider, context.request.resourceUri, context.request.selectors);
    if (!path)
        return tl::unexpected(path.error());
    Target target{*path, context.provider.classDeclaration(path->nameSpace(), path->className()), {}};
    if (path->keys().empty() && !path->isSingleton())
        return tl::unexpected(faults::selectorsRequired());
    auto instance = context.provider.get(*path);
    if (!instance)
        return tl::unexpected(faults::fromProvider(instance.error(), false));
    target.instance = std::move(*instance);
    return target;
}

cim::Value pickElement(const Fragment& fragment, const cim::Value& value)
{
    if (!fragment.index)
        return value;
    const std::vector<cim::Value> elements = value.elements();
    if (*fragment.index == 0 || *fragment.index > elements.size())
        return cim::Value::null(value.type(), true);
    return cim::Value::array(value.type(), {elements[*fragment.index - 1]});
}

/// w:XmlFragment around one property, whose element brings its own namespaces.
void appendFragment(QByteArray& out, const OperationContext& context, const Target& target,
                    const Fragment& fragment)
{
    InstanceWriter writer(context.provider);
    out.append("<w:XmlFragment xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\"");
    out.append(InstanceWriter::classUri(target.path.nameSpace(), target.declaration->name).toUtf8());
    out.append("\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\">");
    writer.parameter(out, *fragment.property,
                     pickElement(fragment, target.instance.value(fragment.property->name)));
    out.append("</w:XmlFragment>");
}

Outcome<QByteArray> answer(const OperationContext& context, QLatin1String action, const Target& target,
                           const std::optional<Fragment>& fragment)
{
    QByteArray out;
    envelope::begin(out, envelope::Family::Transfer, context.options.language, uri::transfer + action,
                    context.request.messageId);
    if (fragment)
        appendFragment(out, context, target, *fragment);
    else
        InstanceWriter(context.provider).instance(out, target.instance);
    envelope::end(out);
    if (out.size() > context.answerLimit())
        return tl::unexpected(faults::answerTooLarge(context.clientLimits()));
    return out;
}

Outcome<std::optional<Fragment>> requestedFragment(const OperationContext& context, const Target& target)
{
    if (!context.request.fragmentPath)
        return std::optional<Fragment>();
    auto fragment = parseFragment(*target.declaration, *context.request.fragmentPath);
    if (!fragment)
        return tl::unexpected(fragment.error());
    return std::optional(*fragment);
}

/// The values the body brings: the whole element, or the property of a fragment.
Outcome<std::vector<cim::Property>> readChanges(const OperationContext& context, const Target& target,
                                                const std::optional<Fragment>& fragment)
{
    const XmlElement* content = context.request.content();
    if (content == nullptr || content->is(uri::wsman, "XmlFragment"_L1) != fragment.has_value())
        return tl::unexpected(faults::schemaValidation());
    if (fragment) {
        if (fragment->index) // replacing one element of an array is not something Hyper-V's classes need
            return tl::unexpected(faults::unsupportedFeature("FragmentLevelAccess"));
        return readChildren(context.provider, *content, {*fragment->property}, {});
    }
    if (content->name.compare(target.declaration->name, Qt::CaseInsensitive) != 0)
        return tl::unexpected(faults::schemaValidation());
    return readChildren(context.provider, *content, target.declaration->properties, content->nameSpace);
}

} // namespace

Outcome<QByteArray> get(const OperationContext& context)
{
    const auto target = findTarget(context);
    if (!target)
        return tl::unexpected(target.error());
    const auto fragment = requestedFragment(context, *target);
    if (!fragment)
        return tl::unexpected(fragment.error());
    return answer(context, "/GetResponse"_L1, *target, *fragment);
}

Outcome<QByteArray> put(const OperationContext& context)
{
    auto target = findTarget(context);
    if (!target)
        return tl::unexpected(target.error());
    const auto fragment = requestedFragment(context, *target);
    if (!fragment)
        return tl::unexpected(fragment.error());
    auto changes = readChanges(context, *target, *fragment);
    if (!changes)
        return tl::unexpected(changes.error());
    // A client may send back everything it has read; only what differs is a change.
    std::erase_if(*changes,
                  [&](const cim::Property& p) { return target->instance.value(p.name) == p.value; });
    auto stored = context.provider.put(target->path, *changes);
    if (!stored)
        return tl::unexpected(faults::fromProvider(stored.error(), false));
    target->instance = std::move(*stored);
    return answer(context, "/PutResponse"_L1, *target, *fragment);
}

} // namespace hvgpu::simulation::operations
