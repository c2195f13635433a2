#include "core/text/CheckWords.h"
#include "core/text/DiagnosisWords.h"
#include "core/text/HealthText.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using analysis::CheckId;
using analysis::CheckReason;
using analysis::CheckResult;
using analysis::DiagnosisCode;

namespace {

constexpr int checks = static_cast<int>(CheckId::FailoverCapacity) + 1;
constexpr int reasons = static_cast<int>(CheckReason::CapacityShort) + 1;
constexpr int codes = static_cast<int>(DiagnosisCode::ChangeInterrupted) + 1;

bool hasPlaceholder(const QString& text)
{
    static const QRegularExpression placeholder(u"%[0-9n]"_s);
    return text.contains(placeholder);
}

} // namespace

class TestTextHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCheckHasWords();
    void everyReasonHasWords();
    void everyDiagnosisHasWords();
    void resultsHaveDifferentWords();
    void namesWithPercentSignsStay();
    void scriptsNameTheMachineByItsId();
    void longListsAreCut();
};

void TestTextHealth::everyCheckHasWords()
{
    QSet<QString> ids;
    QSet<QString> titles;
    for (int i = 0; i < checks; ++i) {
        const auto check = static_cast<CheckId>(i);
        QCOMPARE(text::checkWords(check).check, check);
        ids.insert(text::checkId(check));
        titles.insert(text::checkTitle(check));
        QVERIFY(!text::checkPurpose(check).isEmpty());
        QVERIFY(!text::checkScript(check, model::VmId(u"X"_s)).isEmpty());
        QVERIFY(!hasPlaceholder(text::checkScript(check, model::VmId(u"X"_s))));
    }
    QCOMPARE(ids.size(), checks);
    QCOMPARE(titles.size(), checks);
}

void TestTextHealth::everyReasonHasWords()
{
    QSet<QString> ids;
    for (int i = 0; i < reasons; ++i) {
        analysis::Check check;
        check.reason = static_cast<CheckReason>(i);
        check.arguments = {u"one"_s, u"two"_s, u"three"_s, u"four"_s};
        QCOMPARE(text::checkReasonWords(check.reason).reason, check.reason);
        ids.insert(text::checkReasonId(check.reason));
        const QString words = text::checkReason(check, text::Language::English);
        QVERIFY2(words.endsWith(u'.') || words.contains(u": one"_s), qPrintable(words));
        QVERIFY2(!hasPlaceholder(words) && !hasPlaceholder(text::checkAdvice(check)), qPrintable(words));
    }
    QCOMPARE(ids.size(), reasons);
}

void TestTextHealth::everyDiagnosisHasWords()
{
    QSet<QString> titles;
    for (int i = 0; i < codes; ++i) {
        analysis::Diagnosis diagnosis;
        diagnosis.code = static_cast<DiagnosisCode>(i);
        diagnosis.arguments = {u"one"_s, u"two"_s, u"three"_s, u"four"_s};
        QCOMPARE(text::diagnosisWords(diagnosis.code).code, diagnosis.code);
        titles.insert(text::diagnosisTitle(diagnosis.code));
        for (const QString& words : {text::diagnosisCause(diagnosis), text::diagnosisAdvice(diagnosis)})
            QVERIFY2(!words.isEmpty() && !hasPlaceholder(words), qPrintable(words));
    }
    QCOMPARE(titles.size(), codes);
}

void TestTextHealth::resultsHaveDifferentWords()
{
    QSet<QString> words;
    QSet<QString> ids;
    for (const CheckResult result : {CheckResult::Pass, CheckResult::Warning, CheckResult::Fail,
                                     CheckResult::Unread, CheckResult::NotApplicable}) {
        words.insert(text::checkResult(result));
        ids.insert(text::checkResultId(result));
    }
    QCOMPARE(words.size(), 5);
    QCOMPARE(ids.size(), 5);
}

void TestTextHealth::namesWithPercentSignsStay()
{
    analysis::Check check;
    check.reason = CheckReason::CapacityShort;
    check.arguments = {u"node %2"_s, u"3"_s};
    QVERIFY(text::checkReason(check).contains(u"node %2"_s));
}

void TestTextHealth::scriptsNameTheMachineByItsId()
{
    QCOMPARE(text::checkScript(CheckId::VmVersion, model::VmId(u"0A1B"_s)), u"(Get-VM -Id '0A1B').Version"_s);
}

void TestTextHealth::longListsAreCut()
{
    analysis::Check check;
    check.reason = CheckReason::HasRemoteFx;
    for (int i = 0; i < 40; ++i)
        check.arguments << u"vm%1"_s.arg(i);
    const QString words = text::checkReason(check);
    QVERIFY(words.contains(u"vm11"_s));
    QVERIFY(!words.contains(u"vm12"_s));
    QVERIFY(words.contains(u"+28"_s));
}

QTEST_GUILESS_MAIN(TestTextHealth)
#include "tst_text_health.moc"
