#pragma once

#include "core/fleet/Fleet.h"

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace hvgpu::ui {

class ServerForm;
class TestResults;

/// Adds a server or a cluster to the fleet, after a connection test when wished. Use open().
class AddServerDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p fleet must outlive the dialog.
    explicit AddServerDialog(fleet::Fleet& fleet, QWidget* parent = nullptr);

    [[nodiscard]] ServerForm* form() const { return m_form; }
    [[nodiscard]] TestResults* results() const { return m_results; }

    void accept() override;

Q_SIGNALS:
    void added(const hvgpu::model::EntryId& id);

private:
    void test();
    void setTesting(bool testing);
    void fitHeight();

    fleet::Fleet& m_fleet;
    ServerForm* m_form;
    TestResults* m_results;
    QPushButton* m_test = nullptr;
    QTimer m_fit;
    int m_testNumber = 0; ///< answers of tests that were overtaken by an edit are dropped
};

} // namespace hvgpu::ui
