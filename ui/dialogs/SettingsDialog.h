#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace hvgpu::ui {

class Settings;

/// Theme, language, refreshing, changes and confirmations. Use open(); the settings are written when
/// accepted.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

    /// The program was started for looking only: says so, and offers no choice.
    void holdReadOnly(const QString& reason);

    void accept() override;

private:
    void makeFields();

    Settings& m_settings;
    QComboBox* m_theme;
    QComboBox* m_language;
    QSpinBox* m_poll;
    QSpinBox* m_parallel;
    QSpinBox* m_operations;
    QSpinBox* m_kept;
    QCheckBox* m_confirmRemove;
    QCheckBox* m_notify;
    QCheckBox* m_readOnly;
    bool m_readOnlyHeld = false;
};

} // namespace hvgpu::ui
