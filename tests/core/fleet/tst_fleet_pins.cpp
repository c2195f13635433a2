#include "core/fleet/CertificatePins.h"
#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::ServerEntry;

namespace {

ServerEntry clusterWith(const QString& pins)
{
    ServerEntry entry = fleet::entryFromText(u"https://cl1.example.com"_s).value();
    entry.kind = ServerEntry::Kind::Cluster;
    entry.certificatePin = pins;
    return entry;
}

} // namespace

class tst_fleet_pins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNodeHasItsOwn()
    {
        const ServerEntry cluster =
            clusterWith(u"n1.example.com:5986=AA, n2.example.com=BB,[2001:db8::7]:5986=CC"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"N1.example.com:5986"_s), u"AA"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"n2.example.com:5999"_s), u"BB"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"[2001:db8::7]:5986"_s), u"CC"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"n1.example.com:5999"_s), QString()); // another server
        QCOMPARE(fleet::pinsAt(cluster, u"n3.example.com:5986"_s), QString());
        QCOMPARE(fleet::pinsAt(cluster, u"cl1.example.com:5986"_s), u"AA,BB,CC"_s); // whoever owns the name
    }

    void whatEarlierVersionsWroteCounts()
    {
        const ServerEntry cluster = clusterWith(u"AA,BB,n1:5986=CC"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"n2:5986"_s), u"AA,BB"_s);
        QCOMPARE(fleet::pinsAt(cluster, u"n1:5986"_s), u"CC"_s);
        ServerEntry server = fleet::entryFromText(u"https://hv01"_s).value();
        server.certificatePin = u"AA,BB"_s;
        QCOMPARE(fleet::pinsAt(server, u"hv01:5986"_s), u"AA,BB"_s);
    }

    void trustReplacesWhatWasTrustedThere()
    {
        ServerEntry cluster = clusterWith(u"AA,n1:5986=BB,n2:5986=CC"_s);
        fleet::trustAt(cluster, u"N1:5986"_s, u"DD"_s);
        QCOMPARE(cluster.certificatePin, u"AA,n2:5986=CC,n1:5986=DD"_s);
        ServerEntry server = fleet::entryFromText(u"https://hv01"_s).value();
        fleet::trustAt(server, u"hv01:5986"_s, u"AA"_s);
        fleet::trustAt(server, u"hv01:5986"_s, u"BB"_s);
        QCOMPARE(server.certificatePin, u"BB"_s);
    }

    void whatIsAPin()
    {
        const QString pin = u"AB:"_s.repeated(31) + u"AB"_s;
        QVERIFY(fleet::isCertificatePin(pin));
        QVERIFY(fleet::isCertificatePin(u"n1:5986="_s + pin + u",[::1]:5986="_s + pin));
        QVERIFY(!fleet::isCertificatePin(u"n 1="_s + pin));
        QVERIFY(!fleet::isCertificatePin(pin + u",AB:CD"_s));
    }
};

QTEST_GUILESS_MAIN(tst_fleet_pins)
#include "tst_fleet_pins.moc"
