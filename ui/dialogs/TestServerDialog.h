#pragma once

#include "core/fleet/Fleet.h"

#include <QDialog>

class QPushButton;

namespace hvgpu::ui {

class TestResults;

/// Tests the connection to a server of the list, stage by stage. Use open().
class TestServerDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p fleet must outlive the dialog.
    TestServerDialog(fleet::Fleet& fleet, fleet::ServerEntry entry, QWidget* parent = nullptr);

    [[nodiscard]] TestResults* results() const { return m_results; }

private:
    void run();
    void copy() const;

    fleet::Fleet& m_fleet;
    fleet::ServerEntry m_entry;
    TestResults* m_results;
    QPushButton* m_again = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace hvgpu::ui
