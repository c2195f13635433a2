#pragma once

#include "core/report/SupportFile.h"
#include "ui/change/SaveText.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace hvgpu::ui {

/// Shows what a support file would hold, with or without names, and saves it. Use open().
class SupportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SupportDialog(report::SupportFacts facts, QWidget* parent = nullptr);

    void setSaveChooser(SaveChooser chooser) { m_chooser = std::move(chooser); }

private:
    void show(bool hideNames);
    void save();

    report::SupportFacts m_facts;
    SaveChooser m_chooser;
    QCheckBox* m_hideNames;
    QPlainTextEdit* m_text;
    QLabel* m_outcome;
};

} // namespace hvgpu::ui
