#include "ui/change/SaveText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

SaveChooser saveDialog()
{
    return [](QWidget* parent, const QString& suggestion, const QString& filter,
              std::function<void(const QString& path)> chosen) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        auto* dialog = new QFileDialog(parent, QString(), folder, filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suggestion.section(u'.', -1));
        dialog->selectFile(suggestion);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    };
}

QString fileNameOf(const QString& words, const QString& suffix)
{
    QString name;
    for (const QChar letter : words) {
        const bool plain = letter.isLetterOrNumber() || letter == u'_';
        if (plain)
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name + u'.' + suffix;
}

QString saveFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return QCoreApplication::translate("hvgpu::ui::SaveText", "%1 could not be written: %2")
        .arg(QDir::toNativeSeparators(path), file.errorString());
}

} // namespace hvgpu::ui
