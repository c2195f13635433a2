#pragma once

#include "core/simulation/endpoint/SoapFault.h"
#include "core/simulation/endpoint/XmlElement.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// A reference as it comes in: resource URI and selectors (wsman.md 1.5).
struct EndpointReference;

struct Selector
{
    QString name;
    QString value;
    std::shared_ptr<const EndpointReference> reference; ///< key that is itself a reference
};

struct EndpointReference
{
    QString resourceUri;
    std::vector<Selector> selectors;
};

enum class Operation { Identify, Enumerate, Pull, Release, Get, Put, Invoke, Unknown };

/// A request envelope, read but not yet checked against the classes of the host.
struct WsmanRequest
{
    Operation operation = Operation::Unknown;
    QString action;
    QString messageId;
    QString resourceUri; ///< trimmed
    std::vector<Selector> selectors;
    std::optional<std::int64_t> maxEnvelopeSize;
    QString method;                      ///< Invoke
    std::optional<QString> fragmentPath; ///< w:FragmentTransfer
    bool utf16 = false;                  ///< encoding of the request; the answer uses the same
    XmlElement body;                     ///< s:Body
    /// What is wrong with the envelope; the other fields are as far as they could be read.
    std::optional<SoapFault> fault;

    /// First element inside s:Body, or null.
    [[nodiscard]] const XmlElement* content() const;
};

/// Reads an envelope liberally: any MessageID, no optional headers, white space around URIs, UTF-8 or UTF-16.
[[nodiscard]] WsmanRequest readRequest(const QByteArray& bytes);

/// Reads a:ReferenceParameters directly inside @p holder; null when there are none.
[[nodiscard]] std::optional<EndpointReference> readReference(const XmlElement& holder);

} // namespace hvgpu::simulation
