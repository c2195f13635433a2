#pragma once

#include "core/cim/Instance.h"
#include "core/wmi/Session.h"
#include "core/wmi/wsman/Fault.h"

#include <QString>

#include <optional>

namespace hvgpu::wsman {

enum class AnswerKind { Enumerate, Pull, Release, Get, Put, Invoke, Identify };

/// What an answer must look like to be accepted.
struct Expectation
{
    AnswerKind kind = AnswerKind::Get;
    QString messageId; ///< of the request; an answer that relates to another message is refused
    QString method;    ///< Invoke only
    QString className; ///< of rows that do not say it themselves (projections)
    QString nameSpace;
};

/// What an answer held besides the rows that were delivered while it came in.
struct Answer
{
    QString relatesTo; ///< empty when the host did not say
    std::optional<Fault> fault;
    std::optional<QString> enumerationContext; ///< absent or empty when the host gave none
    bool endOfSequence = false;
    std::optional<cim::Instance> instance; ///< Get, Put; for Invoke the output parameters with ReturnValue
    std::optional<wmi::Identity> identity;
};

} // namespace hvgpu::wsman
