#include "core/wmi/wsman/EnvelopeReader.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using wsman::AnswerKind;

namespace {

struct Outcome
{
    base::Result<void> result;
    std::vector<cim::Instance> rows;
    wsman::Answer answer;
};

Outcome read(AnswerKind kind, const QByteArray& text, qsizetype piece = 7, const QString& messageId = {})
{
    static wsman::NamePool names;
    wsman::Expectation expectation{kind, messageId, u"Run"_s, u"Fallback_Class"_s, u"root\\cimv2"_s};
    Outcome outcome;
    wsman::EnvelopeReader reader(expectation, names,
                                 [&outcome](cim::Instance&& row) { outcome.rows.push_back(std::move(row)); });
    for (qsizetype at = 0; outcome.result && at < text.size(); at += piece)
        outcome.result = reader.feed(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
    if (outcome.result)
        outcome.result = reader.finish();
    outcome.answer = std::move(reader.answer());
    return outcome;
}

Outcome pull(const QByteArray& items, const QByteArray& context = {})
{
    return read(AnswerKind::Pull, test::soap::envelope({}, test::soap::pullResponse(context, items)));
}

/// The only row of a PullResponse that holds a Msvm_X with @p properties.
cim::Instance row(const QByteArray& properties)
{
    const Outcome outcome = pull(test::soap::instance("Msvm_X", properties));
    return outcome.result && outcome.rows.size() == 1 ? outcome.rows.front() : cim::Instance(u"unreadable"_s);
}

QByteArray eprParts(const QByteArray& selectors)
{
    return "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address>"
           "<a:ReferenceParameters><w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/wmi/root/"
           "virtualization/v2/Msvm_ConcreteJob</w:ResourceURI><w:SelectorSet>" +
           selectors + "</w:SelectorSet></a:ReferenceParameters>";
}

} // namespace

class TestWsmanReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypedInstance()
    {
        const cim::Instance x = row("<p:EnabledState>2</p:EnabledState><p:Huge>18446744073709551615</p:Huge>"
                                    "<p:Notes>a &amp; b &lt;c&gt; &#233;</p:Notes><p:On>true</p:On>");
        QCOMPARE(x.className(), u"Msvm_X"_s);
        QCOMPARE(x.nameSpace(), u"root\\virtualization\\v2"_s);
        QCOMPARE(x.properties().size(), std::size_t{4});
        QCOMPARE(x.value(u"enabledstate").toUInt64(), std::optional<std::uint64_t>(2));
        QCOMPARE(x.value(u"Huge").toUInt64(), std::optional<std::uint64_t>(18446744073709551615ULL));
        QCOMPARE(x.value(u"Notes").toString(), std::optional<QString>(u"a & b <c> \u00e9"_s));
        QCOMPARE(x.value(u"On").toBool(), std::optional<bool>(true));
        QVERIFY(!x.path());
    }

    void tellsNullEmptyAndAbsentApart()
    {
        const cim::Instance x =
            row("<p:Array xsi:nil=\"true\" IsNullArray=\"true\"/><p:Empty/><p:Null xsi:nil=\"true\"/>"
                "<p:PoolID>\n   </p:PoolID><p:Spaced> a </p:Spaced>");
        QVERIFY(x.value(u"Null").isNull());
        QVERIFY(!x.value(u"Null").isArray());
        QVERIFY(x.value(u"Array").isNull());
        QVERIFY(x.value(u"Array").isArray());
        QVERIFY(!x.value(u"Empty").isNull());
        QCOMPARE(x.value(u"Empty").toString(), std::optional<QString>(QString()));
        QCOMPARE(x.value(u"PoolID").toString(), std::optional<QString>(QString()));
        QCOMPARE(x.value(u"Spaced").toString(), std::optional<QString>(u" a "_s));
        QVERIFY(!x.contains(u"Missing"));
    }

    void collectsRepeatedElementsToArrays()
    {
        const cim::Instance x =
            row("<p:A>1</p:A><p:A>2</p:A><p:B>x</p:B><p:A>3</p:A><p:C>1</p:C><p:C xsi:nil=\"true\"/>");
        QVERIFY(x.value(u"A").isArray());
        const std::vector<cim::Value> a = x.value(u"A").elements();
        QCOMPARE(a.size(), std::size_t{3});
        QCOMPARE(a.back().toUInt64(), std::optional<std::uint64_t>(3));
        QVERIFY(!x.value(u"B").isArray());
        QCOMPARE(x.value(u"B").elements().size(), std::size_t{1});
        QCOMPARE(x.value(u"C").elements().size(), std::size_t{2});
        QVERIFY(x.value(u"C").elements().back().isNull());
    }

    void readsDatetimesAndIntervals()
    {
        const cim::Instance x = row("<p:D><cim:Datetime>2025-12-17T09:55:22.702341Z</cim:Datetime></p:D>"
                                    "<p:I><cim:Interval>P0DT0H0M0.014947S</cim:Interval></p:I>"
                                    "<p:Never><cim:Datetime>1601-01-01T00:00:00Z</cim:Datetime></p:Never>"
                                    "<p:Odd><cim:Datetime>soon</cim:Datetime></p:Odd>");
        QCOMPARE(x.value(u"D").type(), cim::Type::DateTime);
        QCOMPARE(x.value(u"D").toDateTime()->toIso(), u"2025-12-17T09:55:22.702341Z"_s);
        QVERIFY(x.value(u"I").toDateTime()->isInterval());
        QCOMPARE(x.value(u"I").toDateTime()->microseconds().count(), 14947);
        QCOMPARE(x.value(u"Never").toDateTime()->toIso(), u"1601-01-01T00:00:00Z"_s);
        QVERIFY(!x.value(u"Odd").toDateTime());
        QCOMPARE(x.value(u"Odd").toString(), std::optional<QString>(u"soon"_s));
    }

    void readsReferences()
    {
        const QByteArray selectors = "<w:Selector Name=\"InstanceID\">A\\B</w:Selector>";
        const cim::Instance x =
            row("<p:Direct>" + eprParts(selectors) + "</p:Direct><p:Wrapped><a:EndpointReference>" +
                eprParts(selectors) + "</a:EndpointReference></p:Wrapped>");
        for (const QStringView name : {u"Direct", u"Wrapped"}) {
            QCOMPARE(x.value(name).type(), cim::Type::Reference);
            const std::optional<cim::ObjectPath> path = x.value(name).toReference();
            QVERIFY(path.has_value());
            QCOMPARE(path->className(), u"Msvm_ConcreteJob"_s);
            QCOMPARE(path->nameSpace(), u"root\\virtualization\\v2"_s);
            QCOMPARE(path->key(u"instanceid").toString(), std::optional<QString>(u"A\\B"_s));
        }
    }

    void readsNestedReferenceSelectors()
    {
        const QByteArray inner = "<w:Selector Name=\"A\"><a:EndpointReference>" +
                                 eprParts("<w:Selector Name=\"K\">v</w:Selector>") +
                                 "</a:EndpointReference></w:Selector>";
        const cim::Instance x = row("<p:R>" + eprParts(inner) + "</p:R>");
        const std::optional<cim::ObjectPath> nested = x.value(u"R").toReference()->key(u"A").toReference();
        QVERIFY(nested.has_value());
        QCOMPARE(nested->key(u"K").toString(), std::optional<QString>(u"v"_s));
    }

    void readsEmbeddedObjects()
    {
        const cim::Instance x =
            row("<p:S xmlns:e=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/"
                "Msvm_SummaryInformation\" xsi:type=\"e:Msvm_SummaryInformation_Type\"><e:Name>vm</e:Name>"
                "<e:Load>1</e:Load><e:Load>2</e:Load><e:Up><cim:Interval>P0DT0H5M0S</cim:Interval></e:Up>"
                "<e:Nil xsi:nil=\"true\"/></p:S>");
        const cim::Instance* object = x.value(u"S").toObject();
        QVERIFY(object != nullptr);
        QCOMPARE(object->className(), u"Msvm_SummaryInformation"_s);
        QCOMPARE(object->value(u"Name").toString(), std::optional<QString>(u"vm"_s));
        QCOMPARE(object->value(u"Load").elements().size(), std::size_t{2});
        QVERIFY(object->value(u"Up").toDateTime()->isInterval());
        QVERIFY(object->contains(u"Nil") && object->value(u"Nil").isNull());
    }

    void readsProjections()
    {
        const Outcome outcome =
            pull("<w:XmlFragment xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Boot>"
                 "<Datetime>2025-01-02T03:04:05Z</Datetime></Boot><Name>n</Name><Null xsi:nil=\"true\"/>"
                 "</w:XmlFragment>");
        QVERIFY(outcome.result);
        const cim::Instance& x = outcome.rows.at(0);
        QCOMPARE(x.className(), u"Fallback_Class"_s);
        QCOMPARE(x.nameSpace(), u"root\\cimv2"_s);
        QCOMPARE(x.value(u"Boot").toDateTime()->toIso(), u"2025-01-02T03:04:05Z"_s);
        QCOMPARE(x.value(u"Name").toString(), std::optional<QString>(u"n"_s));
        QVERIFY(x.contains(u"Null") && x.value(u"Null").isNull());
    }

    void readsItemsWithPaths()
    {
        const QByteArray epr = "<a:EndpointReference>" +
                               eprParts("<w:Selector Name=\"InstanceID\">1</w:Selector>") +
                               "</a:EndpointReference>";
        const Outcome outcome =
            pull("\n<w:Item>\n" + test::soap::instance("Msvm_ConcreteJob", "<p:JobState>7</p:JobState>") +
                 "\n" + epr + "</w:Item>" + epr);
        QVERIFY(outcome.result);
        QCOMPARE(outcome.rows.size(), std::size_t{2});
        QCOMPARE(outcome.rows[0].value(u"JobState").toUInt64(), std::optional<std::uint64_t>(7));
        for (const cim::Instance& x : outcome.rows) {
            QVERIFY(x.path().has_value());
            QCOMPARE(x.className(), u"Msvm_ConcreteJob"_s);
            QCOMPARE(x.path()->key(u"InstanceID").toString(), std::optional<QString>(u"1"_s));
        }
    }

    void readsContextAndEnd()
    {
        const Outcome more = pull({}, " uuid:CTX ");
        QVERIFY(more.result);
        QCOMPARE(more.answer.enumerationContext, std::optional<QString>(u"uuid:CTX"_s));
        QVERIFY(!more.answer.endOfSequence);
        const Outcome end =
            read(AnswerKind::Enumerate, test::soap::envelope({}, test::soap::enumerateResponse({}, {})));
        QVERIFY(end.result);
        QVERIFY(end.answer.endOfSequence);
        QCOMPARE(end.rows.size(), std::size_t{0});
    }

    void readsMethodOutput()
    {
        const QByteArray body =
            "<p:Run_OUTPUT xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/"
            "v2/Msvm_S\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><p:Job>" +
            eprParts("<w:Selector Name=\"InstanceID\">J</w:Selector>") +
            "</p:Job><p:None xsi:nil=\"true\"/><p:ReturnValue>4096</p:ReturnValue></p:Run_OUTPUT>";
        const Outcome outcome = read(AnswerKind::Invoke, test::soap::envelope({}, body));
        QVERIFY(outcome.result);
        QVERIFY(outcome.answer.instance.has_value());
        QCOMPARE(outcome.answer.instance->value(u"ReturnValue").toUInt64(),
                 std::optional<std::uint64_t>(4096));
        QCOMPARE(outcome.answer.instance->value(u"Job").toReference()->className(), u"Msvm_ConcreteJob"_s);
        QVERIFY(outcome.answer.instance->value(u"None").isNull());
    }

    void readsIdentity()
    {
        const Outcome outcome = read(
            AnswerKind::Identify,
            "<E:Envelope xmlns:E=\"http://www.w3.org/2003/05/soap-envelope\"><E:Body><I:IdentifyResponse "
            "xmlns:I=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
            "<I:ProtocolVersion>P</I:ProtocolVersion><I:ProductVendor>Microsoft Corporation</I:ProductVendor>"
            "<I:ProductVersion>OS: 10.0.26100 SP: 0.0 Stack: 3.0</I:ProductVersion></I:IdentifyResponse>"
            "</E:Body></E:Envelope>");
        QVERIFY(outcome.result);
        QVERIFY(outcome.answer.identity.has_value());
        QCOMPARE(outcome.answer.identity->productVendor, u"Microsoft Corporation"_s);
    }

    void goesByNamespaceNotByPrefix()
    {
        const Outcome outcome =
            read(AnswerKind::Pull,
                 "<Envelope xmlns=\"http://www.w3.org/2003/05/soap-envelope\"><Body><PullResponse "
                 "xmlns=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\"><Items><Msvm_X xmlns=\"http://"
                 "schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/Msvm_X\"><A>1</A></Msvm_X>"
                 "</Items><EndOfSequence/></PullResponse></Body></Envelope>");
        QVERIFY(outcome.result);
        QCOMPARE(outcome.rows.at(0).value(u"A").toUInt64(), std::optional<std::uint64_t>(1));
    }

    void readsUtf16_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::newRow("LE") << int(QStringConverter::Utf16LE);
        QTest::newRow("BE") << int(QStringConverter::Utf16BE);
    }
    void readsUtf16()
    {
        QFETCH(int, encoding);
        QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding),
                               QStringConverter::Flag::WriteBom);
        const QByteArray wide = encoder.encode(QString::fromUtf8(test::soap::envelope(
            {}, test::soap::pullResponse({}, test::soap::instance("Msvm_X", "<p:A>\xE6\x97\xA5</p:A>")))));
        const Outcome outcome = read(AnswerKind::Pull, wide);
        QVERIFY2(outcome.result, outcome.result ? "" : qPrintable(outcome.result.error().detail));
        QCOMPARE(outcome.rows.at(0).value(u"A").toString(), std::optional<QString>(u"\u65e5"_s));
    }

    void deliversRowsBeforeTheAnswerEnds()
    {
        const QByteArray items = test::soap::instance("Msvm_X", "<p:A>1</p:A>");
        const QByteArray text = test::soap::envelope({}, test::soap::pullResponse({}, items + items));
        wsman::NamePool names;
        int rows = 0;
        wsman::EnvelopeReader reader({AnswerKind::Pull, {}, {}, {}, {}}, names,
                                     [&rows](cim::Instance&&) { ++rows; });
        const qsizetype half = text.indexOf("</p:Msvm_X>") + 11;
        QVERIFY(reader.feed(QByteArrayView(text).first(half)));
        QCOMPARE(rows, 1);
        QVERIFY(reader.feed(QByteArrayView(text).sliced(half)));
        QVERIFY(reader.finish());
        QCOMPARE(rows, 2);
    }

    void refusesAnswersToOtherMessages()
    {
        const QByteArray items = test::soap::instance("Msvm_X", "<p:A>1</p:A>");
        const QByteArray text = test::soap::envelope("uuid:other", test::soap::pullResponse({}, items));
        const Outcome wrong = read(AnswerKind::Pull, text, 100, u"uuid:ours"_s);
        QVERIFY(!wrong.result);
        QCOMPARE(wrong.result.error().code, base::ErrorCode::ProtocolViolation);
        QCOMPARE(wrong.rows.size(), std::size_t{0});
        QVERIFY(read(AnswerKind::Pull, text, 100, u"UUID:OTHER"_s).result);
        const Outcome silent =
            read(AnswerKind::Pull, test::soap::envelope({}, test::soap::pullResponse({}, items)), 100,
                 u"uuid:ours"_s);
        QVERIFY(silent.result); // faults come without RelatesTo on real hosts
    }

    void keepsColumnsApartWhenRowsDiffer()
    {
        const Outcome outcome = pull(test::soap::instance("Msvm_X", "<p:A>1</p:A><p:B>2</p:B><p:D>4</p:D>") +
                                     test::soap::instance("Msvm_X", "<p:A>1</p:A><p:C>3</p:C><p:D>5</p:D>") +
                                     test::soap::instance("Msvm_Y", "<p:D>1</p:D><p:A xsi:nil=\"true\"/>") +
                                     test::soap::instance("Msvm_X", "<p:D>1</p:D><p:A/><p:B>2</p:B>"));
        QVERIFY(outcome.result);
        const auto text = [&outcome](std::size_t i) {
            QString line = outcome.rows.at(i).className();
            for (const cim::Property& p : outcome.rows[i].properties())
                line += u' ' + p.name + u'=' + p.value.toString().value_or(u"NULL"_s);
            return line;
        };
        QCOMPARE(text(0), u"Msvm_X A=1 B=2 D=4"_s);
        QCOMPARE(text(1), u"Msvm_X A=1 C=3 D=5"_s);
        QCOMPARE(text(2), u"Msvm_Y D=1 A=NULL"_s);
        QCOMPARE(text(3), u"Msvm_X D=1 A= B=2"_s);
    }
};

QTEST_GUILESS_MAIN(TestWsmanReader)
#include "tst_wsman_reader.moc"
