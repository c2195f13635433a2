#include "core/text/FixCommands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using fleet::TestStage;

namespace {

using Authentication = fleet::ServerEntry::Authentication;

/// @p said: by the server, so with a status.
QStringList commands(TestStage stage, ErrorCode code, const fleet::ServerEntry& entry, bool said = true)
{
    fleet::TestStageResult result;
    result.stage = stage;
    result.error.emplace();
    result.error->code = code;
    result.error->layer = base::Layer::Wmi;
    if (said)
        result.error->httpStatus = 401;
    QStringList texts;
    for (const text::FixCommand& fix : text::fixCommands(result, entry, text::Desk::Posix))
        texts << fix.command;
    return texts;
}

fleet::ServerEntry entryOf(const QString& user = u"CONTOSO\\ada"_s)
{
    fleet::ServerEntry entry;
    entry.name = u"hv01.contoso.com"_s;
    entry.user = user;
    entry.authentication = fleet::ServerEntry::Authentication::Negotiate;
    return entry;
}

} // namespace

class tst_text_fixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStageHasACommand()
    {
        for (int stage = 0; stage <= static_cast<int>(fleet::lastTestStage); ++stage) {
            QVERIFY(!text::testStage(static_cast<TestStage>(stage)).isEmpty());
            const ErrorCode code = static_cast<TestStage>(stage) == TestStage::SignIn
                                       ? ErrorCode::CredentialsRejected
                                       : ErrorCode::Unreachable;
            QVERIFY2(!commands(static_cast<TestStage>(stage), code, entryOf()).isEmpty(),
                     qPrintable(text::testStage(static_cast<TestStage>(stage))));
        }
    }

    void theRightOne_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, TestStage stage, ErrorCode code, const QString& part) {
            QTest::newRow(name) << static_cast<int>(stage) << code << part;
        };
        row("WinRM off", TestStage::Port, ErrorCode::Unreachable, u"winrm quickconfig"_s);
        row("firewall", TestStage::Port, ErrorCode::TimedOut,
            u"Enable-NetFirewallRule -Name WINRM-HTTP-In-TCP"_s);
        row("certificate", TestStage::Tls, ErrorCode::Untrusted, u"SHA256"_s);
        row("no HTTPS", TestStage::Tls, ErrorCode::Unreachable, u"-transport:https"_s);
        row("not offered", TestStage::SignIn, ErrorCode::Unsupported,
            u"Set-Item WSMan:\\localhost\\Service\\Auth\\Negotiate -Value $true"_s);
        row("locked", TestStage::SignIn, ErrorCode::AccountDisabled, u"Unlock-ADAccount -Identity 'ada'"_s);
        row("clocks", TestStage::SignIn, ErrorCode::ClockSkew, u"w32tm /resync"_s);
        row("service", TestStage::SignIn, ErrorCode::ServiceUnknown,
            u"setspn -S 'HTTP/hv01.contoso.com' 'hv01'"_s);
        row("no role", TestStage::HyperV, ErrorCode::InvalidNamespace,
            u"Install-WindowsFeature -Name Hyper-V"_s);
        row("no rights", TestStage::Rights, ErrorCode::AccessDenied,
            u"Add-LocalGroupMember -SID S-1-5-32-578 -Member 'CONTOSO\\ada' # Hyper-V Administrators"_s);
        row("no remote", TestStage::OperatingSystem, ErrorCode::AccessDenied,
            u"-SID S-1-5-32-580 -Member 'CONTOSO\\ada' # Remote Management Users"_s);
        row("no rights on cimv2", TestStage::OperatingSystem, ErrorCode::AccessDenied, u"in 'root/cimv2')"_s);
        row("no rights on Hyper-V", TestStage::Rights, ErrorCode::AccessDenied,
            u"in 'root/virtualization/v2')"_s);
        row("no rights on GPUs", TestStage::Gpus, ErrorCode::AccessDenied,
            u"Add-LocalGroupMember -SID S-1-5-32-578"_s);
        row("no rights on GPUs, namespace", TestStage::Gpus, ErrorCode::AccessDenied,
            u"in 'root/virtualization/v2')"_s);
        row("no rights on the cluster", TestStage::Cluster, ErrorCode::AccessDenied,
            u"in 'root/MSCluster')"_s);
        row("refused by WinRM", TestStage::Service, ErrorCode::AccessDenied, u"S-1-5-32-580"_s);
        row("no /wsman", TestStage::Service, ErrorCode::Unsupported, u"winrm quickconfig"_s);
        row("quota", TestStage::Service, ErrorCode::QuotaExceeded, u"Name -like 'Max*'"_s);
        row("broke off", TestStage::Service, ErrorCode::ProtocolViolation, u"Restart-Service WinRM"_s);
        row("cluster rights", TestStage::Cluster, ErrorCode::AccessDenied, u"Grant-ClusterAccess"_s);
    }

    void theRightOne()
    {
        QFETCH(const int, stage);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, part);
        const QString all = commands(static_cast<TestStage>(stage), code, entryOf()).join(u'\n');
        QVERIFY2(all.contains(part), qPrintable(all));
    }

    // Nothing of WinRM for a way that does not use it, and nothing about ports for this computer itself.
    void commandsAreForTheTransport()
    {
        fleet::ServerEntry dcom = entryOf();
        dcom.transport = fleet::ServerEntry::Transport::Dcom;
        fleet::ServerEntry local = entryOf();
        local.transport = fleet::ServerEntry::Transport::Local;
        for (int stage = 0; stage <= static_cast<int>(fleet::lastTestStage); ++stage) {
            for (const ErrorCode code :
                 {ErrorCode::Unreachable, ErrorCode::AccessDenied, ErrorCode::Unsupported,
                  ErrorCode::TimedOut, ErrorCode::InvalidNamespace}) {
                for (const fleet::ServerEntry& entry : {dcom, local}) {
                    const QString all = commands(static_cast<TestStage>(stage), code, entry).join(u'\n');
                    QVERIFY2(!all.contains(u"winrm"_s, Qt::CaseInsensitive) && !all.contains(u"WSMan:"_s),
                             qPrintable(all));
                }
            }
        }
        QVERIFY(commands(TestStage::Port, ErrorCode::Unreachable, dcom)
                    .join(u' ')
                    .contains(u"WMI-RPCSS-In-TCP"_s));
        QVERIFY(commands(TestStage::Rights, ErrorCode::AccessDenied, dcom)
                    .join(u' ')
                    .contains(u"S-1-5-32-562"_s));
        fleet::TestStageResult noRole;
        noRole.stage = TestStage::HyperV;
        noRole.error.emplace();
        noRole.error->code = ErrorCode::InvalidNamespace;
        QCOMPARE(text::fixCommands(noRole, local).front().where, text::FixCommand::Where::ThisComputer);
        QVERIFY(text::fixCommands(noRole, local).front().command.startsWith(u"Install-WindowsFeature"_s));
        noRole.workstation = true;
        QVERIFY(
            text::fixCommands(noRole, local).front().command.startsWith(u"Enable-WindowsOptionalFeature"_s));
    }

    // "No" of DCOM, of a namespace and of the domain are three things.
    void numbersSayMore_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<base::Layer>("layer");
        QTest::addColumn<quint32>("number");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("notThis");
        const auto row = [](const char* name, TestStage stage, ErrorCode code, base::Layer layer,
                            quint32 number, const QString& part, const QString& notThis) {
            QTest::newRow(name) << int(stage) << code << layer << number << part << notThis;
        };
        const QString namespaces = u"__SystemSecurity"_s;
        row("DCOM", TestStage::SignIn, ErrorCode::AccessDenied, base::Layer::Auth, 0x80070005,
            u"S-1-5-32-562"_s, namespaces);
        row("DCOM, which", TestStage::SignIn, ErrorCode::AccessDenied, base::Layer::Auth, 0x8000401B,
            u"DistributedCOM"_s, namespaces);
        row("namespace", TestStage::Service, ErrorCode::AccessDenied, base::Layer::Wmi, 0x80041003,
            u"'root/cimv2'"_s, u"DistributedCOM"_s);
        row("password", TestStage::SignIn, ErrorCode::CredentialsRejected, base::Layer::Auth, 0x8007052E,
            u"Get-ADUser"_s, u"S-1-5-32-562"_s);
        row("RPC", TestStage::Port, ErrorCode::Unreachable, base::Layer::Connect, 0x800706BA,
            u"WMI-RPCSS-In-TCP"_s, namespaces);
        row("locked", TestStage::SignIn, ErrorCode::AccountDisabled, base::Layer::Auth, 0x80070775,
            u"Unlock-ADAccount"_s, namespaces);
        row("card", TestStage::SignIn, ErrorCode::CredentialsMissing, base::Layer::Auth, 0x8010000C,
            u"certutil -scinfo"_s, u"klist"_s);
        row("trust", TestStage::SignIn, ErrorCode::RealmUnknown, base::Layer::Auth, 0x80090341,
            u"nltest /domain_trusts"_s, u"dsgetdc"_s);
        row("no controller", TestStage::SignIn, ErrorCode::RealmUnknown, base::Layer::Auth, 0x80090311,
            u"nltest /dsgetdc:'CONTOSO'"_s, u"domain_trusts"_s);
    }
    void numbersSayMore()
    {
        QFETCH(const int, stage);
        QFETCH(const ErrorCode, code);
        QFETCH(const base::Layer, layer);
        QFETCH(const quint32, number);
        QFETCH(const QString, part);
        QFETCH(const QString, notThis);
        fleet::ServerEntry dcom = entryOf();
        dcom.transport = fleet::ServerEntry::Transport::Dcom;
        fleet::TestStageResult result;
        result.stage = static_cast<TestStage>(stage);
        result.error.emplace();
        result.error->code = code;
        result.error->layer = layer;
        result.error->nativeCode = number;
        QStringList all;
        for (const text::FixCommand& fix : text::fixCommands(result, dcom, text::Desk::Windows))
            all << fix.command;
        const QString text = all.join(u'\n');
        QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY2(!text.contains(notThis), qPrintable(text));
    }

    void aBusyServiceIsLookedAtBeforeItIsStartedAnew()
    {
        fleet::TestStageResult result;
        result.stage = TestStage::Service;
        result.error.emplace();
        result.error->code = ErrorCode::Unreachable;
        result.error->layer = base::Layer::Http;
        result.error->httpStatus = 503;
        const auto fixes = text::fixCommands(result, entryOf(), text::Desk::Posix);
        QCOMPARE(fixes.front().command, u"Get-Service WinRM"_s);
        QVERIFY(fixes.at(1).command.contains(u"Max*"_s));
        QCOMPARE(fixes.back().command, u"Restart-Service WinRM"_s);
    }

    void aRefusedTicketIsNotAWrongPassword()
    {
        fleet::TestStageResult result;
        result.stage = TestStage::SignIn;
        result.error.emplace();
        result.error->code = ErrorCode::CredentialsRejected;
        result.error->layer = base::Layer::Http;
        fleet::ServerEntry entry = entryOf();
        entry.serviceClass = u"WSMAN"_s;
        const auto fixes = text::fixCommands(result, entry, text::Desk::Posix);
        QCOMPARE(fixes.front(), (text::FixCommand{text::FixCommand::Where::Domain,
                                                  u"setspn -Q 'WSMAN/hv01.contoso.com'"_s}));
        QVERIFY(std::ranges::none_of(
            fixes, [](const text::FixCommand& fix) { return fix.command.contains(u"Get-ADUser"_s); }));
    }

    void commandsAreForTheDesk()
    {
        fleet::TestStageResult result;
        result.stage = TestStage::Resolve;
        result.error.emplace();
        result.error->code = ErrorCode::Unreachable;
        const auto first = [&](text::Desk desk) {
            return text::fixCommands(result, entryOf(), desk).front().command;
        };
        QCOMPARE(first(text::Desk::Posix), u"getent hosts 'hv01.contoso.com'"_s);
        QCOMPARE(first(text::Desk::Windows), u"Resolve-DnsName 'hv01.contoso.com'"_s);
        result.stage = TestStage::SignIn;
        for (const ErrorCode code :
             {ErrorCode::CredentialsMissing, ErrorCode::PasswordExpired, ErrorCode::ClockSkew}) {
            result.error->code = code;
            const QString command = first(text::Desk::Windows);
            QVERIFY2(!command.contains(u"kinit"_s) && !command.contains(u"kpasswd"_s) &&
                         !command.contains(u"timedatectl"_s),
                     qPrintable(command));
            QVERIFY(first(text::Desk::Posix) != command);
        }
    }

    // What somebody in between shows is not what the server has.
    void refusedOverHttps()
    {
        fleet::TestStageResult result;
        result.stage = TestStage::SignIn;
        result.error.emplace();
        result.error->code = ErrorCode::CredentialsRejected;
        result.error->layer = base::Layer::Tls;
        const auto fixes = text::fixCommands(result, entryOf());
        QVERIFY(!fixes.empty() && fixes.front().command.contains(u"SHA256"_s));
    }

    // Over the network a local administrator is none, unless the server is told otherwise (wsman.md 5.1).
    void localAdministratorsAreFiltered_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("local");
        QTest::newRow("no domain") << u"ada"_s << true;
        QTest::newRow("dot") << u".\\ada"_s << true;
        QTest::newRow("the server") << u"HV01\\ada"_s << true;
        QTest::newRow("a domain") << u"CONTOSO\\ada"_s << false;
        QTest::newRow("principal") << u"ada@contoso.com"_s << false;
        QTest::newRow("ticket") << QString() << false;
    }
    void localAdministratorsAreFiltered()
    {
        QFETCH(const QString, user);
        QFETCH(const bool, local);
        for (const TestStage stage : {TestStage::Service, TestStage::OperatingSystem, TestStage::Rights,
                                      TestStage::Gpus, TestStage::Cluster}) {
            const QString all = commands(stage, ErrorCode::AccessDenied, entryOf(user)).join(u'\n');
            QCOMPARE(
                all.contains(u"New-ItemProperty -Path "
                             "'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System' -Name "
                             "LocalAccountTokenFilterPolicy -PropertyType DWord -Value 1"_s),
                local);
        }
        const QStringList rights = commands(TestStage::Rights, ErrorCode::AccessDenied, entryOf(u".\\ada"_s));
        QVERIFY(rights.join(u'\n').contains(u"-Member 'ada'"_s)); // PowerShell knows no ".\\ada"
    }

    // A wrong password is no reason to change the server.
    void aWrongPasswordChangesNothing()
    {
        for (const Authentication authentication : {Authentication::Basic, Authentication::Negotiate,
                                                    Authentication::Ntlm, Authentication::Kerberos}) {
            for (const QString& user : {u"ada"_s, u"CONTOSO\\ada"_s, u"ada@contoso.com"_s}) {
                fleet::ServerEntry entry = entryOf(user);
                entry.authentication = authentication;
                const QStringList all = commands(TestStage::SignIn, ErrorCode::CredentialsRejected, entry);
                QVERIFY(!all.isEmpty());
                for (const QString& command : all)
                    QVERIFY2(command.startsWith(u"Get-"_s), qPrintable(command));
            }
        }
    }

    void switchesOnWhatIsNotOffered()
    {
        fleet::ServerEntry entry = entryOf();
        for (const auto& [authentication, way] : {std::pair(Authentication::Basic, u"Basic"_s),
                                                  std::pair(Authentication::Kerberos, u"Kerberos"_s),
                                                  std::pair(Authentication::Ntlm, u"Negotiate"_s)}) {
            entry.authentication = authentication;
            const QStringList all = commands(TestStage::SignIn, ErrorCode::Unsupported, entry);
            QCOMPARE(all.back(), u"Set-Item WSMan:\\localhost\\Service\\Auth\\%1 -Value $true"_s.arg(way));
            QVERIFY(
                commands(TestStage::SignIn, ErrorCode::Unsupported, entry, false).isEmpty()); // lacks here
        }
    }

    void ticketsAreFetchedHere()
    {
        const auto kinit = [](const fleet::ServerEntry& entry) {
            return commands(TestStage::SignIn, ErrorCode::CredentialsMissing, entry).join(u'\n');
        };
        QCOMPARE(kinit(entryOf({})), u"kinit"_s);
        QCOMPARE(kinit(entryOf(u"ada@contoso.com"_s)), u"kinit 'ada@CONTOSO.COM'"_s);
        fleet::ServerEntry entry = entryOf({});
        entry.authentication = Authentication::None;
        QCOMPARE(kinit(entry), u"hvgpu test --server 'hv01.contoso.com:5985' --auth negotiate"_s);
        entry.serviceClass = u"WSMAN"_s;
        QVERIFY(commands(TestStage::SignIn, ErrorCode::ServiceUnknown, entry)
                    .contains(u"setspn -S 'WSMAN/hv01.contoso.com' 'hv01'"_s));
    }

    // What there is for others stays, nothing is done after an error, and it is one line to paste.
    void namespaceRightsAreAdded()
    {
        const QStringList all =
            commands(TestStage::Rights, ErrorCode::AccessDenied, entryOf(u"CONTOSO\\o'hara"_s));
        const QString& command = all.back();
        QVERIFY2(command.startsWith(u"& { $ErrorActionPreference = 'Stop'; $sid = "
                                    "([Security.Principal.NTAccount]'CONTOSO\\o''hara').Translate("_s),
                 qPrintable(command));
        QVERIFY(command.indexOf(u"-MethodName GetSD"_s) < command.indexOf(u"AddAccess('Allow', $sid, 0x33, "
                                                                          "'ContainerInherit', 'None')"_s));
        QVERIFY(command.indexOf(u"AddAccess"_s) < command.indexOf(u"-MethodName SetSD"_s));
        QVERIFY(!command.contains(u'\n'));
        QCOMPARE(command.count(u'{'), command.count(u'}'));
        QCOMPARE(command.count(u'('), command.count(u')'));
    }

    void nothingRestartsTheServer()
    {
        for (int stage = 0; stage <= static_cast<int>(fleet::lastTestStage); ++stage) {
            for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
                const QString all =
                    commands(static_cast<TestStage>(stage), static_cast<ErrorCode>(code), entryOf())
                        .join(u'\n');
                QVERIFY2(!all.contains(u"-Restart"_s) && !all.contains(u"Restart-Computer"_s),
                         qPrintable(all));
            }
        }
    }

    void namesCannotBecomeCommands()
    {
        fleet::ServerEntry entry = entryOf(u"x'; Remove-Item C:\\ -Recurse; 'y"_s);
        const QString rights = commands(TestStage::Rights, ErrorCode::AccessDenied, entry).join(u'\n');
        QVERIFY2(rights.contains(u"'x''; Remove-Item C:\\ -Recurse; ''y'"_s), qPrintable(rights));
        entry.user = u"x\u2019; reboot; \u2018y"_s; // apostrophes to PowerShell
        QVERIFY(commands(TestStage::Rights, ErrorCode::AccessDenied, entry)
                    .join(u'\n')
                    .contains(u"'x\u2019\u2019; reboot; \u2018\u2018y'"_s));
        entry.name = u"h'$(reboot)'"_s;
        const QString name = commands(TestStage::Resolve, ErrorCode::Unreachable, entry).join(u'\n');
        QCOMPARE(name, u"getent hosts 'h'\\''$(reboot)'\\'''"_s);
    }

    void passedAndCancelledNeedNothing()
    {
        QVERIFY(text::fixCommands({TestStage::Port, true, true, {}, {}}, entryOf()).empty());
        QVERIFY(commands(TestStage::Port, ErrorCode::Cancelled, entryOf()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_text_fixes)
#include "tst_text_fixes.moc"
