#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/ServerListJson.h"
#include "ui/dialogs/ServerForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <optional>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using hvgpu::fleet::ServerEntry;
using ui::ServerForm;

namespace {

void type(ServerForm& form, const QString& field, const QString& text)
{
    auto* edit = form.findChild<QLineEdit*>(field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void choose(ServerForm& form, const QString& field, int value)
{
    auto* box = form.findChild<QComboBox*>(field);
    box->setCurrentIndex(box->findData(value));
}

/// What is written in a server list is what comes back.
ServerEntry saved(const ServerForm& form)
{
    const auto entries = fleet::serverListFromJson(fleet::serverListToJson({form.entry()}));
    return entries && entries->size() == 1 ? entries->front() : ServerEntry();
}

} // namespace

/// How a server is reached, as the form asks for it.
class TestServerForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noProxyUnlessOneIsGiven()
    {
        ServerForm form({}, nullptr);
        type(form, u"name"_s, u"hv01.example.com"_s);
        QVERIFY(form.validate());
        QVERIFY(form.entry().proxy.isEmpty());
        type(form, u"proxy"_s, u"http://proxy.example.com:3128"_s);
        QVERIFY(form.validate());
        QCOMPARE(saved(form).proxy, u"http://proxy.example.com:3128"_s);
        QCOMPARE(saved(form), form.entry());
    }

    void theDotOfTheDnsMakesNoOtherHost()
    {
        const ServerEntry there = fleet::entryFromText(u"hv01.example.com"_s).value();
        ServerForm form({there}, nullptr);
        form.show();
        form.findChild<QSpinBox*>(u"port"_s)->setValue(8080);
        type(form, u"name"_s, u"hv01.example.com."_s);
        QTest::keyClick(form.findChild<QLineEdit*>(u"name"_s), Qt::Key_Tab);
        QVERIFY(form.validate());
        QCOMPARE(form.entry().name, u"hv01.example.com"_s);
        QCOMPARE(form.entry().port, 8080); // given before the name
        form.findChild<QSpinBox*>(u"port"_s)->setValue(there.port);
        QVERIFY(!form.validate());
        QVERIFY2(form.messageOf(u"name"_s).contains(u"in the list already"_s),
                 qPrintable(form.messageOf(u"name"_s)));
    }

    void certificateFilesAreThoseOfTheSystem()
    {
        ServerForm form({}, nullptr);
        const QString hint = form.findChild<QLineEdit*>(u"clientCertificate"_s)->placeholderText();
        QVERIFY2(hint.contains(u"PKCS #12"_s), qPrintable(hint));
        QCOMPARE(hint.contains(u"PEM"_s), fleet::takesPemCertificate());
        QVERIFY(fleet::takesCertificateFile(u"C:\\ada.PFX"_s));
        QCOMPARE(fleet::takesCertificateFile(u"ada.pem"_s), fleet::takesPemCertificate());
    }

    void wrongProxies_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<QString>("message");
        QTest::newRow("password") << u"http://ada:secret@proxy:3128"_s << u"password"_s;
        QTest::newRow("other kind") << u"socks5://proxy:1080"_s << u"HTTP proxies"_s;
        QTest::newRow("no address") << u"proxy:port:3128"_s << u"address of a proxy"_s;
    }

    void wrongProxies()
    {
        QFETCH(const QString, proxy);
        QFETCH(const QString, message);
        ServerForm form({}, nullptr);
        form.show();
        type(form, u"name"_s, u"hv01"_s);
        type(form, u"proxy"_s, proxy);
        QVERIFY(!form.validate());
        QVERIFY2(form.messageOf(u"proxy"_s).contains(message), qPrintable(form.messageOf(u"proxy"_s)));
        type(form, u"proxy"_s, u"proxy:3128"_s);
        QVERIFY(form.validate());
        QVERIFY(form.messageOf(u"proxy"_s).isEmpty());
    }

    void aPasswordBehindTheUserIsRefused()
    {
        ServerForm form({}, nullptr);
        form.show();
        type(form, u"name"_s, u"hv01"_s);
        type(form, u"user"_s, u"ada:Secret123"_s);
        QVERIFY(!form.validate());
        const QString said = form.messageOf(u"user"_s);
        QVERIFY2(said.contains(u"password"_s) && !said.contains(u"Secret123"_s), qPrintable(said));
        type(form, u"user"_s, u"CONTOSO\\ada"_s);
        QVERIFY(form.validate());
    }

    // DCOM is a thing of Windows: elsewhere nobody is asked.
    void transportIsAskedWhereThereIsAChoice()
    {
        ServerForm form({}, nullptr);
        form.show();
        form.offerDcom(false);
        QVERIFY(!form.findChild<QComboBox*>(u"transport"_s)->isVisible());
        QCOMPARE(form.entry().transport, ServerEntry::Transport::WsManagement);
        form.offerDcom(true);
        QVERIFY(form.findChild<QComboBox*>(u"transport"_s)->isVisible());
        QCOMPARE(form.entry().transport, ServerEntry::Transport::WsManagement);
    }

    void theServiceIsThatOfKerberos()
    {
        ServerForm form({}, nullptr);
        form.show();
        auto* service = form.findChild<QComboBox*>(u"serviceClass"_s);
        type(form, u"name"_s, u"hv01.example.com"_s);
        QVERIFY(service->isEnabled()); // Negotiate
        QVERIFY2(service->toolTip().contains(u"HTTP/hv01.example.com"_s), qPrintable(service->toolTip()));
        QVERIFY(saved(form).serviceClass.isEmpty());
        service->setFocus();
        QTest::keyClicks(service, u"W"_s);
        QCOMPARE(service->currentText(), u"WSMAN"_s);
        QCOMPARE(saved(form).serviceClass, u"WSMAN"_s);
        QCOMPARE(saved(form), form.entry());

        ServerForm again({}, nullptr);
        again.edit(form.entry());
        QCOMPARE(again.findChild<QComboBox*>(u"serviceClass"_s)->currentText(), u"WSMAN"_s);
        QCOMPARE(again.entry(), form.entry());
    }

    void withoutKerberosThereIsNoService_data()
    {
        QTest::addColumn<ServerEntry::Authentication>("authentication");
        QTest::addColumn<bool>("dcom");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        using Way = ServerEntry::Authentication;
        QTest::newRow("NTLM") << Way::Ntlm << false << u"hv01"_s << u"Only Kerberos"_s;
        QTest::newRow("Basic") << Way::Basic << false << u"hv01"_s << u"Only Kerberos"_s;
        QTest::newRow("none") << Way::None << false << u"hv01"_s << u"Only Kerberos"_s;
        QTest::newRow("DCOM") << Way::Kerberos << true << u"hv01"_s << u"DCOM"_s;
        QTest::newRow("IPv4") << Way::Kerberos << false << u"192.0.2.7"_s << u"address"_s;
        QTest::newRow("IPv6") << Way::Negotiate << false << u"2001:db8::7"_s << u"address"_s;
    }
    void withoutKerberosThereIsNoService()
    {
        QFETCH(const ServerEntry::Authentication, authentication);
        QFETCH(const bool, dcom);
        QFETCH(const QString, name);
        QFETCH(const QString, reason);
        ServerForm form({}, nullptr);
        form.show();
        form.offerDcom(true);
        auto* service = form.findChild<QComboBox*>(u"serviceClass"_s);
        type(form, u"name"_s, u"hv02"_s);
        choose(form, u"authentication"_s, static_cast<int>(ServerEntry::Authentication::Kerberos));
        service->setCurrentIndex(1);
        type(form, u"name"_s, name);
        choose(form, u"authentication"_s, static_cast<int>(authentication));
        if (dcom)
            choose(form, u"transport"_s, static_cast<int>(ServerEntry::Transport::Dcom));
        QVERIFY(!service->isEnabled());
        QVERIFY2(service->toolTip().contains(reason), qPrintable(service->toolTip()));
        QVERIFY(form.entry().serviceClass.isEmpty());
    }

    void dcomHasNoHttp()
    {
        ServerForm form({}, nullptr);
        form.show();
        form.offerDcom(true);
        type(form, u"name"_s, u"hv01"_s);
        type(form, u"proxy"_s, u"http://proxy:3128"_s);
        form.findChild<QCheckBox*>(u"https"_s)->setChecked(true);
        choose(form, u"transport"_s, static_cast<int>(ServerEntry::Transport::Dcom));
        for (const QString& field :
             {u"https"_s, u"port"_s, u"proxy"_s, u"caFile"_s, u"browse"_s, u"insecure"_s}) {
            const auto* widget = form.findChild<QWidget*>(field);
            QVERIFY2(!widget->isEnabled(), qPrintable(field));
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(field));
        }
        QVERIFY(form.validate());
        const ServerEntry entry = form.entry();
        QCOMPARE(entry.transport, ServerEntry::Transport::Dcom);
        QVERIFY(!entry.https && entry.proxy.isEmpty() && entry.caFile.isEmpty());
        QCOMPARE(saved(form), entry);
        choose(form, u"transport"_s, static_cast<int>(ServerEntry::Transport::WsManagement));
        QVERIFY(form.entry().https);
        QCOMPARE(form.entry().proxy, u"http://proxy:3128"_s);
    }

    void dcomSignsInAsWindowsDoes()
    {
        ServerForm form({}, nullptr);
        form.show();
        form.offerDcom(true);
        type(form, u"name"_s, u"hv01"_s);
        choose(form, u"transport"_s, static_cast<int>(ServerEntry::Transport::Dcom));
        for (const auto way : {ServerEntry::Authentication::Basic, ServerEntry::Authentication::Certificate,
                               ServerEntry::Authentication::None}) {
            choose(form, u"authentication"_s, static_cast<int>(way));
            QVERIFY(!form.validate());
            QVERIFY2(form.messageOf(u"authentication"_s).contains(u"DCOM"_s),
                     qPrintable(form.messageOf(u"authentication"_s)));
        }
        choose(form, u"authentication"_s, static_cast<int>(ServerEntry::Authentication::Ntlm));
        QVERIFY2(form.validate(), "as the current user");
        QVERIFY(form.messageOf(u"authentication"_s).isEmpty());
    }

    // The same server by another way is another entry; the same way twice is not.
    void waysAreToldApart()
    {
        ServerEntry known;
        known.name = u"hv01"_s;
        known.transport = ServerEntry::Transport::Dcom;
        known.id = model::EntryId(u"dcom:hv01"_s);
        ServerForm form({known}, nullptr);
        form.show();
        form.offerDcom(true);
        type(form, u"name"_s, u"HV01"_s);
        QVERIFY(form.validate());
        choose(form, u"transport"_s, static_cast<int>(ServerEntry::Transport::Dcom));
        QVERIFY(!form.validate());
        QVERIFY(form.messageOf(u"name"_s).contains(u"already"_s));
    }

    void aPasswordStaysWithItsPlaceAndItsWay()
    {
        ServerEntry known = fleet::entryFromText(u"https://ada@hv01"_s).value();
        known.passwordSaved = true;
        ServerForm form({known}, nullptr);
        form.show();
        form.edit(known);
        const auto* password = form.findChild<QLineEdit*>(u"password"_s);
        const auto keeps = [&] {
            const bool kept = password->placeholderText() == u"unchanged"_s;
            return kept == form.keepsPassword() &&
                           kept != (password->placeholderText() == u"enter it again"_s)
                       ? std::optional(kept)
                       : std::nullopt;
        };
        QCOMPARE(keeps(), std::optional(true));
        type(form, u"name"_s, u"hv02"_s);
        QCOMPARE(keeps(), std::optional(false));
        QVERIFY2(password->toolTip().contains(u"another server"_s), qPrintable(password->toolTip()));
        type(form, u"name"_s, u"HV01"_s);
        QCOMPARE(keeps(), std::optional(true));
        form.findChild<QSpinBox*>(u"port"_s)->setValue(5999);
        QCOMPARE(keeps(), std::optional(false));
        form.findChild<QSpinBox*>(u"port"_s)->setValue(5986);
        form.findChild<QCheckBox*>(u"https"_s)->setChecked(false);
        form.findChild<QSpinBox*>(u"port"_s)->setValue(5986);
        QCOMPARE(keeps(), std::optional(false));
        form.findChild<QCheckBox*>(u"https"_s)->setChecked(true);
        form.findChild<QSpinBox*>(u"port"_s)->setValue(5986);
        choose(form, u"authentication"_s, static_cast<int>(ServerEntry::Authentication::Basic));
        QCOMPARE(keeps(), std::optional(false));
        choose(form, u"authentication"_s, static_cast<int>(ServerEntry::Authentication::Kerberos));
        QCOMPARE(keeps(), std::optional(true));
    }

    void fieldsFollowEachOther()
    {
        ServerForm form({}, nullptr);
        form.show();
        form.offerDcom(true);
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.findChild<QComboBox*>(u"kind"_s)->setFocus();
        QStringList order;
        for (int i = 0; i < 7; ++i) {
            QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
            order << form.focusWidget()->objectName();
        }
        QCOMPARE(order, (QStringList{u"name"_s, u"transport"_s, u"https"_s, u"port"_s, u"authentication"_s,
                                     u"serviceClass"_s, u"user"_s}));
    }
};

QTEST_MAIN(TestServerForm)
#include "tst_server_form.moc"
