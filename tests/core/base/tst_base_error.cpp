#include "core/base/Result.h"

#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::base;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesEverythingInOneLine()
    {
        Error error;
        error.layer = Layer::Soap;
        error.code = ErrorCode::AccessDenied;
        error.operation = u"Enumerate"_s;
        error.target = u"Msvm_ComputerSystem"_s;
        error.host = u"hv01"_s;
        error.httpStatus = 500;
        error.soapSubcode = u"AccessDenied"_s;
        error.faultCode = 5;
        error.nativeCode = 0x80070005U;
        error.hostText = u"Access\n is   denied."_s;
        error.detail = u"no rights"_s;
        QCOMPARE(
            describe(error),
            u"hv01 / Enumerate / Msvm_ComputerSystem: access-denied (soap), HTTP 500, fault AccessDenied, "
            "WSMan code 5, 0x80070005; no rights; host says: Access is denied."_s);
    }

    void leavesOutWhatIsUnknown()
    {
        QCOMPARE(describe(Error()), u"internal (local)"_s);
        Error error;
        error.code = ErrorCode::TimedOut;
        error.layer = Layer::Connect;
        error.host = u"hv01"_s;
        QCOMPARE(describe(error), u"hv01: timed-out (connect)"_s);
    }

    void namesAreUnique()
    {
        QSet<QLatin1String> codes;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            codes.insert(name(static_cast<ErrorCode>(code)));
        QCOMPARE(codes.size(), static_cast<int>(ErrorCode::Internal) + 1);
        QSet<QLatin1String> layers;
        for (int layer = 0; layer <= static_cast<int>(Layer::Local); ++layer)
            layers.insert(name(static_cast<Layer>(layer)));
        QCOMPARE(layers.size(), static_cast<int>(Layer::Local) + 1);
    }

    void resultCarriesEitherSide()
    {
        const Result<int> good = 5;
        QVERIFY(good.has_value());
        QCOMPARE(*good, 5);
        Error error;
        error.code = ErrorCode::NotFound;
        const Result<int> bad = fail(error);
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_base_error.moc"
