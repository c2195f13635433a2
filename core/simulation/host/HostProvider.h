#pragma once

#include "core/simulation/CimProvider.h"
#include "core/simulation/host/World.h"
#include "core/simulation/wql/Query.h"

#include <memory>

namespace hvgpu::simulation {

struct ClassInfo;
struct RowFilter;

/// One host of a world, seen as WMI.
class HostProvider final : public CimProvider
{
public:
    HostProvider(std::shared_ptr<World> world, std::size_t hostIndex);

    [[nodiscard]] QString computerName() const override { return m_name; }
    [[nodiscard]] QString operatingSystemVersion() const override { return m_version; }
    [[nodiscard]] bool hasNamespace(const QString& nameSpace) const override;
    [[nodiscard]] const ClassDeclaration* classDeclaration(const QString& nameSpace,
                                                           const QString& className) const override;
    base::Result<QueryRows> query(const QString& nameSpace, const QString& wql) override;
    base::Result<QueryRows> enumerate(const QString& nameSpace, const QString& className) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path) override;
    base::Result<cim::Instance> put(const cim::ObjectPath& path,
                                    const std::vector<cim::Property>& changes) override;
    base::Result<MethodOutcome> invoke(const cim::ObjectPath& target, const QString& method,
                                       const std::vector<cim::Property>& inParameters) override;

private:
    base::Result<const ClassInfo*> findClass(const QString& nameSpace, const QString& className,
                                             const QString& operation) const;
    base::Result<QueryRows> select(const QString& nameSpace, const wql::Query& query, const QString& text);

    std::shared_ptr<World> m_world;
    std::size_t m_hostIndex;
    QString m_name;
    QString m_version;
    bool m_hyperV;
    bool m_clustered;
    bool m_deviceGuard = false;
};

} // namespace hvgpu::simulation
