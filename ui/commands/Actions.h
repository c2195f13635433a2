#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QWidget;

namespace hvgpu::ui {

/// What a user can ask for. Menus, bars and context menus all show the same QAction for one command.
enum class Command {
    AddServer,
    OpenDemo,
    RemoveServer,
    SignIn,
    Export,
    Settings,
    Quit,
    Copy,
    CopyWithHeader,
    CopyCell,
    CopyId,
    Find,
    Refresh,
    RefreshSelected,
    CancelRefresh,
    ExpandAll,
    CollapseAll,
    ShowDetails,
    ResetLayout,
    About
};

/// Makes the actions and keeps their words: a disabled action says why in its tooltip and status tip.
class Actions final : public QObject
{
    Q_OBJECT

public:
    /// Shortcuts work in @p window.
    explicit Actions(QWidget* window);

    [[nodiscard]] QAction* operator[](Command command) const { return m_actions.value(command); }
    [[nodiscard]] QList<QAction*> all() const { return m_actions.values(); }
    /// Enables the command when @p reasonWhenNot is empty; otherwise disables it and shows the reason.
    void allow(Command command, const QString& reasonWhenNot);

private:
    QHash<Command, QAction*> m_actions;
};

[[nodiscard]] inline std::size_t qHash(Command command, std::size_t seed = 0) noexcept
{
    return ::qHash(static_cast<int>(command), seed);
}

} // namespace hvgpu::ui
