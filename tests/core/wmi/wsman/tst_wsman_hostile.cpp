#include "core/wmi/wsman/EnvelopeReader.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using wsman::AnswerKind;

namespace {

struct Outcome
{
    base::Result<void> result;
    std::vector<cim::Instance> rows;
    bool fault = false;
};

Outcome read(const QByteArray& text, AnswerKind kind = AnswerKind::Pull, const wsman::ReadLimits& limits = {})
{
    wsman::NamePool names;
    Outcome outcome;
    wsman::EnvelopeReader reader(
        {kind, {}, u"Run"_s, u"C"_s, u"root\\cimv2"_s}, names,
        [&outcome](cim::Instance&& row) { outcome.rows.push_back(std::move(row)); }, limits);
    constexpr qsizetype Piece = 1'000;
    for (qsizetype at = 0; outcome.result && at < text.size(); at += Piece)
        outcome.result = reader.feed(QByteArrayView(text).sliced(at, std::min(Piece, text.size() - at)));
    if (outcome.result)
        outcome.result = reader.finish();
    outcome.fault = reader.answer().fault.has_value();
    return outcome;
}

QByteArray sample()
{
    const QByteArray epr =
        "<a:EndpointReference><a:Address>x</a:Address><a:ReferenceParameters><w:ResourceURI>http://schemas."
        "microsoft.com/wbem/wsman/1/wmi/root/cimv2/C</w:ResourceURI><w:SelectorSet><w:Selector "
        "Name=\"K\">v</w:Selector></w:SelectorSet></a:ReferenceParameters></a:EndpointReference>";
    const QByteArray row =
        test::soap::instance("Msvm_X", "<p:A>1</p:A><p:A>2</p:A><p:D><cim:Datetime>2025-12-17T09:55:22Z</"
                                       "cim:Datetime></p:D><p:N xsi:nil=\"true\"/>"
                                       "<p:O xsi:type=\"p:Msvm_Y_Type\"><p:Q>1</p:Q></p:O><p:R>" +
                                           epr + "</p:R><p:T>text &amp; more</p:T>");
    return test::soap::envelope(
        "uuid:1", test::soap::pullResponse("uuid:C", "<w:Item>" + row + epr + "</w:Item>" + row + epr));
}

ErrorCode codeOf(const Outcome& outcome)
{
    return outcome.result ? ErrorCode::Internal : outcome.result.error().code;
}

} // namespace

class TestWsmanHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleIsFine()
    {
        const Outcome outcome = read(sample());
        QVERIFY2(outcome.result, outcome.result ? "" : qPrintable(outcome.result.error().detail));
        QCOMPARE(outcome.rows.size(), std::size_t{3});
    }

    void truncatedAtEveryByte()
    {
        const QByteArray whole = sample();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const Outcome outcome = read(whole.first(size));
            QVERIFY2(!outcome.result, qPrintable(u"accepted %1 bytes"_s.arg(size)));
            QCOMPARE(outcome.result.error().code, ErrorCode::ProtocolViolation);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const int violation = int(ErrorCode::ProtocolViolation);
        const QByteArray row = test::soap::instance("Msvm_X", "<p:A>1</p:A>");
        QByteArray wrongCharset = test::soap::envelope({}, test::soap::pullResponse({}, row));
        wrongCharset.replace("<p:A>1", "<p:A>\xFF\xFE\xC3");
        QTest::newRow("empty") << QByteArray() << violation;
        QTest::newRow("blank") << QByteArray("  \n") << violation;
        QTest::newRow("html") << QByteArray("<html><body/></html>") << violation;
        QTest::newRow("text") << QByteArray("Service Unavailable") << violation;
        QTest::newRow("SOAP 1.1")
            << QByteArray("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>") << violation;
        QTest::newRow("wrong charset") << wrongCharset << violation;
        QTest::newRow("no body") << QByteArray(
                                        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"/>")
                                 << violation;
        QTest::newRow("other answer")
            << test::soap::envelope({}, test::soap::enumerateResponse({}, row)) << violation;
        QTest::newRow("two answers") << test::soap::envelope({}, test::soap::pullResponse({}, row) +
                                                                     test::soap::pullResponse({}, row))
                                     << violation;
        QTest::newRow("trailing") << test::soap::envelope({}, test::soap::pullResponse({}, row)) +
                                         QByteArray(2000, ' ') + "x"
                                  << violation;
        QTest::newRow("text in items")
            << test::soap::envelope({}, test::soap::pullResponse({}, "junk" + row)) << violation;
        QTest::newRow("mixed property")
            << test::soap::envelope(
                   {}, test::soap::pullResponse({}, test::soap::instance("X", "<p:A>x<p:B/></p:A>")))
            << violation;
        QTest::newRow("entity") << test::soap::envelope(
                                       {}, test::soap::pullResponse(
                                               {}, test::soap::instance("X", "<p:A>&who;</p:A>")))
                                << violation;
        QTest::newRow("doctype") << "<!DOCTYPE s [<!ENTITY a \"b\">]>" + test::soap::envelope({}, {})
                                 << violation;
        QTest::newRow("laughs")
            << "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
               "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" +
                   test::soap::envelope({}, "<x>&c;</x>")
            << violation;
        QTest::newRow("external") << "<!DOCTYPE s SYSTEM \"file:///etc/passwd\">" +
                                         test::soap::envelope({}, {})
                                  << violation;
        QTest::newRow("deep") << test::soap::envelope(
                                     {},
                                     test::soap::pullResponse(
                                         {}, test::soap::instance("X", QByteArray("<p:A>").repeated(1000))))
                              << int(ErrorCode::LimitExceeded);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const Outcome outcome = read(text);
        QVERIFY(!outcome.result);
        QCOMPARE(int(outcome.result.error().code), code);
        QVERIFY(!outcome.result.error().detail.isEmpty());
    }

    void holdsItsLimits()
    {
        wsman::ReadLimits limits;
        limits.answerBytes = 100'000;
        limits.textBytes = 5'000;
        limits.tagBytes = 5'000;
        limits.elementsPerRow = 500;
        const auto withProperty = [&limits](const QByteArray& properties) {
            return codeOf(read(
                test::soap::envelope({}, test::soap::pullResponse({}, test::soap::instance("X", properties))),
                AnswerKind::Pull, limits));
        };
        QCOMPARE(withProperty("<p:A>" + QByteArray(8'000, 'x') + "</p:A>"), ErrorCode::LimitExceeded);
        QCOMPARE(withProperty("<p:A " + QByteArray(20'000, ' ') + "/>"), ErrorCode::LimitExceeded);
        QCOMPARE(withProperty(QByteArray("<p:A/>").repeated(600)), ErrorCode::LimitExceeded);
        QCOMPARE(withProperty("<p:A>" + QByteArray("<p:B/>").repeated(600) + "</p:A>"),
                 ErrorCode::LimitExceeded);
        const QByteArray rows = test::soap::instance("X", "<p:A>1</p:A>").repeated(1'000);
        QCOMPARE(codeOf(read(test::soap::envelope({}, test::soap::pullResponse({}, rows)), AnswerKind::Pull,
                             limits)),
                 ErrorCode::LimitExceeded);
        QCOMPARE(
            codeOf(read(test::soap::envelope({}, QByteArray("<a>").repeated(10)), AnswerKind::Pull, limits)),
            ErrorCode::ProtocolViolation);
    }

    void staysRefused()
    {
        wsman::NamePool names;
        wsman::EnvelopeReader reader({AnswerKind::Pull, {}, {}, {}, {}}, names);
        QVERIFY(!reader.feed("<html>"));
        QVERIFY(!reader.feed(sample()));
        QVERIFY(!reader.finish());
    }

    // Whatever is done to an answer, it is refused or read; rows never outnumber what was in it.
    void survivesMutations_data()
    {
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<int>("kind");
        QTest::newRow("pull") << sample() << int(AnswerKind::Pull);
        QTest::newRow("fault") << test::soap::envelope(
                                      "uuid:1", test::soap::fault("w:InternalError", 2150858755U, "no"))
                               << int(AnswerKind::Get);
        QTest::newRow("get") << test::soap::envelope("uuid:1",
                                                     test::soap::instance("X", "<p:A>1</p:A><p:B/>"))
                             << int(AnswerKind::Get);
    }
    void survivesMutations()
    {
        QFETCH(QByteArray, whole);
        QFETCH(int, kind);
        std::mt19937 random(20'250'101);
        const auto below = [&random](qsizetype n) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(n));
        };
        int refused = 0;
        constexpr int Mutations = 4'000;
        for (int i = 0; i < Mutations; ++i) {
            QByteArray text = whole;
            for (qsizetype n = 1 + below(4); n > 0; --n) {
                const qsizetype at = below(text.size());
                switch (random() % 5) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text.remove(at, below(40));
                    break;
                case 2:
                    text.insert(at, whole.mid(below(whole.size()), below(60)));
                    break;
                case 3:
                    text[at] = "<>&\"'/: ;=\0"[random() % 11];
                    break;
                default:
                    text.insert(at, text.mid(at, below(200)));
                }
            }
            const Outcome outcome = read(text, static_cast<AnswerKind>(kind));
            refused += outcome.result ? 0 : 1;
            QVERIFY2(outcome.rows.size() <= 3 + 4 * 2, text.constData()); // at most what the copies brought
            if (!outcome.result)
                QVERIFY(!outcome.result.error().detail.isEmpty());
        }
        QVERIFY2(refused > Mutations / 3, qPrintable(QString::number(refused)));
    }
};

QTEST_GUILESS_MAIN(TestWsmanHostile)
#include "tst_wsman_hostile.moc"
