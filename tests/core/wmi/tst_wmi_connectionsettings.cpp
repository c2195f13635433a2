#include "core/wmi/ConnectionSettings.h"

#include <QUrl>
#include <QtTest>

using namespace Qt::StringLiterals;
using hvgpu::wmi::ConnectionSettings;

class TestConnectionSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("https");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("url");
        QTest::newRow("name") << u"hv01"_s << false << 5985 << u"/wsman"_s << u"http://hv01:5985/wsman"_s;
        QTest::newRow("https") << u"hv01.example.test"_s << true << 5986 << u"/wsman"_s
                               << u"https://hv01.example.test:5986/wsman"_s;
        QTest::newRow("IPv4") << u"192.0.2.1"_s << true << 65535 << u"/wsman"_s
                              << u"https://192.0.2.1:65535/wsman"_s;
        QTest::newRow("IPv6") << u"2001:db8::1"_s << true << 5986 << u"/wsman"_s
                              << u"https://[2001:db8::1]:5986/wsman"_s;
        QTest::newRow("IPv6 in brackets")
            << u"[2001:db8::1]"_s << false << 5985 << u"/wsman"_s << u"http://[2001:db8::1]:5985/wsman"_s;
        QTest::newRow("zone") << u"fe80::1%eth0"_s << false << 5985 << u"/wsman"_s
                              << u"http://[fe80::1%25eth0]:5985/wsman"_s;
        QTest::newRow("path without slash")
            << u"hv01"_s << false << 80 << u"host/7/wsman"_s << u"http://hv01:80/host/7/wsman"_s;
        QTest::newRow("no path") << u"hv01"_s << false << 80 << QString() << u"http://hv01:80/"_s;
    }
    void urls()
    {
        QFETCH(QString, host);
        QFETCH(bool, https);
        QFETCH(int, port);
        QFETCH(QString, path);
        ConnectionSettings settings;
        settings.host = host;
        settings.https = https;
        settings.port = static_cast<std::uint16_t>(port);
        settings.path = path;
        QTEST(settings.url(), "url");
        QCOMPARE(QUrl(settings.url(), QUrl::StrictMode).port(), port);
    }

    void defaultsAreSafe()
    {
        const ConnectionSettings settings;
        QVERIFY(!settings.allowInsecureBasic);
        QVERIFY(settings.authentication == hvgpu::wmi::Authentication::None);
        QCOMPARE(settings.port, std::uint16_t(5985));
        QCOMPARE(settings.path, u"/wsman"_s);
        QVERIFY(settings.password.isEmpty());
    }

    void urlNeverHoldsCredentials()
    {
        ConnectionSettings settings;
        settings.host = u"hv01"_s;
        settings.user = u"admin"_s;
        settings.password = hvgpu::base::Secret(QByteArray("geheim"));
        QVERIFY(!settings.url().contains(u"admin"_s));
        QVERIFY(!settings.url().contains(u"geheim"_s));
    }
};

QTEST_GUILESS_MAIN(TestConnectionSettings)
#include "tst_wmi_connectionsettings.moc"
