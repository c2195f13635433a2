#pragma once

#include <QMenu>
#include <QStringList>
#include <QWidget>

namespace hvgpu::test {

/// Letters that stand for two things at once in @p window, as it is seen now: Alt and the letter would only
/// move the focus between them. Disabled ones count, for they may become enabled.
[[nodiscard]] QStringList sharedMnemonics(const QWidget& window);
/// The same of the entries of @p menu and of the menus in it.
[[nodiscard]] QStringList sharedMnemonics(const QMenu& menu);

} // namespace hvgpu::test
