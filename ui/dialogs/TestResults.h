#pragma once

#include "core/base/CertificateSummary.h"
#include "core/fleet/ConnectionTest.h"
#include "core/fleet/ServerEntry.h"

#include <QScrollArea>

class QVBoxLayout;

namespace hvgpu::ui {

/// The stages of a connection test, each with what was learned or what to do.
class TestResults final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TestResults(QWidget* parent = nullptr);

    void showRunning(const QString& name);
    void showReport(const fleet::ConnectionTestReport& report, const fleet::ServerEntry& entry);
    void clear();
    /// Everything shown, a line for each stage; for copying and tests.
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    /// The certificate was not trusted and the user wants to see it. @p changed: another one was trusted.
    void certificateRequested(const hvgpu::base::CertificateSummary& certificate, bool changed);

private:
    void addCertificate(const base::CertificateSummary& certificate, bool changed);
    void addLine(const QString& iconName, const QString& line, const QString& more);

    QWidget* m_body;
    QVBoxLayout* m_lines;
    QString m_text;
};

} // namespace hvgpu::ui
