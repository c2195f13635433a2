#include "tests/integration/auth/TestRealm.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <krb5.h>

#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

using namespace Qt::StringLiterals;

namespace hvgpu::test {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

constexpr int ProgramTime = 30'000;

QString program(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty()
               ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/sbin"_s})
               : found;
}

bool run(const QString& name, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(name), arguments);
    if (!process.waitForStarted(ProgramTime))
        return false;
    process.write(input);
    process.closeWriteChannel();
    const bool done = process.waitForFinished(ProgramTime) && process.exitCode() == 0;
    if (!done)
        qWarning().noquote() << name << "failed:" << process.readAll();
    return done;
}

std::uint16_t freePort()
{
    asio::io_context io;
    tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
    return acceptor.local_endpoint().port();
}

bool accepts(std::uint16_t port)
{
    asio::io_context io;
    tcp::socket socket(io);
    boost::system::error_code error;
    socket.connect({asio::ip::address_v4::loopback(), port}, error);
    return !error;
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

std::unique_ptr<TestRealm> TestRealm::start(QString& reason, const QString& clockOffset)
{
    QStringList programs{u"krb5kdc"_s, u"kdb5_util"_s, u"kadmin.local"_s, u"kinit"_s, u"klist"_s};
    if (!clockOffset.isEmpty())
        programs += u"faketime"_s;
    for (const QString& name : programs) {
        if (program(name).isEmpty()) {
            reason = u"%1 is not installed (krb5-kdc, krb5-admin-server, krb5-user, faketime)"_s.arg(name);
            return nullptr;
        }
    }
    for (int attempt = 0; attempt < 5; ++attempt) { // somebody else may take the port meanwhile
        std::unique_ptr<TestRealm> realm(new TestRealm);
        const std::uint16_t port = freePort();
        if (realm->writeFiles(port) && realm->createDatabase() && realm->startKdc(port, clockOffset))
            return realm;
    }
    qFatal("the KDC is installed, but the test realm cannot be set up"); // not a reason to skip
}

TestRealm::~TestRealm()
{
    stopKdc();
}

bool TestRealm::writeFiles(std::uint16_t port)
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    const QByteArray address = "127.0.0.1:" + QByteArray::number(port);
    const QByteArray realm = Name;
    qputenv("KRB5_CONFIG", folder + "/krb5.conf");
    qputenv("KRB5_KDC_PROFILE", folder + "/kdc.conf");
    qputenv("KRB5CCNAME", "FILE:" + folder + "/ccache");
    qputenv("KRB5RCACHENAME", "file2:" + folder + "/rcache");
    qputenv("KRB5_CLIENT_KTNAME", folder + "/none");
    qunsetenv("NTLM_USER_FILE");
    return write(path(u"krb5.conf"_s), "[libdefaults]\n default_realm = " + realm +
                                           "\n dns_lookup_kdc = false\n dns_lookup_realm = false\n"
                                           " udp_preference_limit = 1\n"
                                           " kdc_timesync = 1\n[realms]\n " +
                                           realm + " = {\n  kdc = " + address +
                                           "\n }\n NOWHERE.TEST = {\n  kdc = 127.0.0.1:1\n }\n"
                                           "[domain_realm]\n localhost = " +
                                           realm + "\n") &&
           write(path(u"kdc.conf"_s),
                 "[kdcdefaults]\n kdc_listen = " + address + "\n kdc_tcp_listen = " + address +
                     "\n[realms]\n " + realm + " = {\n  database_name = " + folder +
                     "/principal\n  key_stash_file = " + folder + "/stash\n  acl_file = " + folder +
                     "/acl\n  max_life = 10h\n  default_principal_flags = +preauth\n"
                     "  supported_enctypes = aes256-cts:normal aes128-cts:normal\n }\n"
                     "[logging]\n kdc = FILE:" +
                     folder + "/kdc.log\n") &&
           write(ntlmUsers(), QByteArray("HV01:bob:") + BobsPassword + '\n');
}

bool TestRealm::createDatabase()
{
    const QString alice = u"addprinc -pw %1 "_s.arg(QLatin1String(AlicesPassword));
    return run(u"kdb5_util"_s, {u"create"_s, u"-s"_s, u"-r"_s, QLatin1String(Name), u"-P"_s, u"master"_s}) &&
           administer({alice + u"alice"_s, alice + u"-allow_tix locked"_s,
                       alice + u"-pwexpire yesterday stale"_s, alice + u"-expire yesterday gone"_s,
                       u"addprinc -randkey HTTP/localhost"_s, u"addprinc -randkey WSMAN/localhost"_s,
                       u"addprinc -randkey host/localhost"_s,
                       u"ktadd -k %1 HTTP/localhost WSMAN/localhost host/localhost"_s.arg(keytab())});
}

bool TestRealm::startKdc(std::uint16_t port, const QString& clockOffset)
{
    QStringList command{program(u"krb5kdc"_s), u"-n"_s};
    if (!clockOffset.isEmpty())
        command = QStringList{program(u"faketime"_s), u"-f"_s, clockOffset} + command;
    m_kdc.setProcessChannelMode(QProcess::MergedChannels);
    m_kdc.start(command.takeFirst(), command);
    QDeadlineTimer deadline(ProgramTime);
    while (m_kdc.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        if (accepts(port))
            return true;
        m_kdc.waitForReadyRead(20); // also ends when the program does
    }
    qWarning().noquote() << "krb5kdc failed:" << m_kdc.readAll();
    return false;
}

void TestRealm::stopKdc()
{
    m_kdc.terminate();
    if (!m_kdc.waitForFinished(ProgramTime))
        m_kdc.kill();
    m_kdc.waitForFinished(ProgramTime);
}

bool TestRealm::getTicket(const QString& user, const QByteArray& password, const QString& lifetime) const
{
    QStringList arguments{user};
    if (!lifetime.isEmpty())
        arguments = QStringList{u"-l"_s, lifetime} + arguments;
    return run(u"kinit"_s, arguments, password + '\n');
}

void TestRealm::forgetTickets() const
{
    QFile::remove(path(u"ccache"_s));
}

bool TestRealm::ageTickets() const
{
    krb5_context context = nullptr;
    krb5_ccache cache = nullptr;
    krb5_principal user = nullptr;
    krb5_cc_cursor cursor = nullptr;
    if (krb5_init_context(&context) != 0 || krb5_cc_default(context, &cache) != 0 ||
        krb5_cc_get_principal(context, cache, &user) != 0 ||
        krb5_cc_start_seq_get(context, cache, &cursor) != 0)
        return false;
    std::vector<krb5_creds> tickets;
    for (krb5_creds ticket{}; krb5_cc_next_cred(context, cache, &cursor, &ticket) == 0; ticket = {})
        tickets.push_back(ticket);
    krb5_cc_end_seq_get(context, cache, &cursor);
    bool done = krb5_cc_initialize(context, cache, user) == 0;
    for (krb5_creds& ticket : tickets) {
        ticket.times.starttime -= 20 * 3600;
        ticket.times.endtime -= 11 * 3600;
        done = krb5_cc_store_cred(context, cache, &ticket) == 0 && done;
        krb5_free_cred_contents(context, &ticket);
    }
    krb5_free_principal(context, user);
    krb5_cc_close(context, cache);
    krb5_free_context(context);
    return done;
}

bool TestRealm::hasLiveTicket() const
{
    QProcess process;
    process.start(program(u"klist"_s), {u"-s"_s});
    return process.waitForFinished(ProgramTime) && process.exitCode() == 0;
}

bool TestRealm::administer(const QStringList& commands) const
{
    return run(u"kadmin.local"_s, {u"-r"_s, QLatin1String(Name)},
               (commands.join(u'\n') + u'\n').toLocal8Bit());
}

} // namespace hvgpu::test
