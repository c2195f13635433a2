#include "app/cli/Password.h"

#include "app/cli/SystemTerminal.h"
#include "app/cli/Terminal.h"
#include "core/base/EnvironmentSecret.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

constexpr qint64 longestPassword = 4096;

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Password)

public:
    static QString emptyFile() { return tr("the first line of the file is empty"); }
    static QString noTerminal() { return tr("no terminal to ask for it"); }
    static QString nothingEntered() { return tr("no password was entered"); }
};

base::Error problem(base::ErrorCode code, const QString& target, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = code;
    error.operation = u"Read password"_s;
    error.target = target;
    error.detail = detail;
    return error;
}

/// The part before the end of the line, wiping all of it.
base::Secret firstLine(QByteArray bytes)
{
    qsizetype length = bytes.size();
    for (const char end : {'\n', '\r'}) {
        if (const qsizetype at = bytes.indexOf(end); at >= 0)
            length = std::min(length, at);
    }
    base::Secret secret(QByteArray(bytes.constData(), length));
    base::wipe(bytes);
    return secret;
}

QByteArray readLine()
{
    QByteArray line;
    line.reserve(longestPassword); // so that growing leaves no copies behind
    for (char c = 0; line.size() < longestPassword && terminal::readByte(c) && c != '\n';)
        line += c;
    return line;
}

} // namespace

base::Result<base::Secret> passwordFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(problem(file.exists() ? base::ErrorCode::Io : base::ErrorCode::NotFound, path,
                                  file.errorString()));
    base::Secret secret = firstLine(file.read(longestPassword));
    if (secret.isEmpty())
        return base::fail(problem(base::ErrorCode::CredentialsMissing, path, Messages::emptyFile()));
    return secret;
}

base::Secret passwordFromEnvironment()
{
    return base::takeEnvironmentSecret("HVGPU_PASSWORD");
}

bool canAskForPassword()
{
    return terminal::HiddenInput().isActive();
}

base::Error cannotAsk(const QStringList& accounts)
{
    return problem(base::ErrorCode::CredentialsMissing, accounts.join(u", "_s), Messages::noTerminal());
}

base::Result<base::Secret> passwordFromPrompt(const QString& account)
{
    const terminal::HiddenInput hidden;
    print(QCoreApplication::translate("Servers", "Password for %1: ").arg(account));
    std::fflush(stderr);
    base::Secret secret = firstLine(readLine());
    std::fputc('\n', stderr);
    if (secret.isEmpty())
        return base::fail(problem(base::ErrorCode::CredentialsMissing, account, Messages::nothingEntered()));
    return secret;
}

} // namespace hvgpu::cli
