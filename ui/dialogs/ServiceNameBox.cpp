#include "ui/dialogs/ServiceNameBox.h"

#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using Authentication = fleet::ServerEntry::Authentication;

ServiceNameBox::ServiceNameBox(QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(u"serviceClass"_s);
    const QStringList& names = fleet::serviceClasses();
    addItem(tr("%1 (usual)").arg(names.front()), QString());
    for (const QString& name : names.mid(1))
        addItem(name, name);
}

QString ServiceNameBox::serviceClass() const
{
    return isEnabled() ? currentData().toString() : QString();
}

void ServiceNameBox::setServiceClass(const QString& name)
{
    setCurrentIndex(std::max(0, findData(name)));
}

void ServiceNameBox::judge(const fleet::ServerEntry& entry)
{
    const bool kerberos =
        entry.authentication == Authentication::Negotiate || entry.authentication == Authentication::Kerberos;
    QString whyNot;
    if (entry.transport != fleet::ServerEntry::Transport::WsManagement)
        whyNot = tr("Not used with DCOM.");
    else if (!kerberos)
        whyNot = tr("Only Kerberos asks for a service; this way to sign in does not.");
    else if (fleet::isAddressLiteral(entry.name))
        whyNot = tr("Kerberos needs the name of the server: an address has no service principal.");
    setEnabled(whyNot.isEmpty());
    setToolTip(whyNot.isEmpty()
                   ? tr("Kerberos asks the domain for this service of the server. Choose another one "
                        "when the domain knows no HTTP/%1 (setspn -L shows what it knows).")
                         .arg(entry.name.isEmpty() ? tr("server") : entry.name)
                   : whyNot);
}

} // namespace hvgpu::ui
