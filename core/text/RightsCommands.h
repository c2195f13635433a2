#pragma once

#include <QString>
#include <QStringList>

/// Commands for PowerShell that look at or give rights on a Windows server. Accounts and names are quoted:
/// nothing in them is run. Groups are named by their SIDs, because Windows translates their names.
namespace hvgpu::text::rights {

/// A value as one word of PowerShell.
[[nodiscard]] QString quoted(QString text);

/// "Remote Management Users": may use WinRM.
[[nodiscard]] QString allowRemoteManagement(const QString& account);
/// "Hyper-V Administrators": sees and changes Hyper-V's objects.
[[nodiscard]] QString allowDcom(const QString& account);
[[nodiscard]] QString allowHyperV(const QString& account);
/// Enable Account, Execute Methods, Provider Write and Remote Enable in @p namespaces ("root/cimv2") and
/// below; what is there for others stays. Ends at the first error, before anything of that namespace was
/// changed.
[[nodiscard]] QString allowNamespaces(const QString& account, const QStringList& namespaces);

/// Who is in "Administrators".
[[nodiscard]] QString showAdministrators();
/// Whether local administrators keep their rights over the network.
[[nodiscard]] QString showTokenFilter();
/// Lets them keep them: without it only the built-in one does (wsman.md 5.1).
[[nodiscard]] QString switchTokenFilterOff();

} // namespace hvgpu::text::rights
