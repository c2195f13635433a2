#include "core/base/Executor.h"
#include "tests/support/FleetSamples.h"
#include "ui/dialogs/ExportDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

report::Table shownTable()
{
    report::Table table;
    table.name = u"gpus"_s;
    table.columns = {{u"server"_s, u"Server"_s}, {u"name"_s, u"Name"_s}, {u"total_vram"_s, u"Total VRAM"_s}};
    table.rows = {{u"hv01"_s, u"=cmd"_s, std::uint64_t{18446744073709551615ULL}},
                  {u"hv02"_s, u"b,\"c\""_s, {}}};
    return table;
}

ui::ExportSources sources()
{
    return {u"GPUs"_s, shownTable(), {}, u"gpus"_s, tests::sampleFleet()};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

/// Runs nothing until told so.
class HeldExecutor final : public base::Executor
{
public:
    void post(std::function<void()> task) override { m_task = std::move(task); }
    void run() { std::exchange(m_task, nullptr)(); }

private:
    std::function<void()> m_task;
};

void press(QWidget* parent, const QString& name)
{
    QTest::mouseClick(parent->findChild<QPushButton*>(name), Qt::LeftButton);
}

} // namespace

class TestDialogExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void whatIsShownIsWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        base::ThreadPool pool(1);
        ui::ExportDialog dialog(sources(), pool);
        dialog.open();
        dialog.findChild<QLineEdit*>(u"path"_s)->setText(path);
        QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
        press(&dialog, u"export"_s);
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(
            contentOf(path),
            QByteArray(
                "server,name,total_vram\r\nhv01,'=cmd,18446744073709551615\r\nhv02,\"b,\"\"c\"\"\",\r\n"));
        QVERIFY(dialog.message().contains(u"2"_s) && dialog.message().contains(u"out.csv"_s));
    }

    void everythingAsJson()
    {
        const QTemporaryDir folder;
        base::ThreadPool pool(1);
        ui::ExportDialog dialog(sources(), pool);
        dialog.open();
        dialog.findChild<QRadioButton*>(u"everything"_s)->setChecked(true);
        dialog.findChild<QComboBox*>(u"report"_s)->setCurrentIndex(3);
        dialog.findChild<QLineEdit*>(u"path"_s)->setText(folder.filePath(u"out.csv"_s));
        dialog.findChild<QComboBox*>(u"format"_s)->setCurrentIndex(1);
        QCOMPARE(dialog.findChild<QLineEdit*>(u"path"_s)->text(), folder.filePath(u"out.json"_s));
        QVERIFY(!dialog.findChild<QCheckBox*>(u"byteOrderMark"_s)->isEnabled());
        QVERIFY(!dialog.findChild<QCheckBox*>(u"byteOrderMark"_s)->toolTip().isEmpty());
        QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
        press(&dialog, u"export"_s);
        QTRY_COMPARE(exported.count(), 1);
        const QByteArray json = contentOf(folder.filePath(u"out.json"_s));
        QVERIFY2(json.startsWith('[') && json.contains("hv03"), json.constData());
    }

    void cancellingLeavesTheFileAsItWas()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        HeldExecutor executor;
        ui::ExportDialog dialog(sources(), executor);
        dialog.open();
        dialog.findChild<QLineEdit*>(u"path"_s)->setText(path);
        QVERIFY(dialog.message().contains(u"replaced"_s));
        press(&dialog, u"export"_s);
        QVERIFY(!dialog.findChild<QPushButton*>(u"export"_s)->isEnabled());
        press(&dialog, u"close"_s); // says Cancel now
        QVERIFY(dialog.isVisible());
        executor.run();
        QTRY_VERIFY(dialog.message().contains(u"cancelled"_s));
        QCOMPARE(contentOf(path), QByteArray("old"));
    }

    void closingWhileWritingIsSafe()
    {
        const QTemporaryDir folder;
        HeldExecutor executor;
        {
            ui::ExportDialog dialog(sources(), executor);
            dialog.findChild<QLineEdit*>(u"path"_s)->setText(folder.filePath(u"out.csv"_s));
            dialog.accept();
        }
        executor.run();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(folder.filePath(u"out.csv"_s)));
    }

    void aFailureIsExplained()
    {
        base::ThreadPool pool(1);
        ui::ExportDialog dialog(sources(), pool);
        dialog.open();
        dialog.findChild<QLineEdit*>(u"path"_s)->setText(u"/nonexistent-folder/out.csv"_s);
        press(&dialog, u"export"_s);
        QTRY_VERIFY(dialog.message().contains(u"/nonexistent-folder"_s));
        QVERIFY(dialog.isVisible());
    }

    void theFileChooserIsAsked()
    {
        HeldExecutor executor;
        ui::ExportDialog dialog(sources(), executor);
        QString suggested;
        dialog.setFileChooser([&suggested](QWidget*, const QString& suggestion, const auto& chosen) {
            suggested = suggestion;
            chosen(u"/tmp/chosen.csv"_s);
        });
        dialog.open();
        press(&dialog, u"browse"_s);
        QVERIFY(suggested.endsWith(u"hyperv-gpus.csv"_s));
        QCOMPARE(dialog.findChild<QLineEdit*>(u"path"_s)->text(), u"/tmp/chosen.csv"_s);
    }
};

QTEST_MAIN(TestDialogExport)
#include "tst_dialog_export.moc"
