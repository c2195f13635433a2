#include "core/wmi/com/Transport.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

/// Where there is no native WMI.
class TestAbsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSo()
    {
        QVERIFY(!com::isAvailable());
        wmi::ConnectionSettings settings;
        settings.host = u"hv01"_s;
        const auto session = com::makeSession(settings);
        const auto identity = session->identify({});
        QVERIFY(!identity.has_value());
        QCOMPARE(identity.error().code, base::ErrorCode::Unsupported);
        QCOMPARE(identity.error().host, u"hv01"_s);
        QVERIFY(identity.error().detail.contains(u"Windows only"_s));
        QVERIFY(!session->query(u"root\\cimv2"_s, u"SELECT * FROM X"_s, {}, {}).has_value());
        QVERIFY(!session->get({}, {}).has_value());
        QVERIFY(!session->put({}, {}, {}).has_value());
        QVERIFY(!session->invoke({}, u"M"_s, {}, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestAbsent)
#include "tst_com_absent.moc"
