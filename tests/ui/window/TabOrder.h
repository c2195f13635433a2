#pragma once

#include <QStringList>
#include <QWidget>

namespace hvgpu::test {

/// What is wrong with the keyboard's way through @p window, which must be active: controls that Tab does not
/// reach, that hold it, or that come before what stands above them or to their left; and Shift+Tab that does
/// not take the same way back. Empty when all is well.
///
/// The order is judged where the ways part: of the two ancestors side by side, the one that Tab comes to
/// first has to stand above the other or, where they share a line, to its leading side; half a line of text
/// does not count.
[[nodiscard]] QStringList tabOrderFaults(QWidget& window);

/// As a person would find it again: its name and class.
[[nodiscard]] QString describeWidget(const QWidget& widget);

} // namespace hvgpu::test
