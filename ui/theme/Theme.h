#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

namespace hvgpu::ui {

/// Look of the program: Fusion with our light or dark palette, or what the system says. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };

    /// Remembers the system's palette; create it before anything sets another one.
    explicit Theme(QObject* parent = nullptr);

    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    /// "system", "light", "dark": for settings and the command line; unknown text gives System.
    [[nodiscard]] static Scheme fromName(const QString& name);
    [[nodiscard]] static QString name(Scheme scheme);

    [[nodiscard]] static QPalette lightPalette();
    [[nodiscard]] static QPalette darkPalette();

Q_SIGNALS:
    void changed();

private:
    void apply();

    Scheme m_scheme = Scheme::System;
    QPalette m_systemPalette;
    bool m_applied = false;
    bool m_appliedDark = false;
};

} // namespace hvgpu::ui
