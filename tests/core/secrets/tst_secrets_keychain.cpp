#include "core/secrets/SecretStore.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;

namespace {

const secrets::SecretKey ada{u"hv01:5985"_s, u"CONTOSO\\ada"_s};

QStringList messages;

void keepMessage(QtMsgType, const QMessageLogContext&, const QString& text)
{
    messages << text;
}

/// The store of this system with its answers waited for.
class Waiting
{
public:
    base::Result<base::Secret> read(const secrets::SecretKey& key)
    {
        std::optional<base::Result<base::Secret>> answer;
        m_store->read(key, [&answer](base::Result<base::Secret> secret) { answer = std::move(secret); });
        return wait(answer);
    }

    base::Result<void> write(const secrets::SecretKey& key, const QByteArray& secret)
    {
        std::optional<base::Result<void>> answer;
        m_store->write(key, base::Secret(secret), [&answer](base::Result<void> done) { answer = done; });
        return wait(answer);
    }

    base::Result<void> remove(const secrets::SecretKey& key)
    {
        std::optional<base::Result<void>> answer;
        m_store->remove(key, [&answer](base::Result<void> done) { answer = done; });
        return wait(answer);
    }

    base::Result<void> check()
    {
        std::optional<base::Result<void>> answer;
        secrets::checkStore(*m_store, [&answer](base::Result<void> done) { answer = done; });
        return wait(answer);
    }

private:
    template <class Answer>
    static Answer wait(std::optional<Answer>& answer)
    {
        if (answer)
            qFatal("answered from within the call");
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
            qFatal("no answer of the keychain");
        return *answer;
    }

    std::unique_ptr<secrets::SecretStore> m_store = secrets::makeSystemStore();
};

} // namespace

/// Run by keychain.sh, which gives it a Secret Service of its own, or none.
class tst_secrets_keychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutService()
    {
        Waiting store;
        QCOMPARE(store.check().error().code, ErrorCode::Unsupported);
        QCOMPARE(store.read(ada).error().code, ErrorCode::Unsupported);
        QCOMPARE(store.write(ada, "secret").error().code, ErrorCode::Unsupported);
        QCOMPARE(store.remove(ada).error().code, ErrorCode::Unsupported);
    }

    void savesReadsAndForgets()
    {
        QVERIFY(Waiting().check().has_value());
        QCOMPARE(Waiting().read(ada).error().code, ErrorCode::NotFound);
        QVERIFY(Waiting().write(ada, "Engine-5q").has_value());
        QCOMPARE(Waiting().read(ada)->reveal(), QByteArray("Engine-5q"));
        QCOMPARE(Waiting().read({u"hv02:5985"_s, ada.account}).error().code, ErrorCode::NotFound);
        QVERIFY(Waiting().remove(ada).has_value());
        QCOMPARE(Waiting().read(ada).error().code, ErrorCode::NotFound);
        QVERIFY(Waiting().remove(ada).has_value());
    }

    void replaces()
    {
        Waiting store;
        QVERIFY(store.write(ada, "first").has_value());
        QVERIFY(store.write({ada.place, u"contoso\\ADA"_s}, "second").has_value());
        QCOMPARE(store.read(ada)->reveal(), QByteArray("second"));
        QVERIFY(store.remove(ada).has_value());
    }

    void oddNamesAndSecrets()
    {
        Waiting store;
        const secrets::SecretKey odd{u"cluster:[fe80::1%eth0]:5986"_s, u"Ü \"=';%s\n東京"_s};
        const QByteArray secret = "p\xC3\xA4ss \" ' \\ %n \xE6\x9D\xB1 \t end";
        QVERIFY(store.write(odd, secret).has_value());
        QCOMPARE(store.read(odd)->reveal(), secret);
        QVERIFY(store.remove(odd).has_value());
    }

    void saysNothingOnTheWay()
    {
        qInstallMessageHandler(keepMessage);
        {
            Waiting store;
            QVERIFY(store.write(ada, "Engine-5q").has_value());
            QVERIFY(store.read(ada).has_value());
            QVERIFY(store.remove(ada).has_value());
        }
        qInstallMessageHandler(nullptr);
        QCOMPARE(messages, QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_secrets_keychain)
#include "tst_secrets_keychain.moc"
