#pragma once

#include "core/wmi/Session.h"
#include "core/wmi/wsman/Conversation.h"

#include <map>

namespace hvgpu::wsman {

/// Whether namespaces exist, as far as a session has found out; by canonical name.
using KnownNamespaces = std::map<QString, bool>;

/// One query from Enumerate over Pulls to its end or its Release (wsman.md 2.2).
class Enumeration
{
public:
    Enumeration(Conversation& conversation, KnownNamespaces& namespaces, const QString& nameSpace,
                const QString& wql, const wmi::RowSink& sink, const wmi::CallOptions& options);

    /// Delivers all rows. A host words a missing namespace like a wrong query; the first time that it is in
    /// doubt the namespace itself is asked for (wsman.md 3.1), so that InvalidNamespace is told apart. When
    /// it fails or the sink has enough, the host is told to drop the enumeration.
    base::Result<void> run();

private:
    base::Result<void> runToEnd();
    [[nodiscard]] bool namespaceIsMissing();
    base::Result<void> step(AnswerKind kind);
    base::Result<void> stepAdapting(AnswerKind kind);
    [[nodiscard]] bool adapt(const base::Error& error);
    [[nodiscard]] bool isLive() const { return !m_finished && !m_context.isEmpty(); }
    void release(bool callFailed);
    void take(cim::Instance&& row);

    Conversation& m_conversation;
    KnownNamespaces& m_namespaces;
    EnumerateOptions m_enumerate;
    const wmi::RowSink& m_sink;
    Deadline m_deadline;
    QString m_className;
    QString m_context;
    bool m_finished = false;
    bool m_enough = false; ///< the sink wants no more
};

} // namespace hvgpu::wsman
