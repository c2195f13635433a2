#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace hvgpu::ui {

class Settings;

/// Theme, language, refreshing and confirmations. Use open(); the settings are written when accepted.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

    void accept() override;

private:
    void makeFields();

    Settings& m_settings;
    QComboBox* m_theme;
    QComboBox* m_language;
    QSpinBox* m_poll;
    QSpinBox* m_parallel;
    QCheckBox* m_confirmRemove;
};

} // namespace hvgpu::ui
