#pragma once

#include <QStringList>
#include <QWidget>

namespace hvgpu::test {

/// Texts in @p window that are cut: on buttons, labels, check boxes, radio buttons, group boxes, tabs, column
/// headers, combo boxes and in empty fields, each with where it is. What has a tool tip with the whole text
/// may be cut, and what can be scrolled to.
[[nodiscard]] QStringList cutTexts(const QWidget& window);

} // namespace hvgpu::test
