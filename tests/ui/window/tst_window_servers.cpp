#include "core/base/CertificateSummary.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "tests/support/FakeFleet.h"
#include "tests/support/FakeStore.h"
#include "tests/support/FleetSamples.h"
#include "ui/commands/Actions.h"
#include "ui/models/IconSource.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NotificationBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using ui::Command;

namespace {

fleet::ServerEntry entryOf(const QString& id)
{
    fleet::ServerEntry entry = fleet::entryFromText(u"https://ada@"_s + id).value();
    entry.id = model::EntryId(id);
    return entry;
}

/// A host whose certificate is not trusted.
fleet::HostRecord doubtful(const QString& name, base::ErrorCode code)
{
    fleet::HostRecord host = tests::failedHost(name, false);
    base::Error error;
    error.layer = base::Layer::Tls;
    error.code = code;
    error.host = name;
    base::CertificateSummary shown;
    shown.subject = u"CN=other"_s;
    shown.issuer = u"CN=Example CA"_s;
    shown.names = {u"other"_s};
    shown.fingerprint = u"3F:A0"_s;
    error.certificate = shown.fingerprint;
    error.certificateShown = std::make_shared<const base::CertificateSummary>(shown);
    host.lastError = error;
    return host;
}

/// The real window with a keychain, on a scripted fleet.
struct Desk
{
    Desk()
        : fleet(tests::fleetOf({tests::readyHost(u"hv01"_s, {})}))
        , keeper(fleet, store)
        , settings(folder.filePath(u"console.ini"_s))
        , pool(1)
    {
        fleet.added = {entryOf(u"hv01"_s)};
        ui::WindowServices services;
        services.background = &pool;
        services.passwords = &keeper;
        services.now = [] { return tests::sampleNow(); };
        window = std::make_unique<ui::MainWindow>(fleet, settings, theme, services);
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    void scopeTo(const QString& host) const
    {
        ui::Scope scope;
        scope.kind = ui::Scope::Kind::Host;
        scope.host = model::HostId(host);
        window->fleetTree()->selectScope(scope);
    }
    [[nodiscard]] QAction* action(Command command) const { return window->actions()[command]; }
    template <class Widget = QDialog>
    [[nodiscard]] Widget* find(const QString& name) const
    {
        return window->findChild<Widget*>(name);
    }

    QTemporaryDir folder;
    tests::FakeFleet fleet;
    tests::FakeStore store;
    fleet::PasswordKeeper keeper;
    ui::Settings settings;
    ui::Theme theme;
    base::ThreadPool pool;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

class TestWindowServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aServerJustAddedIsAskedAboutOnce()
    {
        Desk desk;
        desk.action(Command::AddServer)->trigger();
        auto* dialog = desk.find(u"addServerDialog"_s);
        auto* name = dialog->findChild<QLineEdit*>(u"name"_s);
        QTest::keyClicks(name, u"hv02"_s);
        dialog->findChild<QCheckBox*>(u"https"_s)->click();
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"add"_s), Qt::LeftButton);
        const fleet::ServerEntry added = desk.fleet.added.back();
        QTRY_VERIFY(desk.find(u"addServerDialog"_s) == nullptr);
        fleet::HostRecord host = doubtful(u"hv02"_s, base::ErrorCode::Untrusted);
        host.id = model::HostId(added.id.text());
        host.entry = added.id;
        desk.fleet.publish(tests::fleetOf({host}, 2));
        auto* trust = desk.find(u"trustDialog"_s);
        QVERIFY(trust != nullptr);
        QSignalSpy edited(desk.window.get(), &ui::MainWindow::serversEdited);
        QTest::mouseClick(trust->findChild<QPushButton*>(u"trust"_s), Qt::LeftButton);
        QCOMPARE(desk.fleet.calls.last(), u"change "_s + added.id.text());
        QCOMPARE(desk.fleet.added.back().certificatePin, u"3F:A0"_s);
        QCOMPARE(edited.size(), 1);
    }

    void otherServersAreNotAskedAboutByThemselves()
    {
        Desk desk;
        desk.fleet.publish(tests::fleetOf({doubtful(u"hv01"_s, base::ErrorCode::Untrusted)}, 2));
        QVERIFY(desk.find(u"trustDialog"_s) == nullptr);
        desk.scopeTo(u"hv01"_s);
        QTRY_VERIFY(desk.action(Command::Certificate)->isEnabled());
        desk.action(Command::Certificate)->trigger();
        QVERIFY(desk.find(u"trustDialog"_s) != nullptr);
    }

    void aChangedCertificateIsAnAlarm()
    {
        Desk desk;
        desk.fleet.added.front().certificatePin = u"AA:BB"_s;
        desk.fleet.publish(tests::fleetOf({doubtful(u"hv01"_s, base::ErrorCode::CertificateChanged)}, 2));
        const QString alarm = desk.window->findChild<ui::NotificationBar*>()->text();
        QVERIFY2(alarm.contains(u"another certificate"_s) && alarm.contains(u"hv01"_s), qPrintable(alarm));
        desk.scopeTo(u"hv01"_s);
        QTRY_VERIFY(desk.action(Command::Certificate)->isEnabled());
        desk.action(Command::Certificate)->trigger();
        auto* dialog = desk.find(u"trustDialog"_s);
        dialog->findChild<QCheckBox*>(u"compared"_s)->click();
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"trust"_s), Qt::LeftButton);
        QCOMPARE(desk.fleet.added.back().certificatePin, u"3F:A0"_s); // in place of the old one
    }

    void aNodeOfAClusterHasACertificateOfItsOwn()
    {
        Desk desk;
        fleet::ServerEntry& cluster = desk.fleet.added.front();
        cluster.kind = fleet::ServerEntry::Kind::Cluster;
        cluster.certificatePin = u"AA:BB,hv02:5986=CC:DD,hv01:5986=EE:FF"_s;
        fleet::HostRecord host = doubtful(u"hv01"_s, base::ErrorCode::CertificateChanged);
        host.inCluster = true;
        desk.fleet.publish(tests::fleetOf({host}, 2));
        desk.scopeTo(u"hv01"_s);
        QTRY_VERIFY(desk.action(Command::Certificate)->isEnabled());
        desk.action(Command::Certificate)->trigger();
        auto* dialog = desk.find(u"trustDialog"_s);
        dialog->findChild<QCheckBox*>(u"compared"_s)->click();
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"trust"_s), Qt::LeftButton);
        QCOMPARE(desk.fleet.added.back().certificatePin, u"AA:BB,hv02:5986=CC:DD,hv01:5986=3F:A0"_s);
    }

    void aServerIsEditedByKeyboard()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.fleet.added.front().passwordSaved = true;
        desk.fleet.added.front().certificatePin = u"3F:A0"_s;
        desk.fleet.added.front().nodeAddresses = {{u"n1"_s, u"hv01:1"_s}}; // what the form does not ask for
        desk.store.saved[u"ada on hv01:5986"_s] = "Engine-5q";
        desk.keeper.check();
        desk.window->fleetTree()->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(!desk.action(Command::EditServer)->isEnabled()); // all servers
        QVERIFY(desk.action(Command::EditServer)->toolTip().contains(u"Select a server"_s));
        QTest::keyClick(desk.window->fleetTree(), Qt::Key_Down);
        QTRY_VERIFY(desk.action(Command::EditServer)->isEnabled());
        QSignalSpy edited(desk.window.get(), &ui::MainWindow::serversEdited);
        QTest::keyClick(desk.window->fleetTree(), Qt::Key_F2);
        auto* dialog = desk.find(u"editServerDialog"_s);
        QVERIFY(dialog != nullptr && QTest::qWaitForWindowActive(dialog));

        // Everything is there, and can be changed where that makes sense.
        auto* name = dialog->findChild<QLineEdit*>(u"name"_s);
        QTRY_VERIFY(name->hasFocus());
        QCOMPARE(name->text(), u"hv01"_s);
        QCOMPARE(dialog->findChild<QLineEdit*>(u"user"_s)->text(), u"ada"_s);
        QVERIFY(dialog->findChild<QCheckBox*>(u"https"_s)->isChecked());
        QCOMPARE(dialog->findChild<QSpinBox*>(u"port"_s)->value(), 5986);
        auto* password = dialog->findChild<QLineEdit*>(u"password"_s);
        QVERIFY(password->text().isEmpty());
        QCOMPARE(password->placeholderText(), u"unchanged"_s);
        QVERIFY(!dialog->findChild<QComboBox*>(u"kind"_s)->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"trustedCertificate"_s)->text().contains(u"3F:A0"_s));

        QTest::keyClicks(name, u"hv01.example.com"_s); // in place of the selected text
        QVERIFY(!dialog->findChild<QLabel*>(u"trustedCertificate"_s)->isVisible());
        QCOMPARE(password->placeholderText(), u"enter it again"_s); // it was that of another place
        QTest::keyClick(name, Qt::Key_W, Qt::AltModifier);
        QVERIFY(password->hasFocus());
        QTest::keyClicks(password, u"Other-5q"_s);
        QTest::keyClick(password, Qt::Key_T, Qt::AltModifier);
        QTRY_VERIFY(desk.fleet.calls.contains(u"test hv01.example.com"_s));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE(edited.size(), 2); // changed, and its password saved
        QCOMPARE(desk.fleet.calls.last(), u"add hv01"_s);
        const fleet::ServerEntry& entry = desk.fleet.added.back();
        QCOMPARE(entry.id, model::EntryId(u"hv01"_s));
        QCOMPARE(entry.name, u"hv01.example.com"_s);
        QCOMPARE(entry.nodeAddresses.size(), std::size_t{1});
        QVERIFY(entry.certificatePin.isEmpty()); // it was that of another place
        QVERIFY(entry.passwordSaved);
        QCOMPARE(desk.store.saved,
                 (QMap<QString, QByteArray>{{u"ada on hv01.example.com:5986"_s, "Other-5q"}}));
        QTRY_VERIFY(desk.find(u"editServerDialog"_s) == nullptr);

        // The certificate of the new place is asked about as that of a server just added.
        fleet::HostRecord host = doubtful(u"hv01"_s, base::ErrorCode::Untrusted);
        desk.fleet.publish(tests::fleetOf({host}, 2));
        QVERIFY(desk.find(u"trustDialog"_s) != nullptr);
    }

    void anotherUserIsAskedForThePassword()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.fleet.added.front().passwordSaved = true;
        desk.store.saved[u"ada on hv01:5986"_s] = "Engine-5q";
        desk.scopeTo(u"hv01"_s);
        desk.window->fleetTree()->setFocus();
        QTRY_VERIFY(desk.action(Command::EditServer)->isEnabled());
        desk.action(Command::EditServer)->trigger();
        auto* dialog = desk.find(u"editServerDialog"_s);
        QVERIFY(dialog != nullptr && QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(dialog->findChild<QLineEdit*>(u"name"_s)->hasFocus());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_U, Qt::AltModifier);
        auto* user = dialog->findChild<QLineEdit*>(u"user"_s);
        QVERIFY(user->hasFocus());
        user->selectAll();
        QTest::keyClicks(user, u"bob"_s);
        auto* password = dialog->findChild<QLineEdit*>(u"password"_s);
        QVERIFY(password->placeholderText().isEmpty());
        QTest::keyClick(user, Qt::Key_W, Qt::AltModifier);
        QVERIFY(password->hasFocus());
        QTest::keyClicks(password, u"secret"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY(desk.fleet.calls.contains(u"add hv01"_s)); // with the password that was typed
        QCOMPARE(desk.fleet.passwords.back().reveal(), QByteArray("secret"));
        QCOMPARE(desk.fleet.added.back().user, u"bob"_s);
        QTRY_VERIFY(desk.store.saved.isEmpty()); // that of the other account
    }

    void anAddressOfAnotherServerIsRefused()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.fleet.added.push_back(entryOf(u"hv02"_s));
        desk.scopeTo(u"hv01"_s);
        QTRY_VERIFY(desk.action(Command::EditServer)->isEnabled());
        desk.action(Command::EditServer)->trigger();
        auto* dialog = desk.find(u"editServerDialog"_s);
        QVERIFY(dialog != nullptr && QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(dialog->focusWidget(), u"HV02"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        const QString said = dialog->findChild<QLabel*>(u"nameMessage"_s)->text();
        QVERIFY2(said.contains(u"in the list already"_s), qPrintable(said));
    }

    void aSavedPasswordCanBeForgotten()
    {
        Desk desk;
        desk.scopeTo(u"hv01"_s);
        QTRY_VERIFY(!desk.action(Command::ForgetPassword)->isEnabled());
        QVERIFY(desk.action(Command::ForgetPassword)->toolTip().contains(u"No password is saved"_s));
        desk.store.saved[u"ada on hv01:5986"_s] = "Engine-5q";
        desk.fleet.added.front().passwordSaved = true;
        QSignalSpy edited(desk.window.get(), &ui::MainWindow::serversEdited);
        desk.fleet.publish(tests::fleetOf({tests::readyHost(u"hv01"_s, {})}, 2));
        desk.scopeTo(u"hv01"_s);
        desk.window->fleetTree()->setFocus();
        QTRY_VERIFY(desk.action(Command::ForgetPassword)->isEnabled());
        desk.action(Command::ForgetPassword)->trigger();
        QTRY_COMPARE(edited.size(), 1);
        QVERIFY(desk.store.saved.isEmpty());
        QVERIFY(!desk.fleet.added.front().passwordSaved);
        QVERIFY(!desk.action(Command::ForgetPassword)->isEnabled());
    }

    void aPasswordInTheClearIsMarked()
    {
        Desk desk;
        fleet::HostRecord host = tests::readyHost(u"hv01"_s, {tests::partitionedGpu()});
        host.passwordInClear = true;
        desk.fleet.publish(tests::fleetOf({host}, 2));
        desk.scopeTo(u"hv01"_s);
        const QModelIndex row = desk.window->fleetTree()->currentIndex();
        QCOMPARE(row.siblingAtColumn(1).data().toString(), u"OK, unencrypted"_s);
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"unencrypted"_s));
    }
};

QTEST_MAIN(TestWindowServers)
#include "tst_window_servers.moc"
