#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "tests/support/FakeFleet.h"
#include "tests/support/FakeStore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::ServerEntry;

namespace {

ServerEntry entryOf(const QString& text, bool saved = false)
{
    ServerEntry entry = fleet::entryFromText(text).value();
    entry.passwordSaved = saved;
    return entry;
}

struct Bench
{
    tests::FakeFleet fleet{std::make_shared<fleet::FleetSnapshot>()};
    tests::FakeStore store;
    fleet::PasswordKeeper keeper{fleet, store};
    QSignalSpy changes{&keeper, &fleet::PasswordKeeper::listChanged};
    QSignalSpy failures{&keeper, &fleet::PasswordKeeper::failed};
};

} // namespace

class tst_fleet_passwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedOnesAreUsed()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "Engine-5q";
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true), entryOf(u"bob@hv02"_s), entryOf(u"hv03"_s)}, {});
        QCOMPARE(bench.fleet.calls, (QStringList{u"add hv02:5985"_s, u"add hv03:5985"_s}));
        QCOMPARE(bench.keeper.waiting().size(), 1U);
        QTRY_COMPARE(bench.fleet.added.size(), 3U);
        QCOMPARE(bench.fleet.passwords.back().reveal(), QByteArray("Engine-5q"));
        QVERIFY(bench.keeper.waiting().empty());
        QVERIFY(bench.failures.isEmpty());
    }

    void aGivenPasswordComesFirst()
    {
        Bench bench;
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true)}, base::Secret("given"));
        QCOMPARE(bench.fleet.passwords.front().reveal(), QByteArray("given"));
    }

    void goneFromTheStoreIsNoted()
    {
        Bench bench;
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true)}, {});
        QTRY_COMPARE(bench.changes.size(), 1);
        QVERIFY(!bench.fleet.added.front().passwordSaved);
        QVERIFY(bench.fleet.passwords.front().isEmpty());
        QVERIFY(bench.failures.isEmpty());
    }

    void aLockedStoreHoldsNothingUp()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "Engine-5q";
        bench.store.holdsBack = true;
        bench.keeper.setPatience(std::chrono::milliseconds(10));
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true)}, {});
        QTRY_COMPARE(bench.fleet.added.size(), 1U);
        QVERIFY(bench.fleet.passwords.front().isEmpty());
        bench.store.answer(); // the user has unlocked it
        QCOMPARE(bench.fleet.added.size(), 2U);
        QCOMPARE(bench.fleet.passwords.back().reveal(), QByteArray("Engine-5q"));
    }

    void aLateAnswerDoesNotUndoWhatTheUserDid()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "Engine-5q";
        bench.store.holdsBack = true;
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true)}, {});
        bench.keeper.signIn(entryOf(u"bob@hv01"_s), base::Secret("other"), false);
        bench.store.answer();
        QCOMPARE(bench.fleet.added.size(), 1U);
        QCOMPARE(bench.fleet.added.front().user, u"bob"_s);
    }

    void aClosedStoreIsToldOnce()
    {
        Bench bench;
        bench.store.broken = base::ErrorCode::AccessDenied;
        bench.keeper.addAll({entryOf(u"ada@hv01"_s, true), entryOf(u"ada@hv02"_s, true)}, {});
        QTRY_COMPARE(bench.fleet.added.size(), 2U);
        QCOMPARE(bench.failures.size(), 1);
        QVERIFY(bench.fleet.added.front().passwordSaved); // it may open next time
    }

    void rememberedAndForgotten()
    {
        Bench bench;
        bench.keeper.signIn(entryOf(u"ada@hv01"_s), base::Secret("Engine-5q"), true);
        QVERIFY(!bench.fleet.added.front().passwordSaved); // not before it is
        QTRY_COMPARE(bench.changes.size(), 1);
        QVERIFY(bench.fleet.added.front().passwordSaved);
        QCOMPARE(bench.store.saved.value(u"ada on hv01:5985"_s), QByteArray("Engine-5q"));
        bench.keeper.forget(bench.fleet.added.front());
        QTRY_COMPARE(bench.changes.size(), 2);
        QVERIFY(!bench.fleet.added.front().passwordSaved);
        QVERIFY(bench.store.saved.isEmpty());
    }

    void withoutRememberWhatWasSavedGoes()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "old";
        bench.fleet.added.push_back(entryOf(u"ada@hv01"_s, true));
        bench.keeper.signIn(entryOf(u"ada@hv01"_s), base::Secret("new"), false);
        QTRY_VERIFY(bench.store.saved.isEmpty());
        QVERIFY(!bench.fleet.added.back().passwordSaved);
    }

    void thePasswordStaysWhereNothingOfItChanges()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "Engine-5q";
        bench.fleet.added.push_back(entryOf(u"ada@hv01"_s, true));
        ServerEntry renamed = entryOf(u"ada@hv01"_s);
        renamed.display = u"Rack 2"_s;
        bench.keeper.change(renamed, {}, true);
        QCOMPARE(bench.fleet.calls, QStringList{u"change hv01:5985"_s}); // with the password it has
        QVERIFY(bench.fleet.added.front().passwordSaved);
        bench.keeper.change(renamed, {}, false);
        QTRY_VERIFY(bench.store.saved.isEmpty());
        QVERIFY(!bench.fleet.added.front().passwordSaved);
    }

    void anotherPlaceDoesNotGetThePassword()
    {
        Bench bench;
        bench.store.saved[u"ada on hva:5985"_s] = "Engine-5q";
        bench.fleet.added.push_back(entryOf(u"ada@hvA"_s, true));
        ServerEntry moved = entryOf(u"ada@hvA"_s);
        moved.name = u"hvB"_s; // what is known of it stays with the id
        bench.keeper.change(moved, {}, true);
        QCOMPARE(bench.fleet.calls, QStringList{u"add hva:5985"_s});
        QVERIFY(bench.fleet.passwords.back().isEmpty());
        QTRY_VERIFY(bench.store.saved.isEmpty());
        // What is entered for hvB is not what somebody finds who asks for hvA.
        bench.keeper.change(moved, base::Secret("of hvB"), true);
        QTRY_COMPARE(bench.store.saved.value(u"ada on hvb:5985"_s), QByteArray("of hvB"));
        QVERIFY(!bench.store.saved.contains(u"ada on hva:5985"_s));
    }

    void aWeakerWayAsksAgain_data()
    {
        QTest::addColumn<ServerEntry>("before");
        QTest::addColumn<ServerEntry>("after");
        QTest::addColumn<bool>("keeps");
        using Way = ServerEntry::Authentication;
        const auto way = [](const QString& text, Way authentication, bool clear = false) {
            ServerEntry entry = entryOf(text, true);
            entry.authentication = authentication;
            entry.allowInsecureBasic = clear;
            return entry;
        };
        const QString http = u"ada@hv01:5985"_s;
        const QString https = u"https://ada@hv01:5985"_s;
        QTest::newRow("same") << way(http, Way::Ntlm) << way(http, Way::Ntlm) << true;
        QTest::newRow("port") << way(http, Way::Ntlm) << way(u"ada@hv01:5999"_s, Way::Ntlm) << false;
        QTest::newRow("HTTPS") << way(http, Way::Ntlm) << way(https, Way::Ntlm) << true;
        QTest::newRow("no HTTPS") << way(https, Way::Ntlm) << way(http, Way::Ntlm) << false;
        QTest::newRow("Kerberos") << way(http, Way::Negotiate) << way(http, Way::Kerberos) << true;
        QTest::newRow("NTLM") << way(http, Way::Kerberos) << way(http, Way::Ntlm) << false;
        QTest::newRow("Basic") << way(https, Way::Negotiate) << way(https, Way::Basic) << false;
        QTest::newRow("clear") << way(http, Way::Basic) << way(http, Way::Basic, true) << false;
    }

    void aWeakerWayAsksAgain()
    {
        QFETCH(const ServerEntry, before);
        QFETCH(const ServerEntry, after);
        QFETCH(const bool, keeps);
        QCOMPARE(fleet::mayKeepPassword(before, after), keeps);
    }

    // Until now an edited entry kept its key.
    void oldKeysAreMovedWhereTheyAreCertain()
    {
        Bench bench;
        ServerEntry second = entryOf(u"ada@hva"_s, true);
        second.id = model::EntryId(u"hva:5985#2"_s); // another entry had the id, which is elsewhere now
        second.savedUnderId = true;
        ServerEntry elsewhere = entryOf(u"ada@hva"_s, true);
        elsewhere.name = u"hvb"_s;
        elsewhere.savedUnderId = true;
        bench.store.saved[u"ada on hva:5985#2"_s] = "of hva";
        bench.store.saved[u"ada on hva:5985"_s] = "of hva or hvb";
        bench.keeper.addAll({elsewhere, second}, {});
        QTRY_COMPARE(bench.changes.size(), 2);
        QCOMPARE(bench.store.saved, (QMap<QString, QByteArray>{{u"ada on hva:5985"_s, "of hva"}}));
        QCOMPARE(bench.fleet.added.size(), 2U);
        QVERIFY(bench.fleet.passwords[0].isEmpty());
        QVERIFY(!bench.fleet.added[0].passwordSaved && !bench.fleet.added[0].savedUnderId);
        QCOMPARE(bench.fleet.passwords[1].reveal(), QByteArray("of hva"));
        QVERIFY(bench.fleet.added[1].passwordSaved && !bench.fleet.added[1].savedUnderId);
    }

    void anotherAccountDoesNotGetThePassword()
    {
        Bench bench;
        bench.store.saved[u"ada on hv01:5985"_s] = "Engine-5q";
        bench.fleet.added.push_back(entryOf(u"ada@hv01"_s, true));
        bench.keeper.change(entryOf(u"bob@hv01"_s), {}, true);
        QCOMPARE(bench.fleet.calls, QStringList{u"add hv01:5985"_s});
        QVERIFY(bench.fleet.passwords.back().isEmpty());
        QTRY_VERIFY(bench.store.saved.isEmpty());
        bench.keeper.change(entryOf(u"bob@hv01"_s), base::Secret("new"), true);
        QCOMPARE(bench.fleet.passwords.back().reveal(), QByteArray("new"));
        QTRY_COMPARE(bench.store.saved.value(u"bob on hv01:5985"_s), QByteArray("new"));
    }

    void savingMayFail()
    {
        Bench bench;
        bench.store.broken = base::ErrorCode::Unsupported;
        bench.keeper.signIn(entryOf(u"ada@hv01"_s), base::Secret("Engine-5q"), true);
        QTRY_COMPARE(bench.failures.size(), 1);
        QCOMPARE(bench.failures.front().front().toString(), u"hv01"_s);
        QVERIFY(!bench.fleet.added.front().passwordSaved);
        QVERIFY(bench.changes.isEmpty());
    }

    void availability()
    {
        Bench bench;
        QSignalSpy known(&bench.keeper, &fleet::PasswordKeeper::availabilityKnown);
        bench.keeper.check();
        QVERIFY(!bench.keeper.isAvailable());
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(bench.keeper.isAvailable(), std::optional(true));
        bench.store.broken = base::ErrorCode::Unsupported;
        bench.keeper.check();
        QTRY_COMPARE(bench.keeper.isAvailable(), std::optional(false));
    }
};

QTEST_GUILESS_MAIN(tst_fleet_passwords)
#include "tst_fleet_passwords.moc"
