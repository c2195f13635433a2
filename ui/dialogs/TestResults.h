#pragma once

#include "core/fleet/ConnectionTest.h"

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
    void showReport(const fleet::ConnectionTestReport& report);
    void clear();
    /// Everything shown, a line for each stage; for copying and tests.
    [[nodiscard]] QString text() const { return m_text; }

private:
    void addLine(const QString& iconName, const QString& line, const QString& more);

    QWidget* m_body;
    QVBoxLayout* m_lines;
    QString m_text;
};

} // namespace hvgpu::ui
