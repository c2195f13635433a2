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

/// A server's form with a connection test below it: what adding and editing have in common. Use open().
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    [[nodiscard]] ServerForm* form() const { return m_form; }
    [[nodiscard]] TestResults* results() const { return m_results; }

protected:
    struct Words
    {
        QString title;
        QString accept;
        QString acceptName; ///< the button's object name
        QString testTip;
    };
    /// @p fleet and @p keeper must outlive the dialog; without a keeper no password is remembered.
    ServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, Words words, QWidget* parent);

    [[nodiscard]] fleet::Fleet& fleet() const { return m_fleet; }
    [[nodiscard]] fleet::PasswordKeeper* keeper() const { return m_keeper; }
    /// The form may need more room now.
    void fitSoon() { m_fit.start(0); }

private:
    void makeButtons();
    void test();
    void setTesting(bool testing);
    void showCertificate(const base::CertificateSummary& certificate, bool changed);

    fleet::Fleet& m_fleet;
    fleet::PasswordKeeper* m_keeper;
    Words m_words;
    ServerForm* m_form;
    TestResults* m_results;
    QPushButton* m_test = nullptr;
    QTimer m_fit;
    int m_testNumber = 0; ///< answers of tests that were overtaken by an edit are dropped
};

} // namespace hvgpu::ui
