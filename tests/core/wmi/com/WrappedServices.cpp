#include "tests/core/wmi/com/WrappedServices.h"

#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/LocatorConnector.h"

#include <atomic>
#include <utility>

#pragma GCC diagnostic ignored "-Wnon-virtual-dtor" // COM's interfaces are released, never deleted

namespace hvgpu::tests {
namespace {

/// A call that has not ended for as long as the test says so.
class Pending final : public IWbemCallResult
{
public:
    Pending(com::ComPtr<IWbemClassObject> object, std::shared_ptr<Interception> test)
        : m_object(std::move(object))
        , m_test(std::move(test))
    {
        ++m_test->pending;
        m_test->pendings.push_back(this);
    }
    virtual ~Pending() { --m_test->pending; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** object) override
    {
        if (!IsEqualGUID(id, IID_IUnknown) && !IsEqualGUID(id, IID_IWbemCallResult)) {
            *object = nullptr;
            return E_NOINTERFACE;
        }
        *object = this;
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_references; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_references;
        if (left == 0)
            delete this;
        return left;
    }
    HRESULT STDMETHODCALLTYPE GetResultObject(LONG, IWbemClassObject** object) override
    {
        if (m_test->resultObject != S_OK)
            return m_test->resultObject;
        *object = com::ComPtr(m_object).release();
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE GetResultString(LONG, BSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetResultServices(LONG, IWbemServices**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetCallStatus(LONG, LONG* status) override
    {
        return m_test->callStatus(status);
    }

private:
    std::atomic<ULONG> m_references{1};
    com::ComPtr<IWbemClassObject> m_object;
    std::shared_ptr<Interception> m_test;
};

/// Passes everything that the client uses to the real services unless the test wants it; refuses the rest.
class WrappedServices final : public IWbemServices
{
public:
    WrappedServices(com::ComPtr<IWbemServices> real, std::shared_ptr<Interception> test)
        : m_real(std::move(real))
        , m_test(std::move(test))
    {}
    virtual ~WrappedServices() = default;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** object) override
    {
        if (!IsEqualGUID(id, IID_IUnknown) && !IsEqualGUID(id, IID_IWbemServices)) {
            *object = nullptr;
            return E_NOINTERFACE;
        }
        *object = this;
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_references; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_references;
        if (left == 0)
            delete this;
        return left;
    }

    HRESULT STDMETHODCALLTYPE GetObject(const BSTR path, LONG flags, IWbemContext* context,
                                        IWbemClassObject** object, IWbemCallResult** result) override
    {
        return semisynchronous(flags, object, result, [&](IWbemClassObject** now) {
            const HRESULT answer = m_test->getObject ? m_test->getObject(com::textOf(path), now) : S_FALSE;
            return answer == S_FALSE ? m_real->GetObject(path, 0, context, now, nullptr) : answer;
        });
    }
    HRESULT STDMETHODCALLTYPE PutInstance(IWbemClassObject* object, LONG flags, IWbemContext* context,
                                          IWbemCallResult** result) override
    {
        return semisynchronous(flags, nullptr, result, [&](IWbemClassObject**) {
            return m_test->putInstance ? m_test->putInstance(object, flags, context)
                                       : m_real->PutInstance(object, flags, context, nullptr);
        });
    }
    HRESULT STDMETHODCALLTYPE ExecQuery(const BSTR language, const BSTR query, LONG flags,
                                        IWbemContext* context, IEnumWbemClassObject** rows) override
    {
        HRESULT answer = m_test->execQuery ? m_test->execQuery(com::textOf(query)) : S_FALSE;
        if (answer == S_FALSE)
            answer = m_real->ExecQuery(language, query, flags, context, rows);
        if (SUCCEEDED(answer))
            m_test->enumerators.push_back(*rows);
        return answer;
    }
    HRESULT STDMETHODCALLTYPE ExecMethod(const BSTR path, const BSTR method, LONG flags,
                                         IWbemContext* context, IWbemClassObject* input,
                                         IWbemClassObject** output, IWbemCallResult** result) override
    {
        return semisynchronous(flags, output, result, [&](IWbemClassObject** now) {
            const HRESULT answer = m_test->execMethod
                                       ? m_test->execMethod(com::textOf(path), com::textOf(method), now)
                                       : S_FALSE;
            return answer == S_FALSE ? m_real->ExecMethod(path, method, 0, context, input, now, nullptr)
                                     : answer;
        });
    }

    // Nothing that the client uses.
    HRESULT STDMETHODCALLTYPE OpenNamespace(const BSTR, LONG, IWbemContext*, IWbemServices**,
                                            IWbemCallResult**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE CancelAsyncCall(IWbemObjectSink*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE QueryObjectSink(LONG, IWbemObjectSink**) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetObjectAsync(const BSTR, LONG, IWbemContext*, IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE PutClass(IWbemClassObject*, LONG, IWbemContext*, IWbemCallResult**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE PutClassAsync(IWbemClassObject*, LONG, IWbemContext*, IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE DeleteClass(const BSTR, LONG, IWbemContext*, IWbemCallResult**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE DeleteClassAsync(const BSTR, LONG, IWbemContext*, IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE CreateClassEnum(const BSTR, LONG, IWbemContext*,
                                              IEnumWbemClassObject**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE CreateClassEnumAsync(const BSTR, LONG, IWbemContext*, IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE PutInstanceAsync(IWbemClassObject*, LONG, IWbemContext*,
                                               IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE DeleteInstance(const BSTR, LONG, IWbemContext*, IWbemCallResult**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE DeleteInstanceAsync(const BSTR, LONG, IWbemContext*, IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE CreateInstanceEnum(const BSTR, LONG, IWbemContext*,
                                                 IEnumWbemClassObject**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE CreateInstanceEnumAsync(const BSTR, LONG, IWbemContext*,
                                                      IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE ExecQueryAsync(const BSTR, const BSTR, LONG, IWbemContext*,
                                             IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE ExecNotificationQuery(const BSTR, const BSTR, LONG, IWbemContext*,
                                                    IEnumWbemClassObject**) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE ExecNotificationQueryAsync(const BSTR, const BSTR, LONG, IWbemContext*,
                                                         IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE ExecMethodAsync(const BSTR, const BSTR, LONG, IWbemContext*, IWbemClassObject*,
                                              IWbemObjectSink*) override
    {
        return E_NOTIMPL;
    }

private:
    // Whether the call ends at once is the test's choice; Wine's own always do.
    template <class Call>
    HRESULT semisynchronous(LONG flags, IWbemClassObject** object, IWbemCallResult** result, const Call& call)
    {
        m_test->flags.push_back(flags);
        const bool wanted = (flags & WBEM_FLAG_RETURN_IMMEDIATELY) != 0;
        if (wanted && m_test->refusesSemisynchronous)
            return E_NOTIMPL;
        if (!wanted || result == nullptr || !m_test->callStatus)
            return call(object);
        com::ComPtr<IWbemClassObject> later;
        const HRESULT answer = call(later.put());
        if (SUCCEEDED(answer))
            *result = new Pending(std::move(later), m_test);
        return answer;
    }

    std::atomic<ULONG> m_references{1};
    com::ComPtr<IWbemServices> m_real;
    std::shared_ptr<Interception> m_test;
};

} // namespace

HRESULT WrappedConnector::connect(const QString& nameSpace, com::ComPtr<IWbemServices>& services)
{
    const HRESULT answer = m_interception->connect ? m_interception->connect(nameSpace) : S_FALSE;
    if (answer != S_FALSE)
        return answer;
    com::LocatorConnector real{wmi::ConnectionSettings()};
    com::ComPtr<IWbemServices> inner;
    const HRESULT result = real.connect(nameSpace, inner);
    if (FAILED(result))
        return result;
    services = com::ComPtr<IWbemServices>(new WrappedServices(std::move(inner), m_interception));
    m_interception->services.push_back(services.get());
    return result;
}

HRESULT WrappedConnector::protect(IUnknown& proxy)
{
    m_interception->protectedProxies.push_back(&proxy);
    return com::LocatorConnector{wmi::ConnectionSettings()}.protect(proxy);
}

void setHostWords(const QString& description)
{
    com::ComPtr<ICreateErrorInfo> making;
    if (FAILED(CreateErrorInfo(making.put())))
        return;
    const com::Bstr words{QStringView(description)};
    making->SetDescription(words.get());
    if (const auto info = making.as<IErrorInfo>())
        SetErrorInfo(0, info.get());
}

} // namespace hvgpu::tests
