#include "core/simulation/endpoint/HostFront.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

Delivery plain(int status)
{
    Delivery delivery;
    delivery.status = status;
    return delivery;
}

void lieAboutReturnValue(QByteArray& body, std::uint32_t value)
{
    const QByteArray open = "<p:ReturnValue>";
    const qsizetype begin = body.indexOf(open);
    const qsizetype end = body.indexOf("</p:ReturnValue>", begin);
    if (begin >= 0 && end >= 0)
        body.replace(begin + open.size(), end - begin - open.size(), QByteArray::number(value));
}

void damageXml(QByteArray& body, FaultEffect::Xml damage)
{
    if (damage == FaultEffect::Xml::Truncated)
        body.truncate(body.size() * 2 / 3);
    else if (damage == FaultEffect::Xml::Malformed)
        body.replace("<s:Body>", "<s:Body><p:Unclosed & >");
}

void applyToBody(Delivery& delivery, const FaultEffect& effect)
{
    if (effect.returnValue)
        lieAboutReturnValue(delivery.body, *effect.returnValue);
    if (effect.paddingBytes > 0)
        delivery.body.replace("</s:Body>",
                              "<p:Padding>" + QByteArray(effect.paddingBytes, 'x') + "</p:Padding></s:Body>");
    damageXml(delivery.body, effect.xml);
    if (!effect.contentType.isEmpty())
        delivery.contentType = effect.contentType;
}

} // namespace

HostFront::HostFront(std::shared_ptr<CimProvider> provider, ServiceOptions options, const base::Clock& clock,
                     std::shared_ptr<const SignInRules> rules, std::shared_ptr<FaultPlan> plan)
    : m_name(provider->computerName())
    , m_service(std::move(provider), std::move(options), clock)
    , m_rules(std::move(rules))
    , m_plan(std::move(plan))
{}

Delivery HostFront::handle(const HttpRequest& request, ConnectionAuth& auth)
{
    if (!request.path.startsWith("/wsman"))
        return plain(404);
    if (request.method != "POST")
        return plain(405);
    if (request.anonymousIdentify) {
        const WsmanRequest soap = readRequest(request.body);
        return soap.operation == Operation::Identify ? serve(soap, false) : auth.challenge();
    }
    Admission admission = auth.admit(request);
    if (admission.answer)
        return std::move(*admission.answer);
    Delivery delivery = serve(readRequest(admission.body), true);
    delivery.challenges = std::move(admission.challenges);
    if (!admission.protocol.isEmpty())
        auth.seal(delivery, admission.protocol);
    return delivery;
}

std::shared_ptr<const void> HostFront::begin() const
{
    const int now = ++m_load->now;
    for (int most = m_load->most; most < now && !m_load->most.compare_exchange_weak(most, now);) {
    }
    return {m_load.get(), [load = m_load](const void*) { --load->now; }};
}

Delivery HostFront::serve(const WsmanRequest& request, bool authenticated)
{
    std::shared_ptr<const void> underWay = begin();
    const auto effect = m_plan->match(m_name, m_service.target(request));
    Delivery delivery;
    if (effect && effect->httpStatus) {
        delivery.status = *effect->httpStatus;
    } else if (!effect || effect->drop != FaultEffect::Drop::Before) {
        WsmanAnswer answer = effect && effect->soapFault ? m_service.answerFault(request, *effect->soapFault)
                                                         : m_service.handle(request, authenticated);
        delivery.status = answer.status;
        delivery.contentType = std::move(answer.contentType);
        delivery.body = std::move(answer.body);
    }
    if (effect) {
        applyToBody(delivery, *effect);
        delivery.latency = effect->latency;
        delivery.drop = effect->drop;
        delivery.dripBytes = effect->dripBytes;
        delivery.dripPause = effect->dripPause;
    }
    delivery.underWay = std::move(underWay);
    return delivery;
}

} // namespace hvgpu::simulation
