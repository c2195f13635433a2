#pragma once

#include "core/simulation/endpoint/WsmanService.h"
#include "core/simulation/endpoint/XmlElement.h"

#include <QByteArray>
#include <QString>

namespace hvgpu::tests {

/// Text of a request envelope; the parts can be changed one by one to be wrong in one way only.
struct Envelope
{
    QByteArray action;
    QByteArray resource;
    QByteArray body;
    QByteArray headers; ///< further ones
    QByteArray messageId = "uuid:11111111-2222-3333-4444-555555555555";
    QByteArray replyTo = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

    [[nodiscard]] QByteArray text() const;
};

inline const QByteArray v2 = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/";

[[nodiscard]] Envelope enumerateWql(const QByteArray& wql, const QByteArray& more = {});
[[nodiscard]] Envelope enumerateClass(const QByteArray& className, const QByteArray& more = {});
[[nodiscard]] Envelope pull(const QString& context, const QByteArray& more = {},
                            const QByteArray& className = "*");
[[nodiscard]] Envelope get(const QByteArray& className, const QByteArray& selectors);
[[nodiscard]] Envelope invoke(const QByteArray& className, const QByteArray& method,
                              const QByteArray& parameters, const QByteArray& selectors);
/// One w:Selector.
[[nodiscard]] QByteArray selector(const QByteArray& name, const QByteArray& value);
[[nodiscard]] QByteArray selectorSet(const QByteArray& selectors);

/// An answer taken apart.
struct Reply
{
    int status = 0;
    QByteArray text;
    simulation::XmlElement envelope;

    /// First element with that local name anywhere, or null.
    [[nodiscard]] const simulation::XmlElement* find(QLatin1String localName) const;
    /// Every element with that local name.
    [[nodiscard]] std::vector<const simulation::XmlElement*> all(QLatin1String localName) const;
    /// Its text; null QString when there is none.
    [[nodiscard]] QString value(QLatin1String localName) const;
    /// "Sender/InvalidSelectors" for a fault, else empty.
    [[nodiscard]] QString fault() const;
    /// WSManFault@Code of the outer fault.
    [[nodiscard]] quint32 faultCode() const;
};

[[nodiscard]] Reply takeApart(int status, const QByteArray& text);
[[nodiscard]] Reply call(simulation::WsmanService& service, const Envelope& request);

} // namespace hvgpu::tests
