#include "core/fleet/EntryText.h"
#include "core/fleet/ServerListJson.h"
#include "core/fleet/ServerListStore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::ServerEntry;

class tst_fleet_server_list : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void defaults();
    void theDotOfTheDnsMakesNoOtherHost();
    void mistakes_data();
    void mistakes();
    void storeStartsEmpty();
    void whatMovedKeepsItsId();
    void storeSavesAtomically();
    void storeKeepsOldOnFailure();
    void namedFileMustExist();
    void brokenFileNamesItself();
};

namespace {

std::vector<ServerEntry> sample()
{
    ServerEntry server = fleet::entryFromText(u"https://hv01.contoso.com"_s).value();
    server.authentication = ServerEntry::Authentication::Basic;
    server.user = u"CONTOSO\\ada"_s;
    server.caFile = u"/etc/ca.pem"_s;
    server.display = u"Lab „eins“"_s;
    ServerEntry cluster = fleet::entryFromText(u"127.0.0.1:41001"_s).value();
    cluster.kind = ServerEntry::Kind::Cluster;
    cluster.allowInsecureBasic = true;
    cluster.nodeAddresses = {{u"n1"_s, u"127.0.0.1:41001"_s}, {u"n2"_s, u"[::1]:41002"_s}};
    cluster.id = fleet::entryIdFor(cluster);
    ServerEntry kerberos = fleet::entryFromText(u"https://hv02.contoso.com"_s).value();
    kerberos.authentication = ServerEntry::Authentication::Kerberos;
    kerberos.serviceClass = u"WSMAN"_s;
    kerberos.certificatePin = u"3F:A0"_s;
    ServerEntry negotiate = fleet::entryFromText(u"hv03"_s).value();
    negotiate.authentication = ServerEntry::Authentication::Negotiate;
    ServerEntry ntlm = fleet::entryFromText(u"hv04"_s).value();
    ntlm.authentication = ServerEntry::Authentication::Ntlm;
    ServerEntry dcom = fleet::entryFromText(u"hv05"_s).value();
    dcom.transport = ServerEntry::Transport::Dcom;
    dcom.id = fleet::entryIdFor(dcom);
    return {server,
            cluster,
            kerberos,
            negotiate,
            ntlm,
            dcom,
            fleet::thisComputer(),
            fleet::entryFromText(u"::1"_s).value()};
}

} // namespace

void tst_fleet_server_list::roundTrip()
{
    const QByteArray json = fleet::serverListToJson(sample());
    QVERIFY(!json.toLower().contains("password"));
    const auto entries = fleet::serverListFromJson(json);
    QVERIFY2(entries.has_value(), qPrintable(entries ? QString() : entries.error().detail));
    QCOMPARE(entries->size(), sample().size());
    QVERIFY(*entries == sample());
}

void tst_fleet_server_list::defaults()
{
    const auto entries =
        fleet::serverListFromJson(R"({"servers":[{"name":"hv01"},{"name":"hv02","https":true}]})");
    QVERIFY(entries.has_value());
    QCOMPARE(entries->at(0).port, 5985);
    QCOMPARE(entries->at(1).port, 5986);
    QCOMPARE(entries->at(0).authentication, ServerEntry::Authentication::Negotiate);
    QVERIFY(!entries->at(0).allowInsecureBasic);
}

void tst_fleet_server_list::theDotOfTheDnsMakesNoOtherHost()
{
    const auto entries = fleet::serverListFromJson(R"({"servers":[{"name":"hv01.contoso.com."}]})");
    QVERIFY(entries.has_value());
    QCOMPARE(entries->at(0).name, u"hv01.contoso.com"_s);
    QCOMPARE(entries->at(0).id, fleet::entryFromText(u"HV01.contoso.com"_s)->id);
    QVERIFY(!fleet::serverListFromJson(R"({"servers":[{"name":"hv01"},{"name":"hv01."}]})").has_value());
}

void tst_fleet_server_list::mistakes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("hint");
    QTest::newRow("syntax") << QByteArray("{\n \"servers\": [\n  {\"name\" \"x\"}]}") << u"line 3, column"_s;
    QTest::newRow("empty file") << QByteArray() << u"line 1, column 1"_s;
    QTest::newRow("list at top") << QByteArray("[]") << u"servers"_s;
    QTest::newRow("no list") << QByteArray(R"({"servers":{}})") << u"servers"_s;
    QTest::newRow("later version") << QByteArray(R"({"version":2,"servers":[]})") << u"version"_s;
    QTest::newRow("no object") << QByteArray(R"({"servers":["hv01"]})") << u"entry 1"_s;
    QTest::newRow("no name") << QByteArray(R"({"servers":[{"name":"a"},{}]})") << u"entry 2, \"name\""_s;
    QTest::newRow("port") << QByteArray(R"({"servers":[{"name":"a","port":99999}]})") << u"\"port\""_s;
    QTest::newRow("fraction") << QByteArray(R"({"servers":[{"name":"a","port":1.5}]})") << u"\"port\""_s;
    QTest::newRow("kind") << QByteArray(R"({"servers":[{"name":"a","kind":"farm"}]})")
                          << u"server, cluster"_s;
    QTest::newRow("flag") << QByteArray(R"({"servers":[{"name":"a","https":"yes"}]})") << u"true or false"_s;
    QTest::newRow("password") << QByteArray(R"({"servers":[{"name":"a","password":"x"}]})")
                              << u"never kept"_s;
    QTest::newRow("password in the user")
        << QByteArray(R"({"servers":[{"name":"a","user":"ada:x"}]})") << u"without a password"_s;
    QTest::newRow("password in the proxy")
        << QByteArray(R"({"servers":[{"name":"a","proxy":"http://u:p@x:1"}]})") << u"without a password"_s;
    QTest::newRow("other case") << QByteArray(R"({"servers":[{"name":"a","HTTPS":true}]})")
                                << u"\"HTTPS\": is not known here; is \"https\" meant?"_s;
    QTest::newRow("unknown") << QByteArray(R"({"servers":[{"name":"a","prot":25100}]})")
                             << u"\"prot\": is not known here"_s;
    QTest::newRow("twice") << QByteArray(R"({"servers":[{"name":"a"},{"name":"A"}]})") << u"entry 2"_s;
    QTest::newRow("node address")
        << QByteArray(R"({"servers":[{"name":"a","kind":"cluster","nodeAddresses":{"n1":7}}]})")
        << u"\"n1\""_s;
    QTest::newRow("nodes of a server")
        << QByteArray(R"({"servers":[{"name":"a","nodeAddresses":{"n1":"x:1"}}]})") << u"cluster only"_s;
}

void tst_fleet_server_list::mistakes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, hint);
    const auto entries = fleet::serverListFromJson(json);
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY2(entries.error().detail.contains(hint), qPrintable(entries.error().detail));
}

void tst_fleet_server_list::storeStartsEmpty()
{
    const QTemporaryDir folder;
    const auto entries = fleet::ServerListStore(folder.filePath(u"none.json"_s)).load();
    QVERIFY(entries.has_value());
    QVERIFY(entries->empty());
    QVERIFY(fleet::ServerListStore::defaultPath().endsWith(u"/servers.json"_s));
}

void tst_fleet_server_list::whatMovedKeepsItsId()
{
    std::vector<fleet::ServerEntry> entries = sample();
    const model::EntryId id = entries.front().id;
    QVERIFY(!fleet::serverListToJson(entries).contains("\"id\""));
    entries.front().name = u"moved.example.com"_s;
    const auto read = fleet::serverListFromJson(fleet::serverListToJson(entries));
    QVERIFY(read.has_value());
    QVERIFY(*read == entries);
    QCOMPARE(read->front().id, id);
    QVERIFY(!read->front().savedUnderId);
    // Where the password lies of an entry that was edited: earlier versions did not say.
    entries.front().passwordSaved = true;
    QByteArray json = fleet::serverListToJson(entries);
    QVERIFY(*fleet::serverListFromJson(json) == entries);
    json.replace("\"passwordAtPlace\": true", "\"passwordAtPlace\": false");
    entries.front().savedUnderId = true;
    QVERIFY(*fleet::serverListFromJson(json) == entries);
    QVERIFY(*fleet::serverListFromJson(fleet::serverListToJson(entries)) == entries);
    fleet::ServerEntry twice = entries.front();
    twice.id = model::EntryId(u"another"_s);
    QVERIFY(!fleet::serverListFromJson(fleet::serverListToJson({entries.front(), twice})));
}

void tst_fleet_server_list::storeSavesAtomically()
{
    const QTemporaryDir folder;
    const fleet::ServerListStore store(folder.filePath(u"new/folder/servers.json"_s));
    QVERIFY(store.save(sample()).has_value());
    QVERIFY(*store.load() == sample());
    QVERIFY(store.save({}).has_value());
    QVERIFY(store.load()->empty());
    QCOMPARE(QDir(folder.filePath(u"new/folder"_s)).entryList(QDir::Files), QStringList{u"servers.json"_s});
}

void tst_fleet_server_list::storeKeepsOldOnFailure()
{
    const QTemporaryDir folder;
    QFile blocker(folder.filePath(u"file"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    const auto result = fleet::ServerListStore(folder.filePath(u"file/servers.json"_s)).save(sample());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, base::ErrorCode::Io);
}

void tst_fleet_server_list::namedFileMustExist()
{
    const QTemporaryDir folder;
    const auto entries = fleet::readServerFile(folder.filePath(u"none.json"_s));
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().code, base::ErrorCode::NotFound);
}

void tst_fleet_server_list::brokenFileNamesItself()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"broken.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const auto entries = fleet::ServerListStore(file.fileName()).load();
    QVERIFY(!entries.has_value());
    QCOMPARE(entries.error().target, file.fileName());
}

QTEST_GUILESS_MAIN(tst_fleet_server_list)
#include "tst_fleet_server_list.moc"
