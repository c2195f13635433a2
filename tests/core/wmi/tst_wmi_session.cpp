#include "core/wmi/Session.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::wmi;

namespace {

/// Delivers canned rows and then, when set, an error.
class CannedSession final : public Session
{
public:
    base::Result<void> query(const QString& nameSpace, const QString& wql, const RowSink& sink,
                             const CallOptions& options) override
    {
        asked = nameSpace + u"|"_s + wql;
        deadline = options.deadline;
        for (int i = 0; i < rows; ++i) {
            if (!sink(cim::Instance(u"Row%1"_s.arg(i))))
                return {};
        }
        if (failure)
            return base::fail(*failure);
        return {};
    }
    base::Result<cim::Instance> get(const cim::ObjectPath&, const CallOptions&) override { return notUsed(); }
    base::Result<cim::Instance> put(const cim::ObjectPath&, const std::vector<cim::Property>&,
                                    const CallOptions&) override
    {
        return notUsed();
    }
    base::Result<InvokeResult> invoke(const cim::ObjectPath&, const QString&,
                                      const std::vector<cim::Property>&, const CallOptions&) override
    {
        return notUsed();
    }
    base::Result<Identity> identify(const CallOptions&) override { return notUsed(); }
    [[nodiscard]] SessionStatistics statistics() const override { return {}; }

    int rows = 0;
    std::optional<base::Error> failure;
    QString asked;
    std::chrono::milliseconds deadline{};

private:
    static tl::unexpected<base::Error> notUsed() { return base::fail({}); }
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outParameters()
    {
        InvokeResult result;
        result.outParameters = {{u"Job"_s, cim::Value::string(u"x"_s)},
                                {u"Empty"_s, cim::Value::null(cim::Type::String)}};
        QVERIFY(result.parameter(u"JOB").toString() == u"x"_s);
        QVERIFY(result.parameter(u"Empty").isNull());
        QVERIFY(result.parameter(u"Absent").isNull());
        QVERIFY(InvokeResult().parameter(u"Job").isNull());
    }

    void queryAllKeepsOrder()
    {
        CannedSession session;
        session.rows = 3;
        CallOptions options;
        options.deadline = std::chrono::milliseconds(7);
        const auto rows = queryAll(session, u"root\\cimv2"_s, u"SELECT * FROM C"_s, options);
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(3));
        for (std::size_t i = 0; i < rows->size(); ++i)
            QCOMPARE((*rows)[i].className(), u"Row%1"_s.arg(i));
        QCOMPARE(session.asked, u"root\\cimv2|SELECT * FROM C"_s);
        QVERIFY(session.deadline == options.deadline);
    }

    void noRowsIsNoError()
    {
        CannedSession session;
        const auto rows = queryAll(session, u"root\\cimv2"_s, u"SELECT * FROM C"_s, {});
        QVERIFY(rows);
        QVERIFY(rows->empty());
    }

    void anErrorAfterRowsIsAnError()
    {
        CannedSession session;
        session.rows = 2;
        session.failure.emplace();
        session.failure->code = base::ErrorCode::AccessDenied;
        session.failure->hostText = u"Zugriff verweigert"_s;
        const auto rows = queryAll(session, u"root\\cimv2"_s, u"SELECT * FROM C"_s, {});
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, base::ErrorCode::AccessDenied);
        QCOMPARE(rows.error().hostText, u"Zugriff verweigert"_s);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_wmi_session.moc"
