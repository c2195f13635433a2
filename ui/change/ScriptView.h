#pragma once

#include "ui/change/SaveText.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace hvgpu::ui {

/// A PowerShell script to read, copy and save. The program never runs it.
class ScriptView final : public QWidget
{
    Q_OBJECT

public:
    explicit ScriptView(QWidget* parent = nullptr);

    void showScript(const QString& script, const QString& fileName);
    void setChooser(SaveChooser chooser) { m_chooser = std::move(chooser); }

private:
    void copy();
    void save();

    QPlainTextEdit* m_text;
    QLabel* m_message;
    QString m_fileName;
    SaveChooser m_chooser;
};

} // namespace hvgpu::ui
