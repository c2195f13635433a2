#include "core/simulation/endpoint/Envelope.h"
#include "core/simulation/endpoint/InstanceWriter.h"
#include "core/simulation/endpoint/OperationContext.h"
#include "core/simulation/endpoint/ValueReader.h"
#include "core/simulation/endpoint/XmlBytes.h"

namespace hvgpu::simulation::operations {

using namespace Qt::StringLiterals;

namespace {

std::vector<PropertyDeclaration> inputs(const MethodDeclaration& method)
{
    std::vector<PropertyDeclaration> result;
    for (const PropertyDeclaration& parameter : method.parameters)
        if (!parameter.isOut)
            result.push_back(parameter);
    return result;
}

/// What real hosts answer to an instance method without a selector, even on a singleton (wsman.md 2.4).
SoapFault missingSelector(const QString& className)
{
    for (const QLatin1String name :
         {"Msvm_ImageManagementService"_L1, "Msvm_VirtualEthernetSwitchManagementService"_L1})
        if (className.compare(name, Qt::CaseInsensitive) == 0)
            return faults::internalError(u"The WS-Management service cannot process the request. "_s);
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.nativeCode = 0x8004102F;
    error.hostText = u"The parameters specified for the method are not valid. "_s;
    return faults::fromProvider(error, false);
}

Outcome<std::vector<cim::Property>> readInput(const OperationContext& context,
                                              const MethodDeclaration& method)
{
    const XmlElement* input = context.request.content();
    // The outer element may be in any namespace; Windows looks at its local name and at the children.
    if (input == nullptr || input->name.compare(method.name + "_INPUT"_L1, Qt::CaseInsensitive) != 0)
        return tl::unexpected(faults::schemaValidation());
    return readChildren(context.provider, *input, inputs(method), context.request.resourceUri);
}

const cim::Value& valueOf(const std::vector<cim::Property>& parameters,
                          const PropertyDeclaration& declaration)
{
    static const cim::Value null;
    for (const cim::Property& parameter : parameters)
        if (parameter.name.compare(declaration.name, Qt::CaseInsensitive) == 0)
            return parameter.value;
    return null;
}

QByteArray writeOutput(const OperationContext& context, const MethodDeclaration& method,
                       const MethodOutcome& outcome)
{
    const QString& resource = context.request.resourceUri;
    QByteArray out;
    envelope::begin(out, envelope::Family::Method, context.options.language,
                    context.request.action + "Response"_L1, context.request.messageId);
    const QByteArray element = method.name.toUtf8() + "_OUTPUT";
    out.append("<p:").append(element).append(
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\"");
    appendEscaped(out, resource);
    out.append("\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\">");
    InstanceWriter writer(context.provider);
    for (const PropertyDeclaration& parameter : method.parameters)
        if (parameter.isOut)
            writer.parameter(out, parameter, valueOf(outcome.outParameters, parameter));
    if (!method.isVoid) {
        out.append("<p:ReturnValue>")
            .append(QByteArray::number(outcome.returnValue))
            .append("</p:ReturnValue>");
    }
    out.append("</p:").append(element).append('>');
    envelope::end(out);
    return out;
}

} // namespace

Outcome<QByteArray> invoke(const OperationContext& context)
{
    const WsmanRequest& request = context.request;
    const auto target = resolvePath(context.provider, request.resourceUri, request.selectors);
    if (!target)
        return tl::unexpected(target.error());
    const ClassDeclaration* declaration =
        context.provider.classDeclaration(target->nameSpace(), target->className());
    const MethodDeclaration* method = declaration ? declaration->method(request.method) : nullptr;
    if (method == nullptr)
        return tl::unexpected(faults::actionNotSupported());
    if (!method->isStatic && target->keys().empty())
        return tl::unexpected(missingSelector(declaration->name));
    const auto input = readInput(context, *method);
    if (!input)
        return tl::unexpected(input.error());
    const auto outcome = context.provider.invoke(*target, method->name, *input);
    if (!outcome)
        return tl::unexpected(faults::fromProvider(outcome.error(), false));
    QByteArray out = writeOutput(context, *method, *outcome);
    if (out.size() > context.answerLimit())
        return tl::unexpected(faults::answerTooLarge(context.clientLimits()));
    return out;
}

} // namespace hvgpu::simulation::operations
