#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/text/TrustText.h"
#include "tests/support/FakeFleet.h"
#include "tests/support/FakeStore.h"
#include "tests/support/FleetSamples.h"
#include "tests/ui/window/StageReport.h"
#include "ui/dialogs/AddServerDialog.h"
#include "ui/dialogs/AddSeveralDialog.h"
#include "ui/dialogs/ServerForm.h"
#include "ui/dialogs/SignInDialog.h"
#include "ui/dialogs/SupportDialog.h"
#include "ui/dialogs/TestResults.h"
#include "ui/dialogs/TestServerDialog.h"
#include "ui/dialogs/TrustDialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
const QString fingerprint =
    u"3F:A0:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:3F:A0:11:22:33:44:55:66:77:88:99:AA:BB:CC:"
    "DD:EF"_s;

base::CertificateSummary certificate()
{
    base::CertificateSummary certificate;
    certificate.subject = u"CN=hv01.example.com, O=Example"_s;
    certificate.issuer = certificate.subject;
    certificate.names = {u"hv01.example.com"_s};
    certificate.validFrom = now.addDays(-400);
    certificate.validUntil = now.addDays(-35);
    certificate.fingerprint = fingerprint;
    return certificate;
}

template <class Widget>
Widget* child(QWidget& parent, const QString& name)
{
    return parent.findChild<Widget*>(name);
}

void press(QWidget& parent, const QString& name)
{
    QTest::mouseClick(child<QPushButton>(parent, name), Qt::LeftButton);
}

void type(QWidget& parent, const QString& name, const QString& text)
{
    auto* edit = child<QLineEdit>(parent, name);
    edit->clear();
    QTest::keyClicks(edit, text);
}

fleet::ConnectionTestReport untrustedReport()
{
    base::Error error;
    error.layer = base::Layer::Tls;
    error.code = base::ErrorCode::Untrusted;
    error.certificate = fingerprint;
    error.certificateShown = std::make_shared<const base::CertificateSummary>(certificate());
    return test::reportUpTo(fleet::TestStage::Tls, error);
}

/// A fleet with a keychain that works.
struct Bench
{
    tests::FakeFleet fleet{tests::sampleFleet()};
    tests::FakeStore store;
    fleet::PasswordKeeper keeper{fleet, store};

    Bench()
    {
        QSignalSpy known(&keeper, &fleet::PasswordKeeper::availabilityKnown);
        keeper.check();
        QTRY_COMPARE(known.size(), 1);
    }
};

void picture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("HVGPU_TEST_PICTURES");
    QCoreApplication::processEvents(); // lets layouts settle
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class TestDialogTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theFirstTime()
    {
        ui::TrustDialog dialog({u"HV01"_s, u"10.0.0.1"_s, certificate(), {}}, now);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const QString text = dialog.text();
        for (const QString& part :
             {u"HV01 is not trusted"_s, u"expired"_s, u"for hv01.example.com, not for 10.0.0.1"_s,
              u"made it itself"_s, u"O=Example"_s, fingerprint.left(47)})
            QVERIFY2(text.contains(part), qPrintable(part + u" in\n"_s + text));
        picture(dialog, u"trust-first"_s);
        QSignalSpy trusted(&dialog, &ui::TrustDialog::trusted);
        QTest::keyClick(&dialog, Qt::Key_Return); // the default is no
        QVERIFY(!dialog.isVisible());
        QCOMPARE(trusted.size(), 0);
        dialog.open();
        press(dialog, u"trust"_s);
        QCOMPARE(trusted.size(), 1);
        QCOMPARE(trusted.front().front().toString(), fingerprint);
    }

    void aChangeIsAnAlarm()
    {
        ui::TrustDialog dialog({u"HV01"_s, u"hv01.example.com"_s, certificate(), u"AA:BB"_s}, now);
        dialog.open();
        QVERIFY(dialog.windowTitle().contains(u"changed"_s));
        QVERIFY(dialog.text().contains(u"another computer answers in its place"_s));
        QVERIFY(dialog.text().contains(u"Trusted until now: AA:BB"_s));
        picture(dialog, u"trust-changed"_s);
        auto* trust = child<QPushButton>(dialog, u"trust"_s);
        QVERIFY(!trust->isEnabled() && !trust->toolTip().isEmpty());
        child<QCheckBox>(dialog, u"compared"_s)->click();
        QVERIFY(trust->isEnabled());
        QSignalSpy trusted(&dialog, &ui::TrustDialog::trusted);
        press(dialog, u"trust"_s);
        QCOMPARE(trusted.size(), 1);
    }

    void aTestShowsTheCertificateAndGoesOnWithIt()
    {
        Bench bench;
        ui::AddServerDialog dialog(bench.fleet, &bench.keeper);
        dialog.open();
        type(dialog, u"name"_s, u"hv09"_s);
        child<QCheckBox>(dialog, u"https"_s)->click();
        press(dialog, u"test"_s);
        QVERIFY(bench.fleet.answerTest(untrustedReport()));
        QVERIFY2(dialog.results()->text().contains(u"SHA256"_s), qPrintable(dialog.results()->text()));
        picture(dialog, u"test-untrusted"_s);
        press(dialog, u"showCertificate"_s);
        auto* trust = child<ui::TrustDialog>(dialog, u"trustDialog"_s);
        QVERIFY(trust != nullptr);
        press(*trust, u"trust"_s);
        QCOMPARE(bench.fleet.calls.last(), u"test hv09"_s); // tested again, with it
        QCOMPARE(dialog.form()->entry().certificatePin, fingerprint);
        QVERIFY(child<QLabel>(dialog, u"trustedCertificate"_s)
                    ->text()
                    .contains(text::fingerprintLines(fingerprint)));
        type(dialog, u"name"_s, u"hv10"_s); // another server, another certificate
        QVERIFY(dialog.form()->entry().certificatePin.isEmpty());
        type(dialog, u"name"_s, u"hv09"_s);
        press(dialog, u"add"_s);
        QCOMPARE(bench.fleet.added.front().certificatePin, fingerprint);
    }

    void passwordsAreRememberedWhenWished()
    {
        Bench bench;
        ui::AddServerDialog dialog(bench.fleet, &bench.keeper);
        dialog.open();
        auto* remember = child<QCheckBox>(dialog, u"remember"_s);
        QVERIFY(!remember->isEnabled()); // no user, no password
        type(dialog, u"name"_s, u"hv09"_s);
        type(dialog, u"user"_s, u"EXAMPLE\\ada"_s);
        type(dialog, u"password"_s, u"Engine-5q"_s);
        QVERIFY(remember->isEnabled());
        QVERIFY(remember->toolTip().contains(u"keychain"_s));
        QVERIFY(!remember->isChecked());
        remember->click();
        press(dialog, u"add"_s);
        QTRY_COMPARE(bench.store.saved.value(u"example\\ada on hv09:5985"_s), QByteArray("Engine-5q"));
        QTRY_VERIFY(bench.fleet.added.back().passwordSaved);

        ui::SignInDialog again(bench.fleet, &bench.keeper, bench.fleet.added.back());
        again.open();
        QVERIFY(child<QCheckBox>(again, u"remember"_s)->isChecked());
        picture(again, u"sign-in"_s);
        type(again, u"password"_s, u"Engine-6r"_s);
        press(again, u"signIn"_s);
        QTRY_COMPARE(bench.store.saved.value(u"example\\ada on hv09:5985"_s), QByteArray("Engine-6r"));
    }

    void withoutAKeychainItSaysSo()
    {
        tests::FakeFleet fleet(tests::sampleFleet());
        ui::AddServerDialog dialog(fleet);
        dialog.open();
        type(dialog, u"user"_s, u"ada"_s);
        auto* remember = child<QCheckBox>(dialog, u"remember"_s);
        QVERIFY(!remember->isEnabled());
        QVERIFY(remember->toolTip().contains(u"no keychain"_s));
    }

    void aClientCertificateNeedsHttpsAndAFile()
    {
        Bench bench;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"ada.p12"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        ui::AddServerDialog dialog(bench.fleet, &bench.keeper);
        dialog.open();
        type(dialog, u"name"_s, u"hv09"_s);
        auto* ways = child<QComboBox>(dialog, u"authentication"_s);
        ways->setCurrentIndex(
            ways->findData(static_cast<int>(fleet::ServerEntry::Authentication::Certificate)));
        QVERIFY(!child<QLineEdit>(dialog, u"user"_s)->isEnabled());
        press(dialog, u"add"_s);
        QVERIFY(dialog.form()->messageOf(u"clientCertificate"_s).contains(u"HTTPS"_s));
        child<QCheckBox>(dialog, u"https"_s)->click();
        QVERIFY(dialog.form()->messageOf(u"clientCertificate"_s).contains(u"Choose"_s));
        type(dialog, u"clientCertificate"_s, file.fileName());
        type(dialog, u"password"_s, u"Engine-5q"_s);
        press(dialog, u"add"_s);
        QCOMPARE(bench.fleet.added.size(), 1U);
        QCOMPARE(bench.fleet.added.front().clientCertificate, file.fileName());
        QCOMPARE(bench.fleet.passwords.front().reveal(), QByteArray("Engine-5q"));
    }

    void severalAtOnce()
    {
        Bench bench;
        ui::AddSeveralDialog dialog(bench.fleet, &bench.keeper);
        dialog.open();
        auto* add = child<QPushButton>(dialog, u"add"_s);
        QVERIFY(!add->isEnabled() && !add->toolTip().isEmpty());
        child<QPlainTextEdit>(dialog, u"list"_s)
            ->setPlainText(
                u"hv11\n# rack 2\nhttps://[2001:db8::7]\nmy host\nhv11\nBOB@hv12\ncluster: clu\n"_s);
        type(dialog, u"user"_s, u"EXAMPLE\\ada"_s);
        type(dialog, u"password"_s, u"Engine-5q"_s);
        auto* problems = child<QListWidget>(dialog, u"problems"_s);
        QCOMPARE(problems->count(), 2);
        QVERIFY(problems->item(0)->text().startsWith(u"Line 4"_s) &&
                problems->item(0)->text().contains(u"my …"_s));
        const QString summary = child<QLabel>(dialog, u"summary"_s)->text();
        QVERIFY2(summary.startsWith(u"4 "_s) && summary.contains(u"For 1 of them"_s), qPrintable(summary));
        picture(dialog, u"add-several"_s);
        QSignalSpy added(&dialog, &ui::AddSeveralDialog::added);
        press(dialog, u"add"_s);
        QCOMPARE(added.size(), 1);
        QCOMPARE(bench.fleet.added.size(), 4U);
        QCOMPARE(bench.fleet.added[1].name, u"2001:db8::7"_s);
        QCOMPARE(bench.fleet.added[0].user, u"EXAMPLE\\ada"_s);
        QCOMPARE(bench.fleet.added[2].user, u"BOB"_s);
        QCOMPARE(bench.fleet.passwords[0].reveal(), QByteArray("Engine-5q"));
        QVERIFY2(bench.fleet.passwords[2].isEmpty(), "the password was entered for another user");

        ui::AddSeveralDialog again(bench.fleet, &bench.keeper);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("name,port\nhv11,5985\nhv13,5999\n") > 0);
        file.close();
        again.setFileChooser([&file](QWidget*, auto chosen) { chosen(file.fileName()); });
        again.open();
        press(again, u"open"_s);
        QCOMPARE(child<QListWidget>(again, u"problems"_s)->count(), 1); // hv11 is there already
        press(again, u"add"_s);
        QCOMPARE(bench.fleet.added.back().port, std::uint16_t{5999});
    }

    void testingAServerOfTheList()
    {
        Bench bench;
        fleet::ServerEntry entry = fleet::entryFromText(u"https://hv01"_s).value();
        ui::TestServerDialog dialog(bench.fleet, entry);
        dialog.open();
        QVERIFY(!child<QPushButton>(dialog, u"testAgain"_s)->isEnabled());
        QVERIFY(bench.fleet.answerTest(untrustedReport()));
        QVERIFY(child<QPushButton>(dialog, u"testAgain"_s)->isEnabled());
        picture(dialog, u"test-server"_s);
        press(dialog, u"copyResults"_s);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"Port open"_s) && copied.contains(u"On the server, in PowerShell"_s),
                 qPrintable(copied));
    }

    void theSupportFileIsShownBeforeItIsSaved()
    {
        report::SupportFacts facts;
        facts.program = u"hvgpu-console 1"_s;
        facts.created = now;
        fleet::ServerEntry entry = fleet::entryFromText(u"EXAMPLE\\ada@hv01.example.com"_s).value();
        facts.servers = {entry};
        facts.log = {u"hv01.example.com: refused ada"_s};
        facts.crashes = {{u"/home/ada/crash-1.txt"_s, now, u"signal: SIGSEGV\n/home/ada/bin/hvgpu(+0x1)"_s}};
        ui::SupportDialog dialog(facts);
        dialog.open();
        auto* text = child<QPlainTextEdit>(dialog, u"supportText"_s);
        QVERIFY(!text->toPlainText().contains(u"hv01"_s) && !text->toPlainText().contains(u"ada"_s));
        QVERIFY(text->toPlainText().contains(u"<server-1>"_s));
        QVERIFY(text->toPlainText().contains(u"signal: SIGSEGV"_s));
        picture(dialog, u"support"_s);
        child<QCheckBox>(dialog, u"hideNames"_s)->click();
        QVERIFY(text->toPlainText().contains(u"hv01.example.com: refused ada"_s));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"support.json"_s);
        dialog.setSaveChooser(
            [&path](QWidget*, const QString&, const QString&, auto chosen) { chosen(path); });
        press(dialog, u"save"_s);
        QTRY_VERIFY(child<QLabel>(dialog, u"outcome"_s)->text().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text->toPlainText());
    }
};

QTEST_MAIN(TestDialogTrust)
#include "tst_dialog_trust.moc"
