#include "core/text/FixCommands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using fleet::TestStage;

namespace {

QStringList commands(TestStage stage, ErrorCode code, const fleet::ServerEntry& entry)
{
    fleet::TestStageResult result;
    result.stage = stage;
    result.error.emplace();
    result.error->code = code;
    QStringList texts;
    for (const text::FixCommand& fix : text::fixCommands(result, entry))
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
            u"Add-LocalGroupMember -Group 'Hyper-V Administrators' -Member 'CONTOSO\\ada'"_s);
        row("no remote", TestStage::OperatingSystem, ErrorCode::AccessDenied,
            u"-Group 'Remote Management Users' -Member 'CONTOSO\\ada'"_s);
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

    void namesCannotBecomeCommands()
    {
        fleet::ServerEntry entry = entryOf(u"x'; Remove-Item C:\\ -Recurse; 'y"_s);
        const QString rights = commands(TestStage::Rights, ErrorCode::AccessDenied, entry).join(u'\n');
        QVERIFY2(rights.contains(u"'x''; Remove-Item C:\\ -Recurse; ''y'"_s), qPrintable(rights));
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
