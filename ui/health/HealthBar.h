#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace hvgpu::ui {

/// One choice above a list: which rows it shows.
class HealthBar final : public QWidget
{
    Q_OBJECT

public:
    /// @p label has the mnemonic, @p name is what screen readers say.
    HealthBar(const QString& objectName, const QString& label, const QString& name,
              QWidget* parent = nullptr);

    void addChoice(const QString& text, int value);
    [[nodiscard]] int value() const;
    void setValue(int value);
    /// What is to be known of the rows shown; may be empty.
    void setNote(const QString& text);

Q_SIGNALS:
    void chosen(int value);

private:
    QComboBox* m_box;
    QLabel* m_note;
};

} // namespace hvgpu::ui
