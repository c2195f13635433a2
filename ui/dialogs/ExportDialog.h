#pragma once

#include "core/base/Error.h"
#include "core/base/Executor.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/report/Table.h"

#include <QDialog>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace hvgpu::ui {

class ExportJob;

/// What can be exported at the moment the dialog opens.
struct ExportSources
{
    QString shownTitle;                   ///< name of the tab
    report::Table shown;                  ///< its visible columns and rows, in order
    std::function<report::Table()> whole; ///< instead of shown: all of the tab's rows; called on a worker
    QString shownId;                      ///< "gpus": for the suggested file name
    std::shared_ptr<const fleet::FleetSnapshot> everything;
};

/// Writes what is shown, or a report of everything, to a file, off the GUI thread. Use open().
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Asks where to save and calls back with the path.
    using FileChooser = std::function<void(QWidget* parent, const QString& suggestion,
                                           std::function<void(const QString& path)> chosen)>;

    ExportDialog(ExportSources sources, base::Executor& executor, QWidget* parent = nullptr);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }
    [[nodiscard]] QString message() const;

    void accept() override; ///< starts writing
    void reject() override; ///< cancels the writing, or closes

Q_SIGNALS:
    /// The file was written; for the status bar.
    void exported(const QString& path, int rows);

private:
    void makeFields();
    void layOut();
    void connectAll();
    void updateAvailability();
    void updateExtension();
    void choosePath();
    void finish(int rows);
    void fail(const base::Error& error);
    void setRunning(bool running);
    [[nodiscard]] bool isCsv() const;
    [[nodiscard]] std::function<report::Table()> table() const;
    [[nodiscard]] QString baseName() const;

    ExportSources m_sources;
    base::Executor& m_executor;
    FileChooser m_chooser;
    ExportJob* m_job;
    QRadioButton* m_shown;
    QRadioButton* m_everything;
    QComboBox* m_report;
    QComboBox* m_format;
    QCheckBox* m_byteOrderMark;
    QCheckBox* m_formulaGuard;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton* m_export = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace hvgpu::ui
