#include "ui/theme/Theme.h"

#include "ui/theme/ConsoleStyle.h"
#include "ui/theme/Icons.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

#include <cstdlib>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct Colours
{
    QRgb window, base, alternate, text, disabledText, button, highlight, highlightedText, link, visitedLink;
    QRgb placeholder, light, mid, dark, shadow, toolTip;
    QRgb viewHighlight, viewHighlightInactive, viewHighlightedText;
};

constexpr Colours light{0xfff3f5f7, 0xffffffff, 0xfff7f9fb, 0xff1c2128, 0xff6e7883, 0xfff3f5f7, 0xff0b62c4,
                        0xffffffff, 0xff0b5cb8, 0xff6b4fa8, 0xff5d6875, 0xffffffff, 0xffc4ccd4, 0xff9aa5b1,
                        0xff5d6875, 0xffffffff, 0xff7db8f2, 0xff7db8f2, 0xff10151b};
constexpr Colours dark{0xff24282e, 0xff1b1e23, 0xff20242a, 0xffe6eaf0, 0xff929ca8, 0xff2f343c, 0xff4a9bff,
                       0xff0b0e12, 0xff7cbcff, 0xffc0a5f5, 0xff9aa5b1, 0xff4a515b, 0xff3a4048, 0xff15181c,
                       0xff0c0e11, 0xff2f343c, 0xff2f6fb5, 0xff2f6fb5, 0xffffffff};

QPalette make(const Colours& c)
{
    QPalette result;
    result.setColor(QPalette::Window, c.window);
    result.setColor(QPalette::WindowText, c.text);
    result.setColor(QPalette::Base, c.base);
    result.setColor(QPalette::AlternateBase, c.alternate);
    result.setColor(QPalette::Text, c.text);
    result.setColor(QPalette::Button, c.button);
    result.setColor(QPalette::ButtonText, c.text);
    result.setColor(QPalette::BrightText, c.highlightedText);
    result.setColor(QPalette::Highlight, c.highlight);
    result.setColor(QPalette::HighlightedText, c.highlightedText);
    result.setColor(QPalette::Link, c.link);
    result.setColor(QPalette::LinkVisited, c.visitedLink);
    result.setColor(QPalette::PlaceholderText, c.placeholder);
    result.setColor(QPalette::ToolTipBase, c.toolTip);
    result.setColor(QPalette::ToolTipText, c.text);
    result.setColor(QPalette::Light, c.light);
    result.setColor(QPalette::Midlight, c.alternate);
    result.setColor(QPalette::Mid, c.mid);
    result.setColor(QPalette::Dark, c.dark);
    result.setColor(QPalette::Shadow, c.shadow);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        result.setColor(QPalette::Disabled, role, c.disabledText);
    result.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    return result;
}

/// Rows of lists are marked with a lighter colour, so that icons and bars stay readable on it.
QPalette forViews(QPalette palette, const Colours& c)
{
    palette.setColor(QPalette::Highlight, c.viewHighlight);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, c.viewHighlightInactive);
    palette.setColor(QPalette::HighlightedText, c.viewHighlightedText);
    return palette;
}

bool systemIsDark(const QPalette& systemPalette)
{
#ifdef Q_OS_WIN
    const QSettings personalize(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    const QVariant appsUseLight = personalize.value(u"AppsUseLightTheme"_s);
    if (appsUseLight.isValid())
        return appsUseLight.toInt() == 0;
#endif
    return isDark(systemPalette);
}

/// Black on white or white on black: the user asked for the most contrast there is, so we keep our hands off.
bool isHighContrast(const QPalette& palette)
{
    const int window = palette.color(QPalette::Window).lightness();
    const int text = palette.color(QPalette::WindowText).lightness();
    return std::abs(window - text) == 255;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
{
    // The system's choice may have changed while another program was in front.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && m_scheme == Scheme::System && m_applied &&
            m_appliedDark != systemIsDark(m_systemPalette))
            setScheme(Scheme::System);
    });
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    const bool followSystem = m_scheme == Scheme::System;
    m_appliedDark = m_scheme == Scheme::Dark || (followSystem && systemIsDark(m_systemPalette));
    m_applied = true;
    if (qobject_cast<ConsoleStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new ConsoleStyle);
    if (followSystem && isHighContrast(m_systemPalette)) {
        QApplication::setPalette(m_systemPalette);
        QApplication::setPalette(m_systemPalette, "QAbstractItemView");
        return;
    }
    const Colours& colours = m_appliedDark ? dark : light;
    const QPalette palette = make(colours);
    QApplication::setPalette(palette);
    QApplication::setPalette(forViews(palette, colours), "QAbstractItemView");
}

Theme::Scheme Theme::fromName(const QString& name)
{
    if (name == u"light"_s)
        return Scheme::Light;
    return name == u"dark"_s ? Scheme::Dark : Scheme::System;
}

QString Theme::name(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return u"light"_s;
    case Scheme::Dark:
        return u"dark"_s;
    case Scheme::System:
        break;
    }
    return u"system"_s;
}

QPalette Theme::lightPalette()
{
    return make(light);
}

QPalette Theme::darkPalette()
{
    return make(dark);
}

} // namespace hvgpu::ui
