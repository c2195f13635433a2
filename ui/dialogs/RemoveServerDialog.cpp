#include "ui/dialogs/RemoveServerDialog.h"

#include <QCheckBox>
#include <QPushButton>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

RemoveServerDialog::RemoveServerDialog(const fleet::EntryRecord& entry, QWidget* parent)
    : QMessageBox(parent)
{
    setObjectName(u"removeServerDialog"_s);
    setIcon(QMessageBox::Question);
    setWindowTitle(tr("Remove server"));
    setTextFormat(Qt::PlainText);
    if (entry.isCluster) {
        setText(tr("Remove the cluster %1 from the list?").arg(entry.displayName));
        setInformativeText(
            tr("Its %n node(s) leave the list as well. Nothing is changed on the servers, and the "
               "cluster can be added again at any time.",
               nullptr, static_cast<int>(entry.hosts.size())));
    } else {
        setText(tr("Remove the server %1 from the list?").arg(entry.displayName));
        setInformativeText(tr("Nothing is changed on the server, and it can be added again at any time."));
    }
    QPushButton* remove = addButton(tr("&Remove"), QMessageBox::AcceptRole);
    remove->setObjectName(u"remove"_s);
    QPushButton* cancel = addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"cancel"_s);
    setDefaultButton(cancel);
    setEscapeButton(cancel);
    auto* dontAsk = new QCheckBox(tr("&Do not ask again"), this);
    dontAsk->setObjectName(u"dontAskAgain"_s);
    setCheckBox(dontAsk);
    connect(this, &QMessageBox::buttonClicked, this, [this, remove](QAbstractButton* clicked) {
        if (clicked == remove)
            Q_EMIT confirmed();
    });
}

bool RemoveServerDialog::dontAskAgain() const
{
    return checkBox()->isChecked();
}

} // namespace hvgpu::ui
