#include "ui/dialogs/EditServerDialog.h"

#include "ui/dialogs/ServerForm.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

EditServerDialog::EditServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper,
                                   const fleet::ServerEntry& entry, QWidget* parent)
    : ServerDialog(fleet, keeper,
                   {tr("Edit server"), tr("&Save"), u"save"_s,
                    tr("Tries the connection step by step, without changing the server")},
                   parent)
{
    setObjectName(u"editServerDialog"_s);
    form()->edit(entry);
}

void EditServerDialog::accept()
{
    if (!form()->validate())
        return;
    const fleet::ServerEntry entry = form()->entry();
    if (keeper() != nullptr)
        keeper()->change(entry, form()->password(), form()->remembersPassword());
    else if (form()->keepsPassword())
        fleet().changeServer(entry);
    else
        fleet().addServer(entry, form()->password());
    Q_EMIT changed(entry.id);
    QDialog::accept();
}

} // namespace hvgpu::ui
