#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/ComSession.h"
#include "core/wmi/com/Variant.h"
#include "core/wmi/com/VariantValue.h"
#include "tests/core/wmi/com/ExtendedStatus.h"
#include "tests/core/wmi/com/WrappedServices.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using cim::Value;

namespace {

const QString cimv2 = u"root\\cimv2"_s;
const QString systemQuery = u"SELECT * FROM Win32_OperatingSystem"_s;

/// A gate that a call hangs at until the test opens it.
class Gate
{
public:
    void open() { m_promise.set_value(); }
    void pass() const { m_future.wait(); }
    /// Tells that somebody stands before it.
    void arrive() { m_arrived = true; }
    [[nodiscard]] bool hasVisitor() const { return m_arrived; }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_future = m_promise.get_future().share();
    std::atomic<bool> m_arrived{false};
};

QString contextText(IWbemContext& context, const wchar_t* name)
{
    com::Variant value;
    if (FAILED(context.GetValue(name, 0, value.put())))
        return u"absent"_s;
    const auto type = (value.value().vt & VT_ARRAY) != 0 ? CIM_STRING | CIM_FLAG_ARRAY : CIM_BOOLEAN;
    const auto read = com::valueFrom(value.value(), type, {});
    if (!read)
        return u"unreadable"_s;
    QStringList texts;
    for (const Value& element : read->elements())
        texts += element.toString().value_or(QString());
    return texts.join(u',');
}

cim::ObjectPath videoController()
{
    return {{}, cimv2, u"Win32_VideoController"_s, {{u"DeviceID"_s, Value::string(u"VideoController1"_s)}}};
}

cim::ObjectPath registry()
{
    return {{}, cimv2, u"StdRegProv"_s};
}

/// A host that does not accept the password.
class Refusing final : public com::Connector
{
public:
    explicit Refusing(std::atomic<int>& shown)
        : m_shown(shown)
    {}
    HRESULT connect(const QString& /*nameSpace*/, com::ComPtr<IWbemServices>& /*services*/) override
    {
        ++m_shown;
        return HRESULT_FROM_WIN32(ERROR_LOGON_FAILURE);
    }
    HRESULT protect(IUnknown& /*proxy*/) override { return S_OK; }

private:
    std::atomic<int>& m_shown;
};

} // namespace

/// What a session does with WMI's answers; the answers are the test's own.
class TestCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every call would show it again, and domains lock accounts.
    void refusedPasswordIsShownOnce()
    {
        std::atomic<int> shown = 0;
        wmi::ConnectionSettings settings;
        settings.host = u"hv01"_s;
        settings.user = u"LAB\\ada"_s;
        settings.password = base::Secret("wrong");
        const auto get = [&] {
            com::ComSession session(
                settings.host, [&shown] { return std::make_unique<Refusing>(shown); },
                wmi::SignInGate(settings));
            return session.get(videoController(), {});
        };
        for (int i = 0; i < 3; ++i) {
            const auto refused = get();
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::CredentialsRejected);
        }
        QCOMPARE(shown.load(), 1);
        settings.password = base::Secret("right");
        QVERIFY(!get());
        QCOMPARE(shown.load(), 2);
    }

    void init()
    {
        m_test = std::make_shared<tests::Interception>();
        m_session = std::make_unique<com::ComSession>(
            u"hv01"_s, [test = m_test] { return std::make_unique<tests::WrappedConnector>(test); });
    }
    void cleanup() { m_session.reset(); }

    void everyProxyIsProtected()
    {
        QVERIFY(wmi::queryAll(*m_session, cimv2, systemQuery, {}).has_value());
        QVERIFY(wmi::queryAll(*m_session, cimv2, systemQuery, {}).has_value());
        QCOMPARE(m_test->services.size(), 1U); // one connection for a namespace
        QCOMPARE(m_test->enumerators.size(), 2U);
        for (IUnknown* const proxy : m_test->services)
            QVERIFY(std::ranges::find(m_test->protectedProxies, proxy) != m_test->protectedProxies.end());
        for (IUnknown* const proxy : m_test->enumerators)
            QVERIFY(std::ranges::find(m_test->protectedProxies, proxy) != m_test->protectedProxies.end());
    }

    void putWritesTheChangedPropertiesOnly()
    {
        QString name;
        QString extensions;
        QString properties;
        long flags = 0;
        m_test->putInstance = [&](IWbemClassObject* object, long given, IWbemContext* context) {
            com::Variant value;
            object->Get(L"Name", 0, value.put(), nullptr, nullptr);
            name = com::textOf(value.value().bstrVal);
            flags = given;
            extensions = context == nullptr ? u"none"_s
                                            : contextText(*context, L"__PUT_EXTENSIONS") + u'/' +
                                                  contextText(*context, L"__PUT_EXT_CLIENT_REQUEST");
            properties = context == nullptr ? u"none"_s : contextText(*context, L"__PUT_EXT_PROPERTIES");
            return S_OK;
        };
        const auto stored = m_session->put(videoController(), {{u"Name"_s, Value::string(u"renamed"_s)}}, {});
        QVERIFY2(stored.has_value(), qPrintable(stored ? QString() : base::describe(stored.error())));
        QCOMPARE(name, u"renamed"_s);
        QCOMPARE(flags, long(WBEM_FLAG_UPDATE_ONLY) | long(WBEM_FLAG_RETURN_IMMEDIATELY));
        QCOMPARE(extensions, u"true/true"_s);
        QCOMPARE(properties, u"Name"_s);
        QCOMPARE(stored->className(), u"Win32_VideoController"_s); // read back
    }

    void putWithoutPartialUpdates()
    {
        int calls = 0;
        m_test->putInstance = [&](IWbemClassObject*, long, IWbemContext* context) {
            ++calls;
            return context != nullptr ? static_cast<HRESULT>(WBEM_E_UNSUPPORTED_PUT_EXTENSION) : S_OK;
        };
        QVERIFY(m_session->put(videoController(), {{u"Name"_s, Value::string(u"x"_s)}}, {}).has_value());
        QCOMPARE(calls, 2);
    }

    void putOfNonsenseIsNotSent()
    {
        m_test->putInstance = [](IWbemClassObject*, long, IWbemContext*) { return E_FAIL; };
        const auto stored =
            m_session->put(videoController(), {{u"NoSuchProperty"_s, Value::string(u"x"_s)}}, {});
        QVERIFY(!stored.has_value());
        QCOMPARE(stored.error().code, ErrorCode::InvalidArgument);
        QVERIFY(stored.error().detail.contains(u"NoSuchProperty"_s));
    }

    void hostsWordsAndNumbers()
    {
        m_test->putInstance = [](IWbemClassObject*, long, IWbemContext*) {
            tests::setHostWords(u"Zugriff verweigert, sagt der Anbieter."_s);
            return static_cast<HRESULT>(WBEM_E_ACCESS_DENIED);
        };
        const auto stored = m_session->put(videoController(), {{u"Name"_s, Value::string(u"x"_s)}}, {});
        QVERIFY(!stored.has_value());
        const base::Error& error = stored.error();
        QCOMPARE(error.code, ErrorCode::AccessDenied);
        QCOMPARE(error.layer, base::Layer::Wmi);
        QCOMPARE(error.nativeCode, std::optional<std::uint32_t>(0x80041003));
        QCOMPARE(error.hostText, u"Zugriff verweigert, sagt der Anbieter."_s);
        QCOMPARE(error.operation, u"Put"_s);
        QCOMPARE(error.host, u"hv01"_s);
        QVERIFY(error.target.contains(u"VideoController1"_s));
    }

    // "Failed" with the reason inside, as providers of Windows answer.
    void extendedStatusOfTheHost()
    {
        m_test->putInstance = [](IWbemClassObject*, long, IWbemContext*) {
            tests::setExtendedStatus({u"Der Dienst wird beendet."_s, u"VmmsWmiInstanceAndMethodProvider"_s,
                                      u"PutInstance"_s, 0x80041033});
            return static_cast<HRESULT>(WBEM_E_FAILED);
        };
        const auto stored = m_session->put(videoController(), {{u"Name"_s, Value::string(u"x"_s)}}, {});
        QVERIFY(!stored);
        const base::Error& error = stored.error();
        QCOMPARE(error.code, ErrorCode::ShuttingDown);
        QCOMPARE(error.nativeCode, std::optional<std::uint32_t>(0x80041001));
        QCOMPARE(error.hostText, u"Der Dienst wird beendet."_s);
        for (const QString& part : {u"provider VmmsWmiInstanceAndMethodProvider"_s,
                                    u"operation PutInstance"_s, u"status 0x80041033"_s})
            QVERIFY2(error.detail.contains(part), qPrintable(error.detail));
    }

    void changeLostOnTheWayIsIndeterminate()
    {
        int calls = 0;
        m_test->execMethod = [&](const QString&, const QString&, IWbemClassObject**) {
            ++calls;
            return static_cast<HRESULT>(0x800706BE);
        };
        const auto result = m_session->invoke(registry(), u"EnumKey"_s, {}, {});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Indeterminate);
        QCOMPARE(calls, 1); // never twice
    }

    void readsSurviveALostConnection()
    {
        bool lost = false;
        QVERIFY(wmi::queryAll(*m_session, cimv2, systemQuery, {}).has_value());
        m_test->execQuery = [&](const QString&) {
            return std::exchange(lost, true) ? S_FALSE : static_cast<HRESULT>(0x80010108);
        };
        QVERIFY(wmi::queryAll(*m_session, cimv2, systemQuery, {}).has_value());
        QCOMPARE(m_session->statistics().connectionsOpened, std::uint64_t(2));
    }

    void hostThatIsNotThere()
    {
        m_test->connect = [](const QString&) { return static_cast<HRESULT>(0x800706BA); };
        const auto rows = wmi::queryAll(*m_session, cimv2, systemQuery, {});
        QCOMPARE(rows.error().code, ErrorCode::Unreachable);
        QCOMPARE(rows.error().layer, base::Layer::Connect);
    }

    void rejectedCredentials()
    {
        m_test->connect = [](const QString&) { return static_cast<HRESULT>(0x8007052E); };
        const auto rows = wmi::queryAll(*m_session, cimv2, systemQuery, {});
        QCOMPARE(rows.error().code, ErrorCode::CredentialsRejected);
        QCOMPARE(rows.error().layer, base::Layer::Auth);
    }

    void voidMethodCountsAsZero()
    {
        m_test->execMethod = [](const QString&, const QString&, IWbemClassObject**) { return S_OK; };
        const auto result = m_session->invoke(registry(), u"EnumKey"_s, {}, {});
        QVERIFY(result.has_value());
        QCOMPARE(result->returnValue, 0U);
        QVERIFY(result->outParameters.empty());
    }

    void partialKeysAreLookedUp()
    {
        // WMI wants all keys; Wine does not know which there are, so the test only sees the path pass.
        QString path;
        m_test->execMethod = [&](const QString& asked, const QString&, IWbemClassObject**) {
            path = asked;
            return S_OK;
        };
        QVERIFY(m_session->invoke(registry(), u"EnumKey"_s, {}, {}).has_value());
        QCOMPARE(path, u"StdRegProv"_s); // a static method: the class itself
    }

    // The three kinds of "no" are told apart.
    void deniedOnTheWay_data()
    {
        QTest::addColumn<quint32>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<base::Layer>("layer");
        QTest::newRow("DCOM") << 0x80070005U << ErrorCode::AccessDenied << base::Layer::Auth;
        QTest::newRow("launch") << 0x8000401BU << ErrorCode::AccessDenied << base::Layer::Auth;
        QTest::newRow("namespace") << 0x80041003U << ErrorCode::AccessDenied << base::Layer::Wmi;
        QTest::newRow("password") << 0x8007052EU << ErrorCode::CredentialsRejected << base::Layer::Auth;
        QTest::newRow("security package") << 0x80070721U << ErrorCode::ServiceUnknown << base::Layer::Auth;
        QTest::newRow("nobody") << 0x800706BAU << ErrorCode::Unreachable << base::Layer::Connect;
    }
    void deniedOnTheWay()
    {
        QFETCH(const quint32, answer);
        m_test->connect = [answer](const QString&) { return static_cast<HRESULT>(answer); };
        const auto rows = wmi::queryAll(*m_session, cimv2, systemQuery, {});
        QVERIFY(!rows);
        QTEST(rows.error().code, "code");
        QTEST(rows.error().layer, "layer");
        QCOMPARE(rows.error().nativeCode, std::optional<std::uint32_t>(answer));
    }

    void callsAreWaitedForInSteps()
    {
        int asked = 0;
        m_test->callStatus = [&asked](LONG* status) {
            *status = S_OK;
            return ++asked % 3 == 0 ? S_OK : static_cast<HRESULT>(WBEM_S_TIMEDOUT);
        };
        const auto adapter = m_session->get(videoController(), {});
        QVERIFY2(adapter.has_value(), adapter ? "" : qPrintable(base::describe(adapter.error())));
        QCOMPARE(adapter->className(), u"Win32_VideoController"_s);
        const auto keys =
            m_session->invoke(registry(), u"EnumKey"_s,
                              {{u"hDefKey"_s, Value::unsignedInteger(cim::Type::UInt32, 0x80000002U)},
                               {u"sSubKeyName"_s, Value::string(u"Software"_s)}},
                              {});
        QVERIFY2(keys.has_value(), keys ? "" : qPrintable(base::describe(keys.error())));
        QCOMPARE(keys->returnValue, 0U);
        QVERIFY(!keys->outParameters.empty());
        QVERIFY(asked >= 6);
        QVERIFY(std::ranges::all_of(m_test->flags,
                                    [](LONG flags) { return (flags & WBEM_FLAG_RETURN_IMMEDIATELY) != 0; }));
        QCOMPARE(m_test->pending.load(), 0);
        for (IUnknown* const proxy : m_test->pendings)
            QVERIFY(std::ranges::find(m_test->protectedProxies, proxy) != m_test->protectedProxies.end());
    }

    void servicesWithoutSemisynchronousCalls()
    {
        m_test->refusesSemisynchronous = true;
        QVERIFY(m_session->get(videoController(), {}).has_value());
        m_test->putInstance = [](IWbemClassObject*, long flags, IWbemContext*) {
            return flags == WBEM_FLAG_UPDATE_ONLY ? S_OK : E_FAIL;
        };
        QVERIFY(m_session->put(videoController(), {{u"Name"_s, Value::string(u"x"_s)}}, {}).has_value());
    }

    void theDeadlineEndsTheCallItself()
    {
        m_test->callStatus = [](LONG*) {
            std::this_thread::yield();
            return static_cast<HRESULT>(WBEM_S_TIMEDOUT);
        };
        wmi::CallOptions options;
        options.deadline = std::chrono::milliseconds(500);
        const auto adapter = m_session->get(videoController(), options);
        QVERIFY(!adapter);
        QCOMPARE(adapter.error().code, ErrorCode::TimedOut);
        QVERIFY(adapter.error().retryable);
        QCOMPARE(m_test->pending.load(), 0); // let go of
        m_test->callStatus = nullptr;
        QVERIFY(m_session->get(videoController(), {}).has_value());
        QCOMPARE(m_session->statistics().connectionsOpened, std::uint64_t(1)); // by the same connection
    }

    void aStopEndsTheCallItself()
    {
        std::stop_source source;
        m_test->execMethod = [](const QString&, const QString&, IWbemClassObject**) { return S_OK; };
        bool changes = false;
        m_test->callStatus = [&](LONG* status) {
            *status = S_OK;
            if (!changes) // reading the class goes before
                return S_OK;
            source.request_stop();
            return static_cast<HRESULT>(WBEM_S_TIMEDOUT);
        };
        QVERIFY(m_session->invoke(registry(), u"EnumKey"_s, {}, {}).has_value());
        changes = true;
        wmi::CallOptions options;
        options.stop = source.get_token();
        const auto result = m_session->invoke(registry(), u"EnumKey"_s, {}, options);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Indeterminate);
        QCOMPARE(m_test->pending.load(), 0);
        QCOMPARE(m_session->statistics().connectionsOpened, std::uint64_t(1));
    }

    void howACallEnded_data()
    {
        QTest::addColumn<quint32>("asked");
        QTest::addColumn<quint32>("status");
        QTest::addColumn<quint32>("object");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("refused") << 0U << 0x80041003U << 0U << ErrorCode::AccessDenied;
        QTest::newRow("lost while waiting") << 0x800706BAU << 0U << 0U << ErrorCode::Indeterminate;
        QTest::newRow("may not ask") << 0x80070005U << 0U << 0U << ErrorCode::Indeterminate;
        QTest::newRow("result is gone") << 0U << 0U << 0x80041001U << ErrorCode::Indeterminate;
        QTest::newRow("result does not come")
            << 0U << 0U << quint32(WBEM_S_TIMEDOUT) << ErrorCode::Indeterminate;
    }
    void howACallEnded()
    {
        QFETCH(const quint32, asked);
        QFETCH(const quint32, status);
        QFETCH(const quint32, object);
        QVERIFY(m_session->invoke(registry(), u"EnumKey"_s, {}, {}).has_value()); // the class is known now
        int calls = 0;
        m_test->execMethod = [&calls](const QString&, const QString&, IWbemClassObject**) {
            ++calls;
            return S_OK;
        };
        m_test->resultObject = static_cast<HRESULT>(object);
        m_test->callStatus = [=](LONG* result) {
            *result = static_cast<LONG>(status);
            if (status != 0)
                tests::setHostWords(u"Der Anbieter sagt nein."_s);
            return static_cast<HRESULT>(asked);
        };
        const auto result = m_session->invoke(registry(), u"EnumKey"_s, {}, {});
        QVERIFY(!result);
        QTEST(result.error().code, "code");
        QCOMPARE(calls, 1);
        QCOMPARE(result.error().hostText, status != 0 ? u"Der Anbieter sagt nein."_s : QString());
    }

    void storedButNotReadBack_data()
    {
        QTest::addColumn<bool>("hangs");
        QTest::newRow("refused") << false;
        QTest::newRow("no answer") << true;
    }
    void storedButNotReadBack()
    {
        QFETCH(const bool, hangs);
        bool stored = false;
        m_test->putInstance = [&stored](IWbemClassObject*, long, IWbemContext*) {
            stored = true;
            return S_OK;
        };
        m_test->getObject = [&stored, hangs](const QString&, IWbemClassObject**) {
            return stored && !hangs ? static_cast<HRESULT>(WBEM_E_NOT_FOUND) : S_FALSE;
        };
        int afterwards = 0;
        m_test->callStatus = [&](LONG* status) {
            *status = S_OK;
            if (stored && hangs && ++afterwards > 1) { // the first one is that of the change
                std::this_thread::yield();
                return static_cast<HRESULT>(WBEM_S_TIMEDOUT);
            }
            return S_OK;
        };
        wmi::CallOptions options;
        options.deadline = std::chrono::milliseconds(hangs ? 1'500 : 30'000);
        const auto result = m_session->put(videoController(), {{u"Name"_s, Value::string(u"x"_s)}}, options);
        QVERIFY(!result);
        QVERIFY(stored);
        QCOMPARE(result.error().code, ErrorCode::Indeterminate);
        QVERIFY2(result.error().detail.startsWith(hangs ? u"stored, but not read back (timed-out)"_s
                                                        : u"stored, but not read back (not-found)"_s),
                 qPrintable(result.error().detail));
        QCOMPARE(result.error().operation, u"Put"_s);
        QVERIFY(!result.error().retryable);
    }

    void hangingReadIsLeftBehind()
    {
        auto gate = std::make_shared<Gate>();
        m_test->execQuery = [gate](const QString&) {
            gate->arrive();
            gate->pass();
            return static_cast<HRESULT>(WBEM_E_FAILED);
        };
        wmi::CallOptions options;
        options.deadline = std::chrono::milliseconds(200);
        const auto rows = wmi::queryAll(*m_session, cimv2, systemQuery, options);
        QVERIFY(gate->hasVisitor());
        QCOMPARE(rows.error().code, ErrorCode::TimedOut);
        QVERIFY(rows.error().retryable);
        // Another connection works while the first call still hangs.
        QVERIFY(m_session->get(videoController(), {}).has_value());
        gate->open();
    }

    void stoppedWhileAChangeHangs()
    {
        auto gate = std::make_shared<Gate>();
        m_test->execMethod = [gate](const QString&, const QString&, IWbemClassObject**) {
            gate->arrive();
            gate->pass();
            return S_OK;
        };
        std::stop_source source;
        wmi::CallOptions options;
        options.stop = source.get_token();
        std::jthread stopper([gate, &source] {
            while (!gate->hasVisitor())
                std::this_thread::yield();
            source.request_stop();
        });
        const auto result = m_session->invoke(registry(), u"EnumKey"_s, {}, options);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Indeterminate);
        gate->open();
    }

private:
    std::shared_ptr<tests::Interception> m_test;
    std::unique_ptr<com::ComSession> m_session;
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_com_calls.moc"
