#include "core/simulation/endpoint/ConnectionAuth.h"

#include "core/simulation/endpoint/EncryptedMessage.h"

namespace hvgpu::simulation {

namespace {

constexpr QByteArrayView basicScheme = "basic ";
// What a caller writes who wants to be known by its certificate (DSP0226, C.3.7).
constexpr QByteArrayView mutualProfile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

Admission answered(Delivery delivery)
{
    Admission admission;
    admission.answer = std::move(delivery);
    return admission;
}

Delivery withStatus(int status)
{
    Delivery delivery;
    delivery.status = status;
    return delivery;
}

Delivery cut()
{
    Delivery delivery;
    delivery.drop = FaultEffect::Drop::Before;
    return delivery;
}

/// "Negotiate" or "Kerberos" when that is the scheme of the header.
QByteArray negotiatedScheme(const QByteArray& authorization)
{
    const QByteArray name = authorization.left(authorization.indexOf(' ')).toLower();
    if (name == "negotiate")
        return "Negotiate";
    return name == "kerberos" ? QByteArray("Kerberos") : QByteArray();
}

/// Of a body that says what it is, and has to be SOAP 1.2.
bool isSoapType(const QByteArray& contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/soap+xml";
}

} // namespace

ConnectionAuth::ConnectionAuth(std::shared_ptr<const SignInRules> rules, QString computerName)
    : m_rules(std::move(rules))
    , m_computerName(std::move(computerName))
{}

bool ConnectionAuth::acceptsBasic(const QByteArray& authorization) const
{
    if (m_rules->user.isEmpty() || !authorization.toLower().startsWith(basicScheme))
        return false;
    const QByteArray given = QByteArray::fromBase64(authorization.mid(basicScheme.size()).trimmed());
    const qsizetype colon = given.indexOf(':');
    return colon >= 0 &&
           QString::fromUtf8(given.left(colon)).compare(m_rules->user, Qt::CaseInsensitive) == 0 &&
           given.mid(colon + 1) == m_rules->password.reveal();
}

bool ConnectionAuth::acceptsCertificate(const QByteArray& authorization) const
{
    return !m_rules->clientCertificate.isEmpty() && authorization.trimmed() == mutualProfile &&
           m_callersCertificate == m_rules->clientCertificate;
}

Delivery ConnectionAuth::challenge() const
{
    Delivery delivery = withStatus(401);
    if (m_rules->negotiates())
        delivery.challenges.append("Negotiate");
    if (!m_rules->keytabFile.isEmpty())
        delivery.challenges.append("Kerberos");
    if (!m_rules->user.isEmpty())
        delivery.challenges.append("Basic realm=\"WSMAN\"");
    return delivery;
}

Admission ConnectionAuth::admit(const HttpRequest& request)
{
    const QByteArray scheme = negotiatedScheme(request.authorization);
    if (m_rules->negotiates() && !scheme.isEmpty())
        return negotiate(request, scheme);
    if (isEncryptedType(request.contentType))
        return takeEncrypted(request);
    if (isSignedIn() || m_rules->isOpen() || acceptsBasic(request.authorization) ||
        acceptsCertificate(request.authorization))
        return takePlain(request);
    return answered(challenge());
}

Admission ConnectionAuth::negotiate(const HttpRequest& request, const QByteArray& scheme)
{
    const QByteArray token = QByteArray::fromBase64(request.authorization.mid(scheme.size() + 1).trimmed());
    if (m_complete || !m_acceptor) {
        m_complete = false;
        m_acceptor = makeSecurityAcceptor(*m_rules, m_computerName, token);
    }
    if (!m_acceptor)
        return answered(challenge());
    const SecurityAcceptor::Reply reply = m_acceptor->accept(token);
    const QByteArray header = reply.token.isEmpty() ? scheme : scheme + ' ' + reply.token.toBase64();
    const bool unbound = reply.complete && m_rules->tls && m_rules->strictBinding && !m_acceptor->isBound();
    if (reply.refused || unbound) {
        m_acceptor.reset();
        Delivery refusal = challenge();
        if (!reply.token.isEmpty() && !unbound)
            refusal.challenges = {header};
        return answered(std::move(refusal));
    }
    m_complete = reply.complete;
    if (!m_complete || request.body.isEmpty()) {
        Delivery leg = withStatus(m_complete ? 200 : 401);
        if (!m_complete || !reply.token.isEmpty())
            leg.challenges = {header};
        return answered(std::move(leg));
    }
    // Some clients send their first message together with the last token.
    Admission admission = isEncryptedType(request.contentType) ? takeEncrypted(request) : takePlain(request);
    admission.challenges = {header};
    return admission;
}

Admission ConnectionAuth::takeEncrypted(const HttpRequest& request)
{
    if (!isSignedIn())
        return answered(challenge());
    const auto message = readEncrypted(request.contentType, request.body);
    auto plain = message ? m_acceptor->unseal(message->sealed) : std::nullopt;
    if (!plain)
        return answered(cut());
    Admission admission;
    admission.body = std::move(*plain);
    admission.protocol = message->protocol;
    return admission;
}

// Windows answers an unencrypted message that it does not want with a bare 500.
Admission ConnectionAuth::takePlain(const HttpRequest& request) const
{
    if (!m_rules->tls && !m_rules->allowUnencrypted)
        return answered(withStatus(500));
    if (!isSoapType(request.contentType))
        return answered(withStatus(415));
    Admission admission;
    admission.body = request.body;
    return admission;
}

void ConnectionAuth::seal(Delivery& delivery, const QByteArray& protocol)
{
    if (delivery.body.isEmpty() || !m_acceptor)
        return;
    EncryptedMessage message;
    message.sealed = m_acceptor->seal(delivery.body);
    message.protocol = protocol;
    message.length = delivery.body.size();
    delivery.body = writeEncrypted(message, delivery.contentType);
    delivery.contentType = encryptedType(protocol);
}

} // namespace hvgpu::simulation
