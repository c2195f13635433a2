#include "core/wmi/com/Namespace.h"

#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/ComError.h"
#include "core/wmi/com/PendingCall.h"
#include "core/wmi/com/PutContext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

bool refusesPartialUpdate(HRESULT result)
{
    return result == static_cast<HRESULT>(WBEM_E_UNSUPPORTED_PUT_EXTENSION) ||
           result == static_cast<HRESULT>(WBEM_E_UNSUPPORTED_PARAMETER) ||
           result == static_cast<HRESULT>(WBEM_E_PROVIDER_NOT_CAPABLE);
}

/// A lost connection is no answer: what was sent may have happened.
base::Error changeError(const CallEnd& end)
{
    if (end.over)
        return *end.over;
    base::Error error = errorFrom(end.result);
    if (end.unknown || isConnectionLost(end.result)) {
        error.detail =
            u"sent, but without a usable answer (%1): %2"_s.arg(base::name(error.code), error.detail);
        error.code = base::ErrorCode::Indeterminate;
        error.retryable = false;
    }
    return error;
}

} // namespace

Namespace::Namespace(QString name, ComPtr<IWbemServices> services, Connector& connector, Progress& progress)
    : m_name(std::move(name))
    , m_services(std::move(services))
    , m_connector(connector)
    , m_progress(progress)
{}

base::Result<std::unique_ptr<RowReader>> Namespace::query(const QString& wql, bool withPaths)
{
    const Bstr language(u"WQL");
    const Bstr text{QStringView(wql)};
    const LONG flags =
        WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY | (withPaths ? WBEM_FLAG_ENSURE_LOCATABLE : 0);
    ComPtr<IEnumWbemClassObject> rows;
    ++m_progress.roundTrips;
    HRESULT result = m_services->ExecQuery(language.get(), text.get(), flags, nullptr, rows.put());
    if (SUCCEEDED(result))
        result = rows ? m_connector.protect(*rows.get()) : E_UNEXPECTED;
    if (FAILED(result))
        return base::fail(errorFrom(result));
    return std::make_unique<RowReader>(std::move(rows), ReadObject{m_name, withPaths, 0}, m_progress);
}

base::Result<ComPtr<IWbemClassObject>> Namespace::object(const QString& relativePath)
{
    const Bstr path{QStringView(relativePath)};
    CallEnd end = makeCall(
        [&](LONG flags, IWbemClassObject** object, IWbemCallResult** pending) {
            return m_services->GetObject(path.get(), flags, nullptr, object, pending);
        },
        true, m_connector, m_progress);
    if (end.over)
        return base::fail(*std::move(end.over));
    if (FAILED(end.result))
        return base::fail(errorFrom(end.result));
    if (!end.object)
        return base::fail(errorFrom(static_cast<HRESULT>(WBEM_E_NOT_FOUND)));
    return std::move(end.object);
}

base::Result<ComPtr<IWbemClassObject>> Namespace::classNamed(const QString& className)
{
    const auto known = m_classes.find(className.toLower());
    if (known != m_classes.end())
        return known->second;
    auto found = object(className);
    if (!found && found.error().code == base::ErrorCode::NotFound)
        found.error().code = base::ErrorCode::InvalidClass;
    if (found)
        m_classes.insert_or_assign(className.toLower(), *found);
    return found;
}

base::Result<ComPtr<IWbemClassObject>> Namespace::makeObject(const cim::Instance& instance)
{
    const auto definition = classNamed(instance.className());
    if (!definition)
        return definition;
    ComPtr<IWbemClassObject> object;
    if (const HRESULT result = (*definition)->SpawnInstance(0, object.put()); FAILED(result))
        return base::fail(errorFrom(result, u"making a %1"_s.arg(instance.className())));
    const auto maker = [this](const cim::Instance& inner) { return makeObject(inner); };
    if (auto set = setProperties(*object, instance.properties(), maker); !set)
        return base::fail(set.error());
    return object;
}

base::Result<void> Namespace::put(IWbemClassObject& object, const QStringList& names)
{
    auto context = partialUpdate(names);
    if (!context)
        return base::fail(context.error());
    m_progress.change = Change::Sent;
    const auto store = [&](IWbemContext* with) {
        return makeCall(
            [&](LONG flags, IWbemClassObject**, IWbemCallResult** pending) {
                return m_services->PutInstance(&object, WBEM_FLAG_UPDATE_ONLY | flags, with, pending);
            },
            false, m_connector, m_progress);
    };
    CallEnd end = store(context->get());
    if (!end.over && !end.unknown && refusesPartialUpdate(end.result))
        end = store(nullptr);
    if (end.over || FAILED(end.result))
        return base::fail(changeError(end));
    m_progress.change = Change::Stored;
    return {};
}

base::Result<ComPtr<IWbemClassObject>> Namespace::execute(const QString& relativePath, const QString& method,
                                                          IWbemClassObject* parameters, bool readsOnly)
{
    const Bstr path{QStringView(relativePath)};
    const Bstr name{QStringView(method)};
    if (!readsOnly)
        m_progress.change = Change::Sent;
    CallEnd end = makeCall(
        [&](LONG flags, IWbemClassObject** output, IWbemCallResult** pending) {
            return m_services->ExecMethod(path.get(), name.get(), flags, nullptr, parameters, output,
                                          pending);
        },
        true, m_connector, m_progress);
    if (end.over)
        return base::fail(*std::move(end.over));
    if (FAILED(end.result))
        return base::fail(readsOnly ? errorFrom(end.result) : changeError(end));
    return std::move(end.object);
}

} // namespace hvgpu::com
