#include "ui/change/SaveText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct SaveWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::SaveText)
};

} // namespace

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

void saveFile(QObject* shownBy, const QString& path, const QByteArray& content,
              std::function<void(const QString& message)> done)
{
    QThreadPool::globalInstance()->start([guard = QPointer(shownBy), path, content, done = std::move(done)] {
        QSaveFile file(path);
        const bool saved =
            file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
        const QString reason = saved ? QString() : file.errorString();
        QMetaObject::invokeMethod(qApp, [guard, path, done, saved, reason] {
            if (guard)
                done(saved ? SaveWords::tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                           : SaveWords::tr("%1 could not be written: %2")
                                 .arg(QDir::toNativeSeparators(path), reason));
        });
    });
}

} // namespace hvgpu::ui
