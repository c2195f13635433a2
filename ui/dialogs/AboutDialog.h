#pragma once

#include <QDialog>
#include <QString>

namespace hvgpu::ui {

/// Version, and what a bug report needs to know of the surroundings; no secrets, no server names. Use open().
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p more: further lines "label: value" of diagnostics.
    explicit AboutDialog(const QStringList& more, QWidget* parent = nullptr);

    [[nodiscard]] QString diagnostics() const { return m_diagnostics; }

private:
    QString m_diagnostics;
};

} // namespace hvgpu::ui
