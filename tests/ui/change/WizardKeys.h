#pragma once

#include "tests/ui/change/ChangeBench.h"

#include <QDialog>

namespace hvgpu::ui {
class ChoiceList;

}

namespace hvgpu::test {

/// Shows @p dialog and waits until it has the keyboard.
[[nodiscard]] bool open(QDialog& dialog);
/// To whatever has the focus.
void press(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Presses Tab until the widget of this name has the focus; false when it is not reached.
[[nodiscard]] bool tabTo(QDialog& dialog, const QString& name);
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
