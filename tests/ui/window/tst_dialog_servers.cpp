#include "tests/support/FakeFleet.h"
#include "tests/support/FleetSamples.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/AddServerDialog.h"
#include "ui/dialogs/RemoveServerDialog.h"
#include "ui/dialogs/ServerForm.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/SignInDialog.h"
#include "ui/dialogs/TestResults.h"
#include "ui/settings/Settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using hvgpu::fleet::ServerEntry;
using Authentication = ServerEntry::Authentication;

namespace {

void type(QWidget* parent, const QString& name, const QString& text)
{
    auto* edit = parent->findChild<QLineEdit*>(name);
    edit->clear();
    QTest::keyClicks(edit, text);
}

void press(QWidget* parent, const QString& name)
{
    QTest::mouseClick(parent->findChild<QPushButton*>(name), Qt::LeftButton);
}

fleet::ConnectionTestReport failingReport()
{
    fleet::TestStageResult connected{fleet::TestStage::Resolve, true, true, u"connected in 12 ms"_s, {}};
    base::Error error;
    error.layer = base::Layer::Auth;
    error.code = base::ErrorCode::CredentialsRejected;
    error.httpStatus = 401;
    fleet::TestStageResult refused{fleet::TestStage::SignIn, false, true, {}, error};
    fleet::TestStageResult untried{fleet::TestStage::HyperV, false, false, {}, {}};
    return {{connected, refused, untried}};
}

void choose(QWidget* dialog, Authentication way)
{
    auto* box = dialog->findChild<QComboBox*>(u"authentication"_s);
    box->setCurrentIndex(box->findData(static_cast<int>(way)));
}

} // namespace

class TestDialogServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void emptyFieldsAreExplainedAndNothingIsAdded()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        choose(&dialog, Authentication::Basic);
        press(&dialog, u"add"_s);
        QVERIFY(dialog.isVisible());
        QVERIFY(fleet.added.empty());
        QVERIFY(!dialog.form()->messageOf(u"name"_s).isEmpty());
        QVERIFY(!dialog.form()->messageOf(u"user"_s).isEmpty());
        QVERIFY(dialog.form()->messageOf(u"insecure"_s).contains(u"clear"_s));
        QVERIFY(dialog.findChild<QLineEdit*>(u"name"_s)->hasFocus());
        type(&dialog, u"name"_s, u"hv 01"_s);
        QVERIFY(dialog.form()->messageOf(u"name"_s).contains(u"not a host name"_s));
        type(&dialog, u"name"_s, u"hv01"_s);
        QCOMPARE(dialog.form()->messageOf(u"name"_s), QString());
    }

    void aServerIsAddedWithItsPasswordButOnce()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(&dialog, u"name"_s, u"hv09.example.com"_s);
        dialog.findChild<QCheckBox*>(u"https"_s)->click();
        QCOMPARE(dialog.findChild<QSpinBox*>(u"port"_s)->value(), 5986);
        type(&dialog, u"user"_s, u"EXAMPLE\\admin"_s);
        type(&dialog, u"password"_s, u"pa ss\"'"_s);
        press(&dialog, u"add"_s);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(fleet.added.size(), std::size_t{1});
        QCOMPARE(fleet.added.front().name, u"hv09.example.com"_s);
        QVERIFY(fleet.added.front().https);
        QVERIFY(!fleet.added.front().allowInsecureBasic);
        QCOMPARE(fleet.passwords.front().reveal(), QByteArray("pa ss\"'"));

        ui::AddServerDialog again(fleet);
        again.open();
        type(&again, u"name"_s, u"HV09.example.com"_s);
        again.findChild<QCheckBox*>(u"https"_s)->click();
        type(&again, u"user"_s, u"x"_s);
        press(&again, u"add"_s);
        QVERIFY(again.form()->messageOf(u"name"_s).contains(u"already"_s));
        QCOMPARE(fleet.added.size(), std::size_t{1});
    }

    void withoutAnAccountTheCurrentUserSignsIn()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(&dialog, u"name"_s, u"hv09.example.com"_s);
        QVERIFY(!dialog.findChild<QLineEdit*>(u"user"_s)->placeholderText().isEmpty());
        QVERIFY(!dialog.findChild<QLineEdit*>(u"password"_s)->isEnabled());
        press(&dialog, u"add"_s);
        QCOMPARE(fleet.added.size(), std::size_t{1});
        QCOMPARE(fleet.added.front().authentication, Authentication::Negotiate);
        QVERIFY(fleet.added.front().user.isEmpty());
        QVERIFY(fleet.passwords.front().isEmpty());
    }

    void ntlmNeedsAUserAndKeepsThePassword()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(&dialog, u"name"_s, u"hv09"_s);
        choose(&dialog, Authentication::Ntlm);
        press(&dialog, u"add"_s);
        QVERIFY(dialog.form()->messageOf(u"user"_s).contains(u"user name"_s));
        type(&dialog, u"user"_s, u"HV09\\admin"_s);
        type(&dialog, u"password"_s, u"secret"_s);
        press(&dialog, u"add"_s);
        QCOMPARE(fleet.added.size(), std::size_t{1});
        QCOMPARE(fleet.added.front().authentication, Authentication::Ntlm);
        QCOMPARE(fleet.passwords.front().reveal(), QByteArray("secret"));
    }

    void aPastedAddressFillsTheFields()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<QLineEdit*>(u"name"_s)->setFocus();
        QTRY_VERIFY(dialog.findChild<QLineEdit*>(u"name"_s)->hasFocus());
        type(&dialog, u"name"_s, u"https://hv01:15986"_s);
        QTest::keyClick(dialog.findChild<QLineEdit*>(u"name"_s), Qt::Key_Tab);
        QCOMPARE(dialog.form()->entry().name, u"hv01"_s);
        QCOMPARE(dialog.form()->entry().port, std::uint16_t{15986});
        QVERIFY(dialog.form()->entry().https);
    }

    void theConnectionTestShowsEachStage()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(&dialog, u"name"_s, u"hv01"_s);
        choose(&dialog, Authentication::None);
        press(&dialog, u"test"_s);
        QCOMPARE(fleet.calls.last(), u"test hv01"_s);
        QVERIFY(dialog.results()->text().contains(u"Testing"_s));
        QVERIFY(!dialog.findChild<QPushButton*>(u"test"_s)->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton*>(u"test"_s)->toolTip().isEmpty());
        QVERIFY(fleet.answerTest(failingReport()));
        const QString text = dialog.results()->text();
        QVERIFY2(text.contains(u"failed"_s) && text.contains(u"connected in 12 ms"_s) &&
                     text.contains(u"not tried"_s),
                 qUtf8Printable(text));
        QVERIFY(text.contains(u"401"_s));
        QVERIFY(dialog.findChild<QPushButton*>(u"test"_s)->isEnabled());
        type(&dialog, u"name"_s, u"hv02"_s);
        QVERIFY(dialog.results()->text().isEmpty());
    }

    void anOvertakenTestIsDropped()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(&dialog, u"name"_s, u"hv01"_s);
        choose(&dialog, Authentication::None);
        press(&dialog, u"test"_s);
        type(&dialog, u"name"_s, u"hv02"_s);
        QVERIFY(fleet.answerTest(failingReport()));
        QVERIFY(dialog.results()->text().isEmpty());
    }

    void removingNamesTheEffectAndDefaultsToCancel()
    {
        const auto fleet = tests::sampleFleet();
        ui::RemoveServerDialog dialog(*fleet->entries.front());
        dialog.open();
        QVERIFY(dialog.text().contains(u"hv01"_s));
        QVERIFY(dialog.informativeText().contains(u"Nothing is changed"_s));
        QCOMPARE(dialog.defaultButton()->objectName(), u"cancel"_s);
        QSignalSpy confirmed(&dialog, &ui::RemoveServerDialog::confirmed);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(confirmed.count(), 0);
        dialog.open();
        press(&dialog, u"remove"_s);
        QCOMPARE(confirmed.count(), 1);
    }

    void signingInKeepsTheEntryAndGivesThePassword()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        fleet::ServerEntry entry;
        entry.id = model::EntryId(u"hv03:5986"_s);
        entry.name = u"hv03"_s;
        entry.user = u"admin"_s;
        ui::SignInDialog dialog(fleet, nullptr, entry);
        dialog.open();
        type(&dialog, u"password"_s, u"secret"_s);
        press(&dialog, u"signIn"_s);
        QCOMPARE(fleet.added.front().id, entry.id);
        QCOMPARE(fleet.passwords.front().reveal(), QByteArray("secret"));
    }

    void settingsAreWrittenOnOkOnly()
    {
        const QTemporaryDir folder;
        ui::Settings settings(folder.filePath(u"console.ini"_s));
        ui::SettingsDialog dialog(settings);
        dialog.open();
        dialog.findChild<QComboBox*>(u"theme"_s)->setCurrentIndex(2);
        dialog.findChild<QSpinBox*>(u"pollInterval"_s)->setValue(120);
        dialog.findChild<QSpinBox*>(u"operationsPerHost"_s)->setValue(3);
        dialog.findChild<QCheckBox*>(u"confirmRemove"_s)->setChecked(false);
        dialog.reject();
        QCOMPARE(settings.operationsPerHost(), 5);
        QCOMPARE(settings.theme(), u"system"_s);
        dialog.open();
        dialog.accept();
        QCOMPARE(settings.theme(), u"dark"_s);
        QCOMPARE(settings.pollInterval().count(), 120);
        QCOMPARE(settings.operationsPerHost(), 3);
        QVERIFY(!settings.confirmRemove());
    }

    void damagedSettingsDoNoHarm()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"console.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[Fleet]\npollSeconds=-99\nparallelHosts=many\noperationsPerHost=1000\n[Look]\ntheme=\xff\xfe\n");
        file.close();
        const ui::Settings settings(path);
        QCOMPARE(settings.pollInterval().count(), 0);
        QCOMPARE(settings.parallelHosts(), 1);
        QCOMPARE(settings.operationsPerHost(), 100);
    }

    void aboutCopiesDiagnostics()
    {
        ui::AboutDialog dialog({u"Fleet: 1 entries, 1 hosts"_s});
        dialog.open();
        press(&dialog, u"copyDiagnostics"_s);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.contains(u"hvgpu-console"_s) && text.contains(u"Qt:"_s) && text.contains(u"1 hosts"_s));
    }
};

QTEST_MAIN(TestDialogServers)
#include "tst_dialog_servers.moc"
