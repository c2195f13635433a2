#include "core/base/Log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
namespace baselog = hvgpu::base::log;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWholeLinesAboveTheLevel()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"log.txt"_s);
        QVERIFY(baselog::addFile(path));
        baselog::setLevel(baselog::Level::Warning);
        baselog::info(u"dropped"_s);
        baselog::warning(u"host says: 100 % {} \u00e4\nforged: line"_s);
        baselog::setLevel(baselog::Level::Debug);
        baselog::debug(u"fine print"_s);
        baselog::error(u"last"_s);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].endsWith(u"warning: host says: 100 % {} \u00e4 forged: line"_s));
        QVERIFY(lines[1].endsWith(u"debug: fine print"_s));
        QVERIFY(lines[2].endsWith(u"error: last"_s));
        QCOMPARE(baselog::lastLines(), lines); // kept for a support file, too
    }

    void saysWhenTheFileCannotBeOpened()
    {
        const QTemporaryDir folder;
        QVERIFY(!baselog::addFile(folder.path())); // a folder is no file
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_base_log.moc"
