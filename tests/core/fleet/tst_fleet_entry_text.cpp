#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

class tst_fleet_entry_text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void passwordsAreNotEchoed();
    void ids();
    void anIdStaysWithWhatMoved();
    void nativeWmi();
    void passwordInClear();
};

void tst_fleet_entry_text::accepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("https");
    QTest::addColumn<QString>("user");
    QTest::newRow("host") << u"hv01"_s << u"hv01"_s << 5985 << false << QString();
    QTest::newRow("fqdn and port") << u" hv01.contoso.com:8080 "_s << u"hv01.contoso.com"_s << 8080 << false
                                   << QString();
    QTest::newRow("http") << u"http://host:5985"_s << u"host"_s << 5985 << false << QString();
    QTest::newRow("https") << u"https://host"_s << u"host"_s << 5986 << true << QString();
    QTest::newRow("path") << u"HTTPS://host:443/wsman"_s << u"host"_s << 443 << true << QString();
    QTest::newRow("ipv4") << u"127.0.0.1:41001"_s << u"127.0.0.1"_s << 41001 << false << QString();
    QTest::newRow("ipv6") << u"::1"_s << u"::1"_s << 5985 << false << QString();
    QTest::newRow("ipv6 in brackets")
        << u"https://[fe80::1%eth0]:5986"_s << u"fe80::1%eth0"_s << 5986 << true << QString();
    QTest::newRow("user") << u"https://CONTOSO\\ada@hv01"_s << u"hv01"_s << 5986 << true << u"CONTOSO\\ada"_s;
    QTest::newRow("upn") << u"ada@contoso.com@hv01"_s << u"hv01"_s << 5985 << false << u"ada@contoso.com"_s;
    QTest::newRow("dot of the DNS") << u"https://hv01.contoso.com.:5986"_s << u"hv01.contoso.com"_s << 5986
                                    << true << QString();
    QTest::newRow("letters of other scripts") << u"сервер"_s << u"сервер"_s << 5985 << false << QString();
}

void tst_fleet_entry_text::accepted()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const int, port);
    QFETCH(const bool, https);
    QFETCH(const QString, user);
    const auto entry = fleet::entryFromText(text);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->name, name);
    QCOMPARE(entry->port, port);
    QCOMPARE(entry->https, https);
    QCOMPARE(entry->user, user);
    QCOMPARE(entry->authentication, fleet::ServerEntry::Authentication::Negotiate);
    QCOMPARE(entry->kind, fleet::ServerEntry::Kind::Server);
    QVERIFY(!entry->id.isEmpty());
    const fleet::HostPort place{entry->name, entry->port};
    QCOMPARE(fleet::parseHostPort(place.toString(), 1), std::optional(place));
}

void tst_fleet_entry_text::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"  "_s;
    QTest::newRow("scheme") << u"ftp://host"_s;
    QTest::newRow("port 0") << u"host:0"_s;
    QTest::newRow("big port") << u"host:70000"_s;
    QTest::newRow("dot") << u"."_s;
    QTest::newRow("words") << u"my host"_s;
    QTest::newRow("no host") << u"http://:5985"_s;
    QTest::newRow("open bracket") << u"[::1"_s;
    QTest::newRow("text after bracket") << u"[::1]x"_s;
    QTest::newRow("trailing colon") << u"host:"_s;
    QTest::newRow("header") << u"host\r\nX: y"_s;
}

void tst_fleet_entry_text::refused()
{
    QFETCH(const QString, text);
    const auto entry = fleet::entryFromText(text);
    QVERIFY(!entry.has_value());
    QCOMPARE(entry.error().code, base::ErrorCode::InvalidArgument);
}

void tst_fleet_entry_text::passwordsAreNotEchoed()
{
    const auto entry = fleet::entryFromText(u"https://ada:secret@hv01"_s);
    QVERIFY(!entry.has_value());
    QVERIFY(!base::describe(entry.error()).contains(u"secret"_s));
}

void tst_fleet_entry_text::ids()
{
    QCOMPARE(fleet::entryFromText(u"HV01"_s)->id, fleet::entryFromText(u"http://hv01:5985"_s)->id);
    QVERIFY(fleet::entryFromText(u"hv01:1"_s)->id != fleet::entryFromText(u"hv01:2"_s)->id);
    fleet::ServerEntry cluster = fleet::entryFromText(u"hv01"_s).value();
    cluster.kind = fleet::ServerEntry::Kind::Cluster;
    QVERIFY(fleet::entryIdFor(cluster) != cluster.id);
    QCOMPARE(fleet::urlOf(cluster, u"[::1]:5985"_s), u"http://[::1]:5985/wsman"_s);
}

void tst_fleet_entry_text::anIdStaysWithWhatMoved()
{
    fleet::ServerEntry moved = fleet::entryFromText(u"hv01"_s).value();
    moved.name = u"hv09"_s;
    const std::vector list{moved};
    fleet::ServerEntry fresh = fleet::entryFromText(u"HV01"_s).value(); // another one where it was
    QVERIFY(!fleet::isListed(moved, list));
    fresh.id = fleet::freeIdFor(fresh, list);
    QVERIFY(fresh.id != moved.id);
    QVERIFY(!fleet::isListed(fresh, list));
    fleet::ServerEntry again = fleet::entryFromText(u"hv09"_s).value();
    QVERIFY(fleet::isListed(again, list));
    again.id = moved.id;
    QVERIFY(!fleet::isListed(again, list)); // itself
    QCOMPARE(fleet::freeIdFor(fleet::entryFromText(u"hv02"_s).value(), list), model::EntryId(u"hv02:5985"_s));
}

void tst_fleet_entry_text::nativeWmi()
{
    const fleet::ServerEntry here = fleet::thisComputer();
    QCOMPARE(here.id, model::EntryId(u"local"_s));
    QCOMPARE(fleet::urlOf(here, u"localhost:5985"_s), u"localhost"_s);
    fleet::ServerEntry dcom = fleet::entryFromText(u"HV01:1"_s).value();
    dcom.transport = fleet::ServerEntry::Transport::Dcom;
    QCOMPARE(fleet::entryIdFor(dcom), model::EntryId(u"dcom:hv01"_s)); // DCOM has one port only
    QCOMPARE(fleet::urlOf(dcom, u"hv01:1"_s), u"\\\\hv01"_s);
    dcom.kind = fleet::ServerEntry::Kind::Cluster;
    QCOMPARE(fleet::entryIdFor(dcom), model::EntryId(u"cluster:dcom:hv01"_s));
}

void tst_fleet_entry_text::passwordInClear()
{
    fleet::ServerEntry entry = fleet::entryFromText(u"ada@hv01"_s).value();
    entry.allowInsecureBasic = true;
    QVERIFY(!fleet::sendsPasswordInClear(entry)); // Negotiate encrypts
    entry.authentication = fleet::ServerEntry::Authentication::Basic;
    QVERIFY(fleet::sendsPasswordInClear(entry));
    entry.https = true;
    QVERIFY(!fleet::sendsPasswordInClear(entry));
    entry.https = false;
    entry.name = u"127.0.0.1"_s; // never leaves this computer
    QVERIFY(!fleet::sendsPasswordInClear(entry));
}

QTEST_GUILESS_MAIN(tst_fleet_entry_text)
#include "tst_fleet_entry_text.moc"
