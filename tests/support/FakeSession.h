#pragma once

#include "core/wmi/Session.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace hvgpu::tests {

/// An instance from name/value texts, as a WS-Man session delivers them.
[[nodiscard]] cim::Instance row(const QString& className,
                                const std::vector<std::pair<QString, QString>>& values);

/// A wmi::Session without a host: answers from tables that the test fills, and writes down what was asked.
/// Understands "SELECT columns FROM class [WHERE name='value' | name=5 | name LIKE 'prefix%']" and
/// "ASSOCIATORS OF {path} WHERE … ResultClass=class", which every row of the class answers. One thread.
class FakeSession final : public wmi::Session
{
public:
    using Method = std::function<base::Result<wmi::InvokeResult>(
        const cim::ObjectPath& target, const std::vector<cim::Property>& parameters)>;

    void setRows(const QString& className, std::vector<cim::Instance> rows);
    void addRow(const cim::Instance& row);
    /// A SELECT that names this column is refused with InvalidQuery, as on a build without it.
    void setUnknownColumn(const QString& className, const QString& column);
    void setMissingNamespace(const QString& nameSpace);
    void setMethod(const QString& className, const QString& method, Method body);
    /// The next @p times calls on the class (query or invoke) fail; negative: all of them.
    void setFailure(const QString& className, const base::Error& error, int times = -1);
    /// Every call fails.
    void setDead(const base::Error& error) { m_dead = error; }
    /// 0: there is no connection to be made, as with this computer's own WMI.
    void setPort(std::uint16_t port) { m_port = port; }
    /// Called before each call is answered.
    void setBeforeCall(std::function<void()> hook) { m_beforeCall = std::move(hook); }

    [[nodiscard]] const QStringList& calls() const { return m_calls; } ///< WQL texts and "Class.Method"

    base::Result<void> query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions& options) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions& options) override;
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const wmi::CallOptions& options) override;
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions& options) override;
    base::Result<wmi::Reached> reach(const wmi::CallOptions& /*options*/) override
    {
        return wmi::Reached{{}, m_port, {}};
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions& options) override;
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return m_statistics; }

private:
    struct Failure
    {
        base::Error error;
        int times = -1;
    };
    [[nodiscard]] std::optional<base::Error> begin(const QString& call, const QString& nameSpace,
                                                   const QString& className, const wmi::CallOptions& options);

    std::map<QString, std::vector<cim::Instance>> m_rows;
    std::set<std::pair<QString, QString>> m_unknownColumns;
    std::set<QString> m_missingNamespaces;
    std::map<QString, Method> m_methods;
    std::map<QString, Failure> m_failures;
    std::optional<base::Error> m_dead;
    std::uint16_t m_port = 5985;
    std::function<void()> m_beforeCall;
    QStringList m_calls;
    wmi::SessionStatistics m_statistics;
};

[[nodiscard]] base::Error makeError(base::Layer layer, base::ErrorCode code);

} // namespace hvgpu::tests
