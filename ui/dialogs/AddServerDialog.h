#pragma once

#include "core/base/CertificateSummary.h"
#include "core/fleet/Fleet.h"
#include "core/fleet/PasswordKeeper.h"

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
    /// @p fleet and @p keeper must outlive the dialog; without a keeper no password is remembered.
    explicit AddServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper = nullptr,
                             QWidget* parent = nullptr);

    [[nodiscard]] ServerForm* form() const { return m_form; }
    [[nodiscard]] TestResults* results() const { return m_results; }

    void accept() override;

Q_SIGNALS:
    void added(const hvgpu::model::EntryId& id);

private:
    void test();
    void setTesting(bool testing);
    void fitHeight();
    void showCertificate(const base::CertificateSummary& certificate, bool changed);

    fleet::Fleet& m_fleet;
    fleet::PasswordKeeper* m_keeper;
    ServerForm* m_form;
    TestResults* m_results;
    QPushButton* m_test = nullptr;
    QTimer m_fit;
    int m_testNumber = 0; ///< answers of tests that were overtaken by an edit are dropped
};

} // namespace hvgpu::ui
