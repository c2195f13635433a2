#pragma once

#include "tests/ui/change/ChangeBench.h"
#include "ui/change/FindingsView.h"
#include "ui/change/GpuChoiceView.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/VramCallout.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTest>

#include <memory>
#include <vector>

namespace hvgpu::test {

using namespace Qt::StringLiterals;

inline FleetOf twoServers()
{
    return FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4).host(u"hv02"_s).gpu(u"c"_s, 4);
}

/// The dialog over a bench, driven by keys only.
class Driver
{
public:
    explicit Driver(ChangeBench& bench, std::vector<operations::GpuRef> selected = {})
        : dialog(bench.services(), std::move(selected), {}, nullptr)
    {
        dialog.show();
        dialog.activateWindow();
        tree = dialog.findChild<ui::GpuChoiceView*>(u"gpuChoices"_s);
        count = dialog.findChild<QComboBox*>(u"partitionCount"_s);
        next = dialog.findChild<QPushButton*>(u"next"_s);
        findings = dialog.findChildren<ui::FindingsView*>();
        tester = std::make_unique<QAbstractItemModelTester>(
            tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    [[nodiscard]] ui::GpuChoiceModel* model() const
    {
        return static_cast<ui::GpuChoiceModel*>(tree->model());
    }
    [[nodiscard]] QStringList checked() const
    {
        QStringList names;
        for (const operations::GpuRef& ref : model()->checked())
            names << ref.host.text() + u'/' + ref.gpu.text();
        return names;
    }
    /// Goes down from the first row to the row with this text in the column and stays there.
    void goTo(const QString& text, int column = ui::GpuChoiceModel::Name) const
    {
        tree->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tree, Qt::Key_Home);
        for (int i = 0; i < 30 && !textAt(column).contains(text); ++i)
            QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY2(textAt(column).contains(text), qPrintable(text));
    }
    void space() const { QTest::keyClick(tree, Qt::Key_Space); }
    [[nodiscard]] QString textAt(int column) const
    {
        return tree->currentIndex().siblingAtColumn(column).data().toString();
    }
    /// Walks the drop-down to the entry that begins with @p number.
    void choose(const QString& number) const
    {
        count->setFocus(Qt::TabFocusReason);
        QTest::keyClick(count, Qt::Key_Home);
        while (!count->currentText().startsWith(number) && count->currentIndex() + 1 < count->count())
            QTest::keyClick(count, Qt::Key_Down);
        QVERIFY2(count->currentText().startsWith(number), qPrintable(number));
    }
    [[nodiscard]] QString messages() const
    {
        return tree->isVisible() ? pageFindings()->plainText() : QString();
    }
    [[nodiscard]] ui::FindingsView* pageFindings() const
    {
        for (ui::FindingsView* view : findings) {
            if (view->parentWidget()->isAncestorOf(tree))
                return view;
        }
        return nullptr;
    }
    [[nodiscard]] QString missing() const { return textOf<QLabel>(dialog, "wizardMessage"); }
    [[nodiscard]] QString callout() const { return dialog.findChild<ui::VramCallout*>()->text(); }

    ui::PartitionCountDialog dialog;
    std::unique_ptr<QAbstractItemModelTester> tester;
    ui::GpuChoiceView* tree = nullptr;
    QComboBox* count = nullptr;
    QPushButton* next = nullptr;
    QList<ui::FindingsView*> findings;
};

} // namespace hvgpu::test
