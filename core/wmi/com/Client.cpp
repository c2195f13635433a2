#include "core/wmi/com/Client.h"

#include "core/cim/Wql.h"
#include "core/wmi/com/ComError.h"
#include "core/wmi/com/MethodCall.h"
#include "core/wmi/com/Watch.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

constexpr std::uint32_t RpcServerUnavailable = 0x800706BA;
/// DCOM's own "no": E_ACCESSDENIED, RPC_E_ACCESS_DENIED, CO_E_LAUNCH_PERMSSION_DENIED. WMI has another
/// number.
constexpr std::array<std::uint32_t, 3> NotLetIn{0x80070005, 0x8001011B, 0x8000401B};

bool isLost(const base::Error& error)
{
    return error.nativeCode && isConnectionLost(static_cast<HRESULT>(*error.nativeCode));
}

base::Error connectError(HRESULT result)
{
    base::Error error = errorFrom(result);
    // Later in a conversation it means that WMI restarts; here nobody is there, or a firewall is.
    if (error.nativeCode == RpcServerUnavailable) {
        error.layer = base::Layer::Connect;
        error.code = base::ErrorCode::Unreachable;
    }
    // Before the namespace was asked for.
    if (error.nativeCode && std::ranges::find(NotLetIn, *error.nativeCode) != NotLetIn.end())
        error.layer = base::Layer::Auth;
    return error;
}

} // namespace

Client::Client(std::unique_ptr<Connector> connector, std::shared_ptr<Progress> progress)
    : m_connector(std::move(connector))
    , m_progress(std::move(progress))
{}

base::Result<Namespace*> Client::enter(const QString& nameSpace)
{
    const QString name = cim::canonicalNamespace(nameSpace);
    std::unique_ptr<Namespace>& known = m_namespaces[name.toLower()];
    if (known)
        return known.get();
    ComPtr<IWbemServices> services;
    ++m_progress->roundTrips;
    if (const HRESULT result = m_connector->connect(name, services); FAILED(result) || !services)
        return base::fail(connectError(FAILED(result) ? result : E_UNEXPECTED));
    if (const HRESULT result = m_connector->protect(*services.get()); FAILED(result))
        return base::fail(errorFrom(result, u"encrypting the connection"_s));
    ++m_progress->connections;
    known = std::make_unique<Namespace>(name, std::move(services), *m_connector, *m_progress);
    return known.get();
}

template <class T, class Call>
base::Result<T> Client::in(const QString& nameSpace, bool readsOnly, const Call& call)
{
    for (bool again = readsOnly;; again = false) {
        const auto known = m_namespaces.find(cim::canonicalNamespace(nameSpace).toLower());
        const bool isNew = known == m_namespaces.end() || !known->second;
        const base::Result<Namespace*> place = enter(nameSpace);
        if (!place)
            return base::fail(place.error());
        base::Result<T> result = call(**place);
        if (result || !isLost(result.error()))
            return result;
        m_namespaces.clear();
        if (isNew || !again)
            return result;
    }
}

base::Result<void> Client::open(const QString& nameSpace, const QString& wql, bool withPaths)
{
    m_rows.reset();
    auto rows = in<std::unique_ptr<RowReader>>(nameSpace, true,
                                               [&](Namespace& place) { return place.query(wql, withPaths); });
    if (!rows)
        return base::fail(rows.error());
    m_rows = *std::move(rows);
    return {};
}

base::Result<Page> Client::nextPage()
{
    if (!m_rows)
        return Page{{}, true};
    const Watch watch(*m_progress);
    auto page = m_rows->next(watch.step());
    if (!page || page->finished)
        m_rows.reset();
    if (!page && isLost(page.error()))
        m_namespaces.clear();
    return page;
}

base::Result<cim::Instance> Client::get(const cim::ObjectPath& path)
{
    return in<cim::Instance>(
        path.nameSpace(), true, [&path](Namespace& place) -> base::Result<cim::Instance> {
            auto instance = [&]() -> base::Result<cim::Instance> {
                if (path.keys().empty()) // by its name alone WMI would give the class
                    return place.onlyRow(cim::wql::select(path.className()));
                const auto name = place.relativePath(path);
                if (!name)
                    return base::fail(name.error());
                const auto object = place.object(*name);
                return object ? instanceFrom(**object, {place.name(), false, 0}) : base::fail(object.error());
            }();
            if (instance)
                instance->setPath(path);
            return instance;
        });
}

base::Result<cim::Instance> Client::put(const cim::ObjectPath& path,
                                        const std::vector<cim::Property>& changes)
{
    const auto write = [&](Namespace& place) -> base::Result<bool> {
        const auto name = place.relativePath(path);
        if (!name)
            return base::fail(name.error());
        const auto object = place.object(*name);
        if (!object)
            return base::fail(object.error());
        const auto maker = [&place](const cim::Instance& inner) { return place.makeObject(inner); };
        if (auto set = setProperties(**object, changes, maker); !set)
            return base::fail(set.error());
        QStringList names;
        for (const cim::Property& change : changes)
            names += change.name;
        if (auto stored = place.put(**object, names); !stored)
            return base::fail(stored.error());
        return true;
    };
    if (auto written = in<bool>(path.nameSpace(), false, write); !written)
        return base::fail(written.error());
    auto stored = get(path);
    if (!stored && stored.error().code != base::ErrorCode::Indeterminate)
        stored.error() = wmi::storedUnread(std::move(stored.error()));
    return stored;
}

base::Result<wmi::InvokeResult> Client::invoke(const cim::ObjectPath& target, const QString& method,
                                               const std::vector<cim::Property>& parameters, bool readsOnly)
{
    return in<wmi::InvokeResult>(target.nameSpace(), readsOnly, [&](Namespace& place) {
        return callMethod(place, target, method, parameters, readsOnly);
    });
}

base::Result<wmi::Identity> Client::identify()
{
    return in<wmi::Identity>(u"root\\cimv2"_s, true, [](Namespace& place) -> base::Result<wmi::Identity> {
        const auto system = place.onlyRow(cim::wql::select(u"Win32_OperatingSystem"_s, {u"Version"_s}));
        if (!system)
            return base::fail(system.error());
        return wmi::Identity{u"COM"_s, u"Windows Management Instrumentation"_s,
                             system->value(u"Version").toString().value_or(QString())};
    });
}

} // namespace hvgpu::com
