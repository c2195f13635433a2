#include "core/fleet/ListBytes.h"
#include "core/fleet/ServerListStore.h"
#include "core/fleet/ServerListText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::ListProblem;
using fleet::ServerEntry;
using Problem = ListProblem::Kind;

class tst_fleet_list_text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses()
    {
        const auto list =
            fleet::serverListFromText(u"# rack 1\r\n\r\n  hv01  # the old one\r\nhttps://hv02:5987\r\n"
                                      u"CONTOSO\\ada@hv03\r\n[::1]:5985\r\nfe80::1%eth0\r\n"
                                      u"cluster: gpu-cluster\r\n"_s);
        QVERIFY(list.problems.empty());
        QCOMPARE(list.entries.size(), 6U);
        QCOMPARE(list.entries[0].name, u"hv01"_s);
        QCOMPARE(list.entries[0].authentication, ServerEntry::Authentication::Negotiate);
        QVERIFY(list.entries[1].https);
        QCOMPARE(list.entries[1].port, std::uint16_t{5987});
        QCOMPARE(list.entries[2].user, u"CONTOSO\\ada"_s);
        QCOMPARE(list.entries[3].name, u"::1"_s);
        QCOMPARE(list.entries[4].name, u"fe80::1%eth0"_s);
        QVERIFY(list.entries[5].kind == ServerEntry::Kind::Cluster);
    }

    void goodLinesStand()
    {
        const auto list =
            fleet::serverListFromText(u"hv01\nmy host\nhv02\nHV01:5985\nftp://x\nada:secret@hv03\n"_s);
        QCOMPARE(list.entries.size(), 2U);
        const std::vector<ListProblem> expected{{2, Problem::NotAnAddress, u"my …"_s},
                                                {4, Problem::Repeated, u"HV01"_s},
                                                {5, Problem::NotAnAddress, u"ftp://x"_s},
                                                {6, Problem::PasswordInLine, {}}};
        QVERIFY(list.problems == expected);
        for (const ListProblem& problem : list.problems)
            QVERIFY(!fleet::describe(problem).contains(u"secret"_s));
        QCOMPARE(fleet::describe(list.problems[0]), u"line 2: not a host name or address: my …"_s);
    }

    void columns()
    {
        const auto list = fleet::serverListFromText(
            u"\xFEFFName;Port;HTTPS;User;Kind;Display;Authentication;CA_File;SPN\n"
            u"hv01;;yes;CONTOSO\\ada;;\"The \"\"old\"\" one; really\";kerberos;/etc/ca.pem;wsman\n"
            u"clu;5985;no;;cluster;;;;\n"_s);
        QVERIFY2(list.problems.empty(),
                 list.problems.empty() ? "" : qPrintable(fleet::describe(list.problems[0])));
        QCOMPARE(list.entries.size(), 2U);
        const ServerEntry& first = list.entries[0];
        QVERIFY(first.https);
        QCOMPARE(first.port, std::uint16_t{5986});
        QCOMPARE(first.user, u"CONTOSO\\ada"_s);
        QCOMPARE(first.display, u"The \"old\" one; really"_s);
        QCOMPARE(first.authentication, ServerEntry::Authentication::Kerberos);
        QCOMPARE(first.caFile, u"/etc/ca.pem"_s);
        QCOMPARE(first.serviceClass, u"WSMAN"_s);
        QVERIFY(list.entries[1].serviceClass.isEmpty());
        QVERIFY(list.entries[1].kind == ServerEntry::Kind::Cluster);
        QVERIFY(!list.entries[1].https);
    }

    void badColumns()
    {
        const auto list = fleet::serverListFromText(u"name,port,https,password,colour\nhv01,99999,no,x,red\n"
                                                    u"hv02,1,perhaps,x,red\nhv03,,,,\n"_s);
        QCOMPARE(list.entries.size(), 1U);
        QCOMPARE(list.entries[0].name, u"hv03"_s);
        const std::vector<ListProblem> expected{{1, Problem::PasswordInLine, u"password"_s},
                                                {1, Problem::UnknownColumn, u"colour"_s},
                                                {2, Problem::BadValue, u"port: 99999"_s},
                                                {3, Problem::BadValue, u"https: perhaps"_s}};
        QVERIFY(list.problems == expected);
    }

    void badServiceName()
    {
        const auto list = fleet::serverListFromText(u"name,spn\nhv01,smtp\nhv02,HOST\n"_s);
        QCOMPARE(list.entries.size(), 1U);
        QCOMPARE(list.entries[0].serviceClass, u"host"_s);
        const std::vector<ListProblem> expected{{2, Problem::BadValue, u"spn: smtp"_s}};
        QVERIFY(list.problems == expected);
    }

    void nothing()
    {
        for (const QString& text : {QString(), u"\n# only this\n"_s}) {
            const auto list = fleet::serverListFromText(text);
            QVERIFY(list.entries.empty());
            QCOMPARE(list.problems.size(), 1U);
            QVERIFY(list.problems[0].kind == Problem::NoServers);
        }
    }

    void bytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto wide = [](const QByteArray& narrow, bool bigEndian, const QByteArray& mark) {
            QByteArray bytes = mark;
            for (const char c : narrow)
                bytes += bigEndian ? QByteArray(1, '\0') + c : c + QByteArray(1, '\0');
            return bytes;
        };
        // Latin-1, so that a letter is its number in UTF-16 as well.
        const QByteArray latin = "name,user\r\nhv01,J\xF6rg\r\n";
        QTest::newRow("UTF-8") << QByteArray("name,user\r\nhv01,J\xC3\xB6rg\r\n");
        QTest::newRow("UTF-8, marked") << QByteArray("\xEF\xBB\xBFname,user\nhv01,J\xC3\xB6rg\n");
        QTest::newRow("UTF-16, Windows PowerShell") << wide(latin, false, "\xFF\xFE");
        QTest::newRow("UTF-16, unmarked") << wide(latin, false, {});
        QTest::newRow("UTF-16, big-endian") << wide(latin, true, "\xFE\xFF");
        QTest::newRow("UTF-16, big-endian, unmarked") << wide(latin, true, {});
        QTest::newRow("Windows-1252") << latin;
        QTest::newRow("carriage returns only") << QByteArray("name,user\rhv01,J\xF6rg\r");
    }

    void bytes()
    {
        QFETCH(const QByteArray, bytes);
        const auto list = fleet::serverListFromText(fleet::listTextOf(bytes));
        QVERIFY2(list.problems.empty(),
                 list.problems.empty() ? "" : qPrintable(fleet::describe(list.problems[0])));
        QCOMPARE(list.entries.size(), 1U);
        QCOMPARE(list.entries[0].name, u"hv01"_s);
        QCOMPARE(list.entries[0].user, u"J\u00F6rg"_s);
    }

    void whatWindows1252HasBesides()
    {
        QCOMPARE(fleet::listTextOf("\x80\x8A\x96\xFC"), u"\u20AC\u0160\u2013\u00FC"_s);
        QCOMPARE(fleet::listTextOf({}), QString());
    }

    void asPowerShellWritesThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ComputerName") << u"ComputerName\nhv01\nhv02\n"_s;
        QTest::newRow("quoted") << u"\"Name\"\r\n\"hv01\"\r\n\"hv02\"\r\n"_s;
        QTest::newRow("type")
            << u"#TYPE Selected.System.String\n\"Server\",\"State\"\n\"hv01\",\"Up\"\n\"hv02\",\"Down\"\n"_s;
        QTest::newRow("table") << u"\n\nHost\n----\nhv01\nhv02\n\n"_s;
        QTest::newRow("Active Directory")
            << u"DistinguishedName,DNSHostName,Enabled,Name,SID\n\"CN=X,DC=y\",hv01,True,X,S-1\n\"CN=Z,DC=y\",,True,hv02,S-2\n"_s;
        QTest::newRow("tabs") << u"name\tuser\nhv01\t\nhv02\t\n"_s;
        QTest::newRow("Excel") << u"sep=;\nPort;Host Name\n5985;hv01\n5985;hv02\n"_s;
        QTest::newRow("quoted names alone") << u"\"hv01\"\n\"hv02\"\n"_s;
    }

    void asPowerShellWritesThem()
    {
        QFETCH(const QString, text);
        const auto list = fleet::serverListFromText(text);
        QVERIFY2(list.problems.empty(),
                 list.problems.empty() ? "" : qPrintable(fleet::describe(list.problems[0])));
        QCOMPARE(list.entries.size(), 2U);
        QCOMPARE(list.entries[0].name, u"hv01"_s);
        QCOMPARE(list.entries[1].name, u"hv02"_s);
    }

    void columnsOfTrust()
    {
        const QString pin = u"AB:"_s.repeated(31) + u"AB"_s;
        const auto list = fleet::serverListFromText(
            u"name,https,client_certificate,pin,transport,authentication\n"
            u"hv01,yes,/c.pem,%1,,\nhv02,yes,/c.pem,,,certificate\nhv03,,,,dcom,\nhv04,yes,,AB:CD,,\n"
            u"hv05,,,,local,\n"_s.arg(pin));
        QCOMPARE(list.entries.size(), 3U);
        for (const std::size_t i : {0U, 1U}) {
            QCOMPARE(list.entries[i].authentication, ServerEntry::Authentication::Certificate);
            QCOMPARE(list.entries[i].clientCertificate, u"/c.pem"_s);
        }
        QCOMPARE(list.entries[0].certificatePin, pin);
        QCOMPARE(list.entries[2].transport, ServerEntry::Transport::Dcom);
        const std::vector<ListProblem> expected{{5, Problem::BadValue, u"pin: AB:CD"_s},
                                                {6, Problem::BadValue, u"transport: local"_s}};
        QVERIFY(list.problems == expected);
    }

    void nothingIsSwallowed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<ListProblem::Kind>("kind");
        QTest::newRow("open quote") << u"name,user\nhv01,\"alice\nhv02,bob\n"_s << 2 << Problem::OpenQuote;
        QTest::newRow("open quote, names") << u"hv02\n\"hv01\n"_s << 2 << Problem::OpenQuote;
        QTest::newRow("surplus") << u"name,user\nhv02,\nhv01,alice,Secret123\n"_s << 3
                                 << Problem::SurplusFields;
        QTest::newRow("password") << u"name,user\nhv01,alice:Secret123\nhv02,\n"_s << 2
                                  << Problem::PasswordInLine;
        QTest::newRow("password in a proxy")
            << u"name,proxy\nhv01,http://a:Secret123@p:1\nhv02,\n"_s << 2 << Problem::PasswordInLine;
        QTest::newRow("no account") << u"name,user\nhv01,alice/Secret123\nhv02,\n"_s << 2
                                    << Problem::BadValue;
        QTest::newRow("no header") << u"hv01,alice,Secret123\nhv02\n"_s << 1 << Problem::SeveralValues;
        QTest::newRow("words") << u"hv02\nhv01 alice Secret123\n"_s << 2 << Problem::NotAnAddress;
        QTest::newRow("unknown column") << u"name,Colour\nhv02,Secret123\n"_s << 1 << Problem::UnknownColumn;
        QTest::newRow("password column")
            << u"name,Kennwort\nhv02,Secret123\n"_s << 1 << Problem::PasswordInLine;
    }

    void nothingIsSwallowed()
    {
        QFETCH(const QString, text);
        const auto list = fleet::serverListFromText(text);
        QCOMPARE(list.entries.size(), 1U);
        QCOMPARE(list.entries[0].name, u"hv02"_s);
        QCOMPARE(list.problems.size(), 1U);
        QTEST(list.problems[0].line, "line");
        QTEST(list.problems[0].kind, "kind");
        const QString said = fleet::describe(list.problems[0]);
        QVERIFY2(!said.contains(u"Secret123"_s), qPrintable(said));
        if (list.problems[0].kind == Problem::UnknownColumn)
            QVERIFY2(said.startsWith(u"line 1: no such column: Colour"_s), qPrintable(said));
    }

    void columnsWithoutServers()
    {
        const auto list = fleet::serverListFromText(u"user,port\nada,5985\n"_s);
        QVERIFY(list.entries.empty());
        QVERIFY(list.problems == (std::vector<ListProblem>{{1, Problem::NoNameColumn, {}}}));
    }

    void asAFile()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString& name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write(u"good.txt"_s, "hv01\nhv02\n") && write(u"bad.CSV"_s, "name,port\nhv01,x\n"));
        const auto good = fleet::readServerFile(folder.filePath(u"good.txt"_s));
        QVERIFY(good);
        QCOMPARE(good->size(), 2U);
        const auto bad = fleet::readServerFile(folder.filePath(u"bad.CSV"_s));
        QVERIFY(!bad);
        QCOMPARE(bad.error().detail, u"line 2: not a usable value for port: x"_s);
        // Whatever it is called; and all that is wrong is told at once.
        QVERIFY(write(u"hosts"_s, "hv01\nhv 02\nhv 03\n") && write(u"json"_s, "{\"servers\": []}"));
        const auto hosts = fleet::readServerFile(folder.filePath(u"hosts"_s));
        QVERIFY(!hosts);
        QCOMPARE(hosts.error().detail, u"line 2: not a host name or address: hv …; "
                                       u"line 3: not a host name or address: hv …"_s);
        QVERIFY(fleet::readServerFile(folder.filePath(u"json"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_fleet_list_text)
#include "tst_fleet_list_text.moc"
