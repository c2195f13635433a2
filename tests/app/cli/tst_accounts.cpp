#include "app/cli/Accounts.h"
#include "core/fleet/EntryText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

fleet::ServerEntry entryOf(const QString& text)
{
    return fleet::entryFromText(text).value();
}

} // namespace

class tst_accounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoTheGivenPasswordIsOf()
    {
        cli::Arguments arguments;
        QCOMPARE(cli::accountOfCommandLine(arguments), QString());
        arguments.servers = QStringList{u"ada@hv01"_s, u"hv02"_s, u"ADA@hv03"_s};
        QCOMPARE(cli::accountOfCommandLine(arguments), u"ada"_s);
        arguments.clusters = QStringList{u"bob@gpu"_s};
        QCOMPARE(cli::accountOfCommandLine(arguments), QString());
        arguments.user = u"carol"_s;
        QCOMPARE(cli::accountOfCommandLine(arguments), u"carol"_s);
        arguments.clientCertificate = u"/c.pem"_s;
        QCOMPARE(cli::accountOfCommandLine(arguments), u"/c.pem"_s);

        cli::Arguments list;
        list.serverFile = u"servers.json"_s;
        list.servers = QStringList{u"ada@hv01"_s};
        QCOMPARE(cli::accountOfCommandLine(list), QString());
    }

    void whichAccountsAreOne()
    {
        const auto key = [](const QString& text, const QString& given = {}) {
            return cli::accountKey(entryOf(text), given);
        };
        QCOMPARE(key(u"CONTOSO\\ada@hv01"_s), key(u"contoso\\Ada@hv02"_s));
        QVERIFY(key(u"CONTOSO\\ada@hv01"_s) != key(u"FABRIKAM\\ada@hv01"_s));
        QVERIFY(key(u"ada@hv01"_s) != key(u"ada@hv02"_s));
        QVERIFY(key(u"ada@gate:6001"_s) != key(u"ada@gate:6002"_s)); // two servers behind one address
        QVERIFY(key(u".\\ada@hv01"_s) != key(u".\\ada@hv02"_s));
        QCOMPARE(key(u"ada@hv01"_s, u"ADA"_s), key(u"ada@hv02"_s, u"ADA"_s));
        QVERIFY(key(u"bob@hv01"_s, u"ada"_s) != key(u"bob@hv02"_s, u"ada"_s));
    }

    void namesForPeople()
    {
        QCOMPARE(cli::accountName(entryOf(u"ada@hv01"_s), {}), u"ada on hv01"_s);
        QCOMPARE(cli::accountName(entryOf(u"ada@hv01"_s), u"ada"_s), u"ada"_s);
        QCOMPARE(cli::accountName(entryOf(u"CONTOSO\\ada@hv01"_s), {}), u"CONTOSO\\ada"_s);
        QCOMPARE(cli::accountName(entryOf(u"hv01"_s), {}), u"hv01"_s);
    }
};

QTEST_GUILESS_MAIN(tst_accounts)
#include "tst_accounts.moc"
