#include "app/cli/ArgumentChecks.h"

#include "app/cli/QtText.h"
#include "core/fleet/EntryChecks.h"

#include <QCoreApplication>

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)

public:
    static QString pin(const QString& text)
    {
        return tr("%1 is no SHA-256 fingerprint: 64 hexadecimal digits, with or without colons").arg(text);
    }
    static QString user()
    {
        return tr("not the name of an account, without a password: user@domain.example or HOST\\user");
    }
    static QString proxy(fleet::ProxyProblem problem)
    {
        switch (problem) {
        case fleet::ProxyProblem::Password:
            return tr("a user name or password does not belong into the address of a proxy: other users of "
                      "this computer can see the command line");
        case fleet::ProxyProblem::Kind:
            return tr("only HTTP proxies can be used: http://HOST:PORT");
        case fleet::ProxyProblem::Address:
            break;
        }
        return tr("not the address of a proxy: http://HOST:PORT");
    }
};

} // namespace

std::string notAPin(const std::string& text)
{
    const QString pin = QString::fromStdString(text);
    return fleet::isCertificatePin(pin) ? std::string() : utf8(Messages::pin(pin));
}

std::string notAUser(const std::string& text)
{
    return fleet::userProblem(QString::fromStdString(text)) ? utf8(Messages::user()) : std::string();
}

std::string notAProxy(const std::string& text)
{
    const auto problem = fleet::proxyProblem(QString::fromStdString(text));
    return problem ? utf8(Messages::proxy(*problem)) : std::string();
}

} // namespace hvgpu::cli
