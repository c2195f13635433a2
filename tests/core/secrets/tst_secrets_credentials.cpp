#include "core/secrets/SecretStore.h"

#include <QTest>
#include <QUuid>

#include <qt_windows.h>

#include <wincred.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;

namespace {

template <class T>
T waitFor(std::optional<T>& answer)
{
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        qFatal("no answer");
    return *answer;
}

} // namespace

/// The Credential Manager for real, with a name that nobody else has.
class tst_secrets_credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = secrets::makeSystemStore();
        m_key = {QUuid::createUuid().toString(QUuid::WithoutBraces) + u":5985"_s, u"CONTOSO\\Ada"_s};
    }
    void cleanup() { remove(); }

    void savesReadsAndForgets()
    {
        QCOMPARE(m_store->kind(), secrets::SecretStore::Kind::CredentialManager);
        QCOMPARE(read().error().code, ErrorCode::NotFound);
        QVERIFY(write("pä\"ss\\0word €"_ba).has_value());
        QCOMPARE(read()->reveal(), "pä\"ss\\0word €"_ba);
        QVERIFY(write("another").has_value());
        QCOMPARE(read()->reveal(), "another"_ba);
        QVERIFY(remove().has_value());
        QCOMPARE(read().error().code, ErrorCode::NotFound);
        QVERIFY(remove().has_value()); // nothing is left, which is what was asked for
    }

    void namedForPeople()
    {
        QVERIFY(write("secret").has_value());
        const std::wstring target = (u"hvgpu:"_s + m_key.text()).toStdWString();
        CREDENTIALW* credential = nullptr;
        QVERIFY(CredReadW(target.c_str(), CRED_TYPE_GENERIC, 0, &credential) != 0);
        QCOMPARE(QString::fromWCharArray(credential->UserName), u"CONTOSO\\Ada"_s);
        QCOMPARE(credential->Persist, DWORD(CRED_PERSIST_LOCAL_MACHINE));
        CredFree(credential);
    }

    void neverAnswersFromWithinTheCall()
    {
        bool answered = false;
        m_store->read(m_key, [&answered](const base::Result<base::Secret>&) { answered = true; });
        QVERIFY(!answered);
        QVERIFY(QTest::qWaitFor([&answered] { return answered; }));
    }

    void notAfterItsEnd()
    {
        bool answered = false;
        m_store->read(m_key, [&answered](const base::Result<base::Secret>&) { answered = true; });
        m_store.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
        m_store = secrets::makeSystemStore();
    }

    void check()
    {
        std::optional<base::Result<void>> answer;
        secrets::checkStore(*m_store, [&answer](base::Result<void> done) { answer = done; });
        QVERIFY(waitFor(answer).has_value());
    }

    void errorsNameNoSecret()
    {
        const auto refused = write(QByteArray(1 << 20, 'x') + "secret"); // more than Windows takes
        if (refused)
            QSKIP("this system takes secrets of any length");
        QVERIFY(!base::describe(refused.error()).contains(u"secret"_s));
    }

private:
    base::Result<base::Secret> read()
    {
        std::optional<base::Result<base::Secret>> answer;
        m_store->read(m_key, [&answer](base::Result<base::Secret> secret) { answer = std::move(secret); });
        return waitFor(answer);
    }
    base::Result<void> write(const QByteArray& secret)
    {
        std::optional<base::Result<void>> answer;
        m_store->write(m_key, base::Secret(secret), [&answer](base::Result<void> done) { answer = done; });
        return waitFor(answer);
    }
    base::Result<void> remove()
    {
        std::optional<base::Result<void>> answer;
        m_store->remove(m_key, [&answer](base::Result<void> done) { answer = done; });
        return waitFor(answer);
    }

    std::unique_ptr<secrets::SecretStore> m_store;
    secrets::SecretKey m_key;
};

QTEST_GUILESS_MAIN(tst_secrets_credentials)
#include "tst_secrets_credentials.moc"
