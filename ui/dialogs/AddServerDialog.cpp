#include "ui/dialogs/AddServerDialog.h"

#include "ui/dialogs/ServerForm.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

AddServerDialog::AddServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, QWidget* parent)
    : ServerDialog(fleet, keeper,
                   {tr("Add server"), tr("A&dd"), u"add"_s,
                    tr("Tries the connection step by step, without adding the server")},
                   parent)
{
    setObjectName(u"addServerDialog"_s);
}

void AddServerDialog::accept()
{
    if (!form()->validate())
        return;
    const fleet::ServerEntry entry = form()->entry();
    if (keeper() != nullptr)
        keeper()->signIn(entry, form()->password(), form()->remembersPassword());
    else
        fleet().addServer(entry, form()->password());
    Q_EMIT added(entry.id);
    QDialog::accept();
}

} // namespace hvgpu::ui
