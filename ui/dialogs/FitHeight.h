#pragma once

class QDialog;

namespace hvgpu::ui {

/// Makes @p dialog as high as its wrapped texts need. A dialog that opens gets two thirds of the screen's
/// height at most by itself, which on a small one cuts them.
void fitHeight(QDialog& dialog);

} // namespace hvgpu::ui
