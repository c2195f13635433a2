#include "core/fleet/ListRow.h"

#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"

#include <QStringList>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

using Kind = ListProblem::Kind;
using Authentication = ServerEntry::Authentication;
using Transport = ServerEntry::Transport;

std::optional<bool> flagOf(const QString& text)
{
    static const QStringList yes{u"true"_s, u"yes"_s, u"1"_s, u"x"_s};
    static const QStringList no{QString(), u"false"_s, u"no"_s, u"0"_s};
    if (yes.contains(text, Qt::CaseInsensitive))
        return true;
    return no.contains(text, Qt::CaseInsensitive) ? std::optional(false) : std::nullopt;
}

class RowReader
{
public:
    RowReader(ServerEntry& entry, const ListRow& row)
        : m_entry(entry)
        , m_row(row)
    {}

    std::vector<ListProblem> read()
    {
        takePlace();
        takeUser();
        m_entry.display = value(ListColumn::Display);
        m_entry.caFile = value(ListColumn::CaFile);
        m_entry.clientCertificate = value(ListColumn::ClientCertificate);
        takeProxy();
        takePin();
        takeService();
        const Authentication usual =
            m_entry.clientCertificate.isEmpty() ? Authentication::Negotiate : Authentication::Certificate;
        m_entry.authentication = chosen<Authentication>(ListColumn::Authentication, u"authentication"_s,
                                                        {{QString(), usual},
                                                         {u"negotiate"_s, Authentication::Negotiate},
                                                         {u"kerberos"_s, Authentication::Kerberos},
                                                         {u"ntlm"_s, Authentication::Ntlm},
                                                         {u"basic"_s, Authentication::Basic},
                                                         {u"certificate"_s, Authentication::Certificate},
                                                         {u"none"_s, Authentication::None}});
        return std::move(m_problems);
    }

private:
    [[nodiscard]] QString value(ListColumn column) const
    {
        const auto found = m_row.find(column);
        return found == m_row.end() ? QString() : found->second;
    }

    void complain(Kind kind, const QString& value = {}) { m_problems.push_back({0, kind, value}); }

    template <class Choice>
    Choice chosen(ListColumn column, const QString& name, const std::map<QString, Choice>& choices)
    {
        const QString text = value(column);
        const auto found = choices.find(text.toLower());
        if (found != choices.end())
            return found->second;
        complain(Kind::BadValue, name + u": "_s + text);
        return choices.begin()->second;
    }

    void takePlace()
    {
        m_entry.kind = chosen<ServerEntry::Kind>(ListColumn::Kind, u"kind"_s,
                                                 {{QString(), m_entry.kind},
                                                  {u"server"_s, ServerEntry::Kind::Server},
                                                  {u"cluster"_s, ServerEntry::Kind::Cluster}});
        m_entry.transport = chosen<Transport>(ListColumn::Transport, u"transport"_s,
                                              {{QString(), Transport::WsManagement},
                                               {u"wsman"_s, Transport::WsManagement},
                                               {u"ws-management"_s, Transport::WsManagement},
                                               {u"winrm"_s, Transport::WsManagement},
                                               {u"dcom"_s, Transport::Dcom}});
        const auto https = flagOf(value(ListColumn::Https));
        if (!https)
            complain(Kind::BadValue, u"https: "_s + value(ListColumn::Https));
        if (https.value_or(false) && !m_entry.https) {
            m_entry.https = true;
            if (m_entry.port == winRmHttpPort)
                m_entry.port = winRmHttpsPort;
        }
        if (const QString port = value(ListColumn::Port); !port.isEmpty()) {
            bool ok = false;
            m_entry.port = port.toUShort(&ok);
            if (!ok || m_entry.port == 0)
                complain(Kind::BadValue, u"port: "_s + port);
        }
    }

    /// Never said: people write passwords beside user names.
    void takeUser()
    {
        if (const QString user = value(ListColumn::User); !user.isEmpty())
            m_entry.user = user;
        const auto problem = userProblem(m_entry.user);
        if (problem == UserProblem::Password)
            complain(Kind::PasswordInLine);
        else if (problem)
            complain(Kind::BadValue, u"user"_s);
    }

    void takeProxy()
    {
        m_entry.proxy = value(ListColumn::Proxy);
        const auto problem = proxyProblem(m_entry.proxy);
        if (problem == ProxyProblem::Password)
            complain(Kind::PasswordInLine);
        else if (problem)
            complain(Kind::BadValue, u"proxy: "_s + m_entry.proxy);
    }

    void takePin()
    {
        m_entry.certificatePin = value(ListColumn::Pin);
        if (!m_entry.certificatePin.isEmpty() && !isCertificatePin(m_entry.certificatePin))
            complain(Kind::BadValue, u"pin: "_s + m_entry.certificatePin);
    }

    void takeService()
    {
        const QString spn = value(ListColumn::Spn);
        const auto service = spn.isEmpty() ? std::optional(QString()) : serviceClassOf(spn);
        if (!service)
            complain(Kind::BadValue, u"spn: "_s + spn);
        m_entry.serviceClass = service.value_or(QString());
    }

    ServerEntry& m_entry;
    const ListRow& m_row;
    std::vector<ListProblem> m_problems;
};

} // namespace

std::vector<ListProblem> fillFromRow(ServerEntry& entry, const ListRow& row)
{
    return RowReader(entry, row).read();
}

} // namespace hvgpu::fleet
