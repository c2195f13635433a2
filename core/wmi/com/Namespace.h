#pragma once

#include "core/base/Result.h"
#include "core/wmi/com/ClassObject.h"
#include "core/wmi/com/Connector.h"
#include "core/wmi/com/Progress.h"
#include "core/wmi/com/RowReader.h"

#include <QStringList>

#include <map>
#include <memory>

namespace hvgpu::com {

/// One namespace of one host, connected. Its class definitions and what has once been found in it are kept,
/// as they stay the same for as long as a connection.
class Namespace
{
public:
    Namespace(QString name, ComPtr<IWbemServices> services, Connector& connector, Progress& progress);

    [[nodiscard]] const QString& name() const noexcept { return m_name; }

    /// Starts a query whose rows are read as they come. @p withPaths: rows that WMI can find again.
    base::Result<std::unique_ptr<RowReader>> query(const QString& wql, bool withPaths);
    /// The only row of a query. Errors: NotFound without one, InvalidArgument with several.
    base::Result<cim::Instance> onlyRow(const QString& wql);
    base::Result<ComPtr<IWbemClassObject>> object(const QString& relativePath);
    base::Result<ComPtr<IWbemClassObject>> classNamed(const QString& className);
    /// An object that is not stored anywhere, for parameters.
    base::Result<ComPtr<IWbemClassObject>> makeObject(const cim::Instance& instance);

    /// Writes the named properties of @p object; all of them where the provider knows no partial update.
    base::Result<void> put(IWbemClassObject& object, const QStringList& names);
    /// Returns the out parameters; empty for a method without any.
    base::Result<ComPtr<IWbemClassObject>> execute(const QString& relativePath, const QString& method,
                                                   IWbemClassObject* parameters, bool readsOnly);

    /// @p path with all its keys. WS-Management takes some of them, and none for a singleton, where they
    /// select one object; WMI itself wants them all, so the object is looked up.
    base::Result<QString> relativePath(const cim::ObjectPath& path);

private:
    base::Result<QString> lookUp(const cim::ObjectPath& path);

    QString m_name;
    ComPtr<IWbemServices> m_services;
    Connector& m_connector;
    Progress& m_progress;
    std::map<QString, ComPtr<IWbemClassObject>> m_classes; ///< by name in lower case
    std::map<QString, QString> m_found;                    ///< whole relative path by the one asked for
};

} // namespace hvgpu::com
