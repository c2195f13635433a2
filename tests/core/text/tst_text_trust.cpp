#include "core/base/CertificateSummary.h"
#include "core/text/TrustText.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::TrustProblem;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

base::CertificateSummary good()
{
    base::CertificateSummary certificate;
    certificate.subject = u"CN=hv01.example.com"_s;
    certificate.issuer = u"CN=Example CA"_s;
    certificate.names = {u"hv01.example.com"_s, u"*.lab.example.com"_s, u"10.0.0.1"_s};
    certificate.validFrom = now.addDays(-10);
    certificate.validUntil = now.addDays(10);
    return certificate;
}

std::vector<TrustProblem> problems(const base::CertificateSummary& certificate, const QString& host)
{
    return base::trustProblems(certificate, host, now);
}

} // namespace

class tst_text_trust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprintsInLines()
    {
        const QString line = QStringList(16, u"3F"_s).join(u':');
        const QString whole = line + u':' + line;
        QCOMPARE(text::fingerprintLines(whole), line + u":\n"_s + line);
        QCOMPARE(text::fingerprintLines(whole + u",A0:B1"_s), line + u":\n"_s + line + u"\nA0:B1"_s);
        QCOMPARE(text::fingerprintLines(u"node1:5986=A0:B1,node2:5986=C0"_s),
                 u"node1:5986\nA0:B1\nnode2:5986\nC0"_s);
    }

    void names_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("fits");
        QTest::newRow("exact") << u"HV01.example.com"_s << true;
        QTest::newRow("one part for the star") << u"hv02.lab.example.com"_s << true;
        QTest::newRow("two parts") << u"a.hv02.lab.example.com"_s << false;
        QTest::newRow("none") << u"lab.example.com"_s << false;
        QTest::newRow("short name") << u"hv01"_s << false;
        QTest::newRow("address") << u"10.0.0.1"_s << true;
        QTest::newRow("other address") << u"10.0.0.2"_s << false;
    }

    void names()
    {
        QFETCH(const QString, host);
        QFETCH(const bool, fits);
        QCOMPARE(good().isFor(host), fits);
    }

    void everyProblemIsFoundAndSaid()
    {
        base::CertificateSummary certificate = good();
        QCOMPARE(problems(certificate, u"hv01.example.com"_s), std::vector{TrustProblem::UnknownAuthority});
        certificate.issuer = certificate.subject;
        QCOMPARE(problems(certificate, u"hv01.example.com"_s), std::vector{TrustProblem::SelfSigned});
        certificate.validUntil = now.addDays(-1);
        QCOMPARE(problems(certificate, u"hv09"_s),
                 (std::vector{TrustProblem::Expired, TrustProblem::OtherName, TrustProblem::SelfSigned}));
        certificate.validFrom = now.addDays(1);
        certificate.validUntil = now.addDays(2);
        QCOMPARE(problems(certificate, u"hv01.example.com"_s),
                 (std::vector{TrustProblem::NotYetValid, TrustProblem::SelfSigned}));
        for (const TrustProblem problem :
             {TrustProblem::NotYetValid, TrustProblem::Expired, TrustProblem::OtherName,
              TrustProblem::SelfSigned, TrustProblem::UnknownAuthority}) {
            const QString words = text::trustProblem(problem, good(), u"hv09"_s);
            QVERIFY(!words.isEmpty() && !words.contains(u"%1"_s));
        }
        QVERIFY(text::trustProblem(TrustProblem::OtherName, good(), u"hv09"_s).contains(u"hv09"_s));
        QVERIFY(text::trustProblem(TrustProblem::Expired, good(), {}).contains(u"26"_s));
    }
};

QTEST_GUILESS_MAIN(tst_text_trust)
#include "tst_text_trust.moc"
