#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QWidget;

namespace hvgpu::ui {

/// What a user can ask for. Menus, bars and context menus all show the same QAction for one command.
enum class Command {
    AddServer,
    AddSeveral,
    OpenDemo,
    EditServer,
    RemoveServer,
    SignIn,
    ForgetPassword,
    TestServer,
    Certificate,
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
    SupportBundle,
    About,
    ConfigureCount,
    Assign,
    Unassign,
    AssignDevice,
    ReturnDevice,
    MakeReady,
    GiveBack,
    GiveAllBack,
    SetMmio,
    CreatePool,
    AssignPool,
    UnassignPool,
    CancelActivity,
    RetryFailed,
    PutBack,
    Resume,
    Dismiss,
    AnswerShutdown,
    FixFinding
};

/// Makes the actions and keeps their words: a disabled action says why in its tooltip and status tip. The
/// actions that begin a change on a server exist only while writing is allowed.
class Actions final : public QObject
{
    Q_OBJECT

public:
    /// Shortcuts work in @p window.
    explicit Actions(QWidget* window);

    /// Null for a command that writes while writing is not allowed.
    [[nodiscard]] QAction* operator[](Command command) const { return m_actions.value(command); }
    [[nodiscard]] QList<QAction*> all() const { return m_actions.values(); }
    /// Enables the command when @p reasonWhenNot is empty; otherwise disables it and shows the reason.
    void allow(Command command, const QString& reasonWhenNot);

    /// True for the commands that begin a change on a server.
    [[nodiscard]] static bool writes(Command command);
    /// Makes the actions that write, or takes them away from wherever they are shown. They are not there at
    /// first.
    void setWriting(bool allowed);
    [[nodiscard]] bool isWriting() const { return m_writing; }

private:
    void make(Command command);

    QWidget* m_window;
    bool m_writing = false;
    QHash<Command, QAction*> m_actions;
};

[[nodiscard]] inline std::size_t qHash(Command command, std::size_t seed = 0) noexcept
{
    return ::qHash(static_cast<int>(command), seed);
}

} // namespace hvgpu::ui
