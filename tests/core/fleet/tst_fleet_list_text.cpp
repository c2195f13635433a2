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
        const std::vector<ListProblem> expected{{2, Problem::NotAnAddress, u"my host"_s},
                                                {4, Problem::Repeated, u"HV01"_s},
                                                {5, Problem::NotAnAddress, u"ftp://x"_s},
                                                {6, Problem::PasswordInLine, {}}};
        QVERIFY(list.problems == expected);
        for (const ListProblem& problem : list.problems)
            QVERIFY(!fleet::describe(problem).contains(u"secret"_s));
        QCOMPARE(fleet::describe(list.problems[0]), u"line 2: not a host name or address: my host"_s);
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
    }
};

QTEST_GUILESS_MAIN(tst_fleet_list_text)
#include "tst_fleet_list_text.moc"
