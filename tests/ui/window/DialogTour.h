#pragma once

#include <QDialog>
#include <QString>

#include <functional>
#include <vector>

namespace hvgpu::test {

/// Sees a dialog, or one of its pages, on the screen; @p place says which.
using Visit = std::function<void(QDialog& dialog, const QString& place)>;

/// Opens some dialogs of the program one after the other as a user may meet them, goes through all their
/// pages, and leaves each with Escape. Whatever cannot be reached fails the running test.
struct Tour
{
    const char* name;
    void (*walk)(const Visit& visit);
};

/// All dialogs there are.
[[nodiscard]] const std::vector<Tour>& tours();

} // namespace hvgpu::test
