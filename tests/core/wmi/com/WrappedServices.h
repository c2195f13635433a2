#pragma once

#include "core/wmi/com/Connector.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace hvgpu::tests {

/// What a test does in the place of WMI. Used from the thread of a session; set before its first call.
struct Interception
{
    std::function<HRESULT(IWbemClassObject*, long flags, IWbemContext*)> putInstance;
    /// S_FALSE: the real method is called.
    std::function<HRESULT(const QString& path, const QString& method, IWbemClassObject** output)> execMethod;
    std::function<HRESULT(const QString& wql)> execQuery; ///< S_FALSE: the real query runs
    std::function<HRESULT(const QString& name)> connect;  ///< S_FALSE: connects
    std::function<HRESULT(const QString& path, IWbemClassObject** object)>
        getObject; ///< S_FALSE: the real one
    /// Not empty: services know semisynchronous calls, and this is IWbemCallResult::GetCallStatus.
    std::function<HRESULT(LONG* status)> callStatus;
    HRESULT resultObject = S_OK;             ///< what GetResultObject says; S_OK: the object
    bool refusesSemisynchronous = false;     ///< as services that do not implement such calls
    std::vector<LONG> flags;                 ///< of GetObject, PutInstance and ExecMethod, in order
    std::atomic<int> pending{0};             ///< results of such calls that are held
    std::vector<IUnknown*> pendings;         ///< all there were; not owned
    std::vector<IUnknown*> protectedProxies; ///< in order; not owned, for comparing only
    std::vector<IUnknown*> services;         ///< what connect() gave
    std::vector<IUnknown*> enumerators;      ///< what ExecQuery gave
};

/// Connects to the real WMI of this computer, with an Interception in between.
class WrappedConnector final : public com::Connector
{
public:
    explicit WrappedConnector(std::shared_ptr<Interception> interception)
        : m_interception(std::move(interception))
    {}

    HRESULT connect(const QString& nameSpace, com::ComPtr<IWbemServices>& services) override;
    HRESULT protect(IUnknown& proxy) override;

private:
    std::shared_ptr<Interception> m_interception;
};

/// Words of the host for the next failed call of this thread.
void setHostWords(const QString& description);

} // namespace hvgpu::tests
