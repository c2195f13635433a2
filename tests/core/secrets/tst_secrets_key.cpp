#include "core/secrets/SecretKey.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

class tst_secrets_key : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAccountAndPlace()
    {
        const secrets::SecretKey key{u"hv01:5985"_s, u"CONTOSO\\Ada"_s};
        QCOMPARE(key.text(), u"contoso\\ada on hv01:5985"_s);
    }

    void accountsCountRegardlessOfCase()
    {
        QCOMPARE((secrets::SecretKey{u"hv01:5985"_s, u"ADA"_s}).text(),
                 (secrets::SecretKey{u"HV01:5985"_s, u"ada"_s}).text());
        QVERIFY((secrets::SecretKey{u"hv01:5985"_s, u"ada"_s}).text() !=
                (secrets::SecretKey{u"hv01:5986"_s, u"ada"_s}).text());
    }
};

QTEST_GUILESS_MAIN(tst_secrets_key)
#include "tst_secrets_key.moc"
