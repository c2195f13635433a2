#include "ui/change/ChoiceList.h"
#include "ui/change/PlainToolTip.h"
#include "ui/window/SearchBox.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace Qt::StringLiterals;

namespace {

const std::vector<ColumnInfo> columns{{"name", u"Name"_s, {}}, {"note", u"Note"_s, {}}};

ChoiceRow row(const QString& key, const QString& whyNot = {})
{
    return {key, {{u"vm "_s + key, {}, {}, {}}, {whyNot, {}, {}, {}}}, whyNot, {}};
}

std::vector<ChoiceRow> rows(const QStringList& keys)
{
    std::vector<ChoiceRow> made;
    for (const QString& key : keys)
        made.push_back(row(key));
    return made;
}

QStringList keysOf(const ChoiceModel& model)
{
    QStringList keys;
    for (int i = 0; i < model.rowCount(); ++i)
        keys << model.index(i, 0).data(RowKeyRole).toString();
    return keys;
}

} // namespace

class TestChoiceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void changesKeepTheOrderAndTheChecks()
    {
        ChoiceModel model(ChoiceModel::Mode::Several, columns, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same every time
        QSet<QString> checked;
        for (int round = 0; round < 300; ++round) {
            QStringList keys;
            for (int i = 0; i < 20; ++i)
                if (random() % 3 != 0)
                    keys << QString::number(i);
            if (random() % 4 == 0)
                std::shuffle(keys.begin(), keys.end(), random);
            model.setRows(rows(keys));
            QCOMPARE(keysOf(model), keys);
            checked.intersect(QSet<QString>(keys.begin(), keys.end()));
            const QStringList kept = model.checked();
            QCOMPARE(QSet<QString>(kept.begin(), kept.end()), checked);
            for (const QString& key : keys)
                QCOMPARE(model.indexOfKey(key).row(), static_cast<int>(keys.indexOf(key)));
            const QString one = QString::number(random() % 20);
            model.setChecked({one}, round % 3 != 0);
            if (keys.contains(one) && round % 3 != 0)
                checked.insert(one);
            else
                checked.remove(one);
        }
    }

    void whatCannotBeChosenSaysWhyAndCanOnlyBeUnchecked()
    {
        ChoiceModel model(ChoiceModel::Mode::Several, columns, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"a"_s), row(u"b"_s, u"Saved"_s)});
        const QModelIndex blocked = model.index(1, 0);
        QVERIFY(!(blocked.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!model.setData(blocked, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(blocked.data(Qt::AccessibleTextRole).toString().contains(u"cannot be chosen: Saved"_s));
        QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        model.setRows({row(u"a"_s, u"Starting"_s), row(u"b"_s)});
        QVERIFY2(model.isChecked(u"a"_s), "a refresh must not drop what was chosen");
        QVERIFY(model.index(0, 0).flags() & Qt::ItemIsUserCheckable);
        model.setChecked({u"a"_s}, false);
        QVERIFY(!model.isChecked(u"a"_s));
        model.setChecked({u"a"_s}, true);
        QVERIFY(!model.isChecked(u"a"_s));
    }

    void namesAreNeverMarkup()
    {
        ChoiceModel model(ChoiceModel::Mode::Several, columns, nullptr);
        ChoiceRow odd = row(u"a"_s);
        odd.cells.front().text = u"<b>x</b>"_s;
        model.setRows({odd});
        QCOMPARE(model.index(0, 0).data().toString(), u"<b>x</b>"_s);
        QVERIFY(!plainToolTip(u"<b>x</b>"_s).contains(u"<b>"_s));
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), plainToolTip(u"<b>x</b>"_s));
    }

    void selectAllRespectsTheSearch()
    {
        ChoiceList list(ChoiceModel::Mode::Several, columns, u"VMs"_s, nullptr);
        list.setRows({row(u"a1"_s), row(u"a2"_s), row(u"a3"_s, u"Saved"_s), row(u"b1"_s)});
        list.resize(600, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto* all = list.findChild<QCheckBox*>(u"selectAll"_s);
        auto* search = list.findChild<SearchBox*>();
        QCOMPARE(all->checkState(), Qt::Unchecked);
        search->setFocus();
        QTest::keyClicks(search, u"a"_s);
        QTest::keyClick(all, Qt::Key_Space);
        QCOMPARE(list.model()->checked(), (QStringList{u"a1"_s, u"a2"_s}));
        QCOMPARE(all->checkState(), Qt::Checked);
        QCOMPARE(list.findChild<QLabel*>(u"selectedCount"_s)->text(), u"2 of 4 selected, 3 shown"_s);
        search->clear();
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        QTest::keyClick(all, Qt::Key_Space);
        QCOMPARE(all->checkState(), Qt::Checked);
        QCOMPARE(list.model()->checked().size(), 3);
        QTest::keyClick(all, Qt::Key_Space);
        QCOMPARE(all->checkState(), Qt::Unchecked);
        QVERIFY(list.model()->checked().isEmpty());
    }

    void theKeyboardSearchesWalksAndToggles()
    {
        ChoiceList list(ChoiceModel::Mode::Several, columns, u"VMs"_s, nullptr);
        list.setRows({row(u"a1"_s), row(u"a2"_s), row(u"a3"_s, u"Saved"_s), row(u"b1"_s)});
        list.resize(600, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto* search = list.findChild<SearchBox*>();
        search->setFocus();
        QTest::keyClicks(search, u"a"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list.view()->hasFocus());
        QCOMPARE(list.view()->currentKey(), u"a1"_s);
        QTest::keyClick(list.view(), Qt::Key_Space);
        QCOMPARE(list.model()->checked(), QStringList{u"a1"_s});
        QTest::keyClick(list.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list.view(), Qt::Key_Space);
        QCOMPARE(list.model()->checked(), (QStringList{u"a1"_s, u"a2"_s}));
        QTest::keyClick(list.view(), Qt::Key_Space);
        QVERIFY(list.model()->checked().isEmpty());
        QTest::keyClick(list.view(), Qt::Key_Home);
        QTest::keyClick(list.view(), Qt::Key_Up);
        QVERIFY(search->hasFocus());
    }

    void lookingAtAListOfOneIsNotChoosing()
    {
        ChoiceList list(ChoiceModel::Mode::One, columns, u"Servers"_s, nullptr);
        list.setRows({row(u"a"_s), row(u"b"_s, u"No free partition"_s), row(u"c"_s)});
        list.resize(600, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.view()->setFocus();
        QCOMPARE(list.view()->currentKey(), u"a"_s);
        QCOMPARE(list.chosen(), QString());
        QTest::keyClick(list.view(), Qt::Key_Space);
        QCOMPARE(list.chosen(), u"a"_s);
        QTest::keyClick(list.view(), Qt::Key_Down);
        QCOMPARE(list.view()->currentKey(), u"b"_s);
        QCOMPARE(list.chosen(), QString());
        QTest::keyClick(list.view(), Qt::Key_Down);
        QCOMPARE(list.chosen(), u"c"_s);
        list.setRows({row(u"x"_s), row(u"a"_s), row(u"c"_s)});
        QCOMPARE(list.chosen(), u"c"_s);
        list.setRows({row(u"c"_s, u"Gone"_s)});
        QCOMPARE(list.chosen(), QString());
    }

    void twoThousandRows()
    {
        ChoiceList list(ChoiceModel::Mode::Several, columns, u"VMs"_s, nullptr);
        QStringList keys;
        for (int i = 0; i < 2000; ++i)
            keys << QString::number(i);
        list.resize(600, 400);
        list.show();
        list.setRows(rows(keys));
        list.findChild<QCheckBox*>(u"selectAll"_s)->click();
        QCOMPARE(list.model()->checked().size(), 2000);
        list.findChild<SearchBox*>()->setText(u"99"_s);
        std::vector<ChoiceRow> changed = rows(keys);
        for (ChoiceRow& one : changed)
            one.cells[1].text = u"changed"_s;
        list.setRows(std::move(changed));
        QCOMPARE(list.view()->shownKeys().size(), 38);
    }
};

QTEST_MAIN(TestChoiceModel)
#include "tst_choice_model.moc"
