#pragma once

#include "tests/core/operations/ActivitiesBench.h"
#include "tests/core/operations/FleetOf.h"
#include "tests/support/FakeFleet.h"
#include "ui/change/ChangeServices.h"

#include <QDialog>

namespace hvgpu::ui {
class ChoiceList;

}

namespace hvgpu::test {

/// A fleet to show, with hosts behind it that do what the wizards ask, and a keyboard.
class WizardBench
{
public:
    explicit WizardBench(const FleetOf& fleet);

    [[nodiscard]] ui::ChangeServices services();
    /// The next refresh finds @p fleet.
    void publish(const FleetOf& fleet);
    void publish(std::shared_ptr<const fleet::FleetSnapshot> snapshot) { shown.publish(std::move(snapshot)); }

    ActivitiesBench work;
    tests::FakeFleet shown;
};

/// Shows @p dialog and waits until it has the keyboard.
[[nodiscard]] bool open(QDialog& dialog);
/// To whatever has the focus.
void press(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void type(QDialog& dialog, const QString& text);
/// Alt+N.
void next(QDialog& dialog);

[[nodiscard]] QString title(const QDialog& dialog);
/// What the dialog says is missing, beside its buttons.
[[nodiscard]] QString message(const QDialog& dialog);
/// Everything the findings on the page say.
[[nodiscard]] QString findings(const QDialog& dialog);
[[nodiscard]] bool canGoOn(const QDialog& dialog);
/// The list on the page; null when there is none.
[[nodiscard]] ui::ChoiceList* list(const QDialog& dialog);
/// Walks to the row with this text in its first column, by keyboard alone; false when it is not reached.
[[nodiscard]] bool walkTo(QDialog& dialog, const QString& text);
/// What an empty list says instead; empty when there is none.
[[nodiscard]] QString emptyText(const QDialog& dialog);
/// Texts of the first column of rows that are checked.
[[nodiscard]] QStringList checked(const QDialog& dialog);

} // namespace hvgpu::test
