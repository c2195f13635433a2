#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"
#include "core/wmi/Session.h"
#include "core/wmi/com/Connector.h"
#include "core/wmi/com/Namespace.h"

#include <map>
#include <memory>

namespace hvgpu::com {

/// WMI of one host as plain blocking calls; lives on a Lane. Connects to each namespace once, and anew after
/// the connection was lost; what only reads is then tried once more.
class Client
{
public:
    Client(std::unique_ptr<Connector> connector, std::shared_ptr<Progress> progress);

    /// Starts a query; one at a time. The rows come from nextPage().
    base::Result<void> open(const QString& nameSpace, const QString& wql, bool withPaths);
    /// What has come within a short while; may be none.
    base::Result<Page> nextPage();
    void close() { m_rows.reset(); }

    base::Result<cim::Instance> get(const cim::ObjectPath& path);
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes);
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters, bool readsOnly);
    base::Result<wmi::Identity> identify();

private:
    base::Result<Namespace*> enter(const QString& nameSpace);
    template <class T, class Call>
    base::Result<T> in(const QString& nameSpace, bool readsOnly, const Call& call);

    std::unique_ptr<Connector> m_connector;
    std::shared_ptr<Progress> m_progress;
    std::map<QString, std::unique_ptr<Namespace>> m_namespaces; ///< by name in lower case
    std::unique_ptr<RowReader> m_rows;
};

} // namespace hvgpu::com
