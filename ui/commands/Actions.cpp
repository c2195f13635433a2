#include "ui/commands/Actions.h"

#include "ui/theme/Icons.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

#include <algorithm>
#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Command command;
    const char* id;
    const char* text;
    const char* tip;
    const char* icon;
    bool writes = false;
};

constexpr std::array table{
    Words{Command::AddServer, "addServer", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Add server…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Add a server or a cluster to the list"), "add"},
    Words{Command::AddSeveral, "addSeveral", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Add se&veral…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Add servers from a list: pasted, or a .txt or .csv file"),
          "add"},
    Words{
        Command::OpenDemo, "openDemo", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Open the &demo fleet"),
        QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Add simulated servers and clusters, to try the program out"),
        "cluster"},
    Words{Command::EditServer, "editServer", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Ed&it server…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Change the address of the selected server or cluster, or how to sign in"),
          "settings"},
    Words{Command::RemoveServer, "removeServer", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Remove server…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Remove the selected server or cluster from the list"),
          "remove"},
    Words{Command::SignIn, "signIn", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Si&gn in…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Give user name and password for the selected server"), ""},
    Words{Command::ForgetPassword, "forgetPassword",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Forget saved pass&word"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Take the password of the selected server out of the keychain"),
          ""},
    Words{Command::TestServer, "testServer", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Test connection…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Try the connection to the selected server stage by stage"),
          ""},
    Words{Command::Certificate, "certificate", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Certi&ficate…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Show the certificate that is not trusted, and decide about it"),
          "warning"},
    Words{Command::Export, "export", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Export…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Write what is shown, or everything, to a CSV, JSON or HTML file"),
          "export"},
    Words{Command::Settings, "settings", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Settings…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Theme, language, refreshing and confirmations"),
          "settings"},
    Words{Command::Quit, "quit", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Quit"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Close the program"), ""},
    Words{Command::Copy, "copy", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Copy"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy the selected rows"), "copy"},
    Words{Command::CopyWithHeader, "copyWithHeader",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy with &header"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy the selected rows with the names of the columns"),
          ""},
    Words{Command::CopyCell, "copyCell", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy c&ell"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy the current cell"), ""},
    Words{Command::CopyId, "copyId", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy &ID"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Copy the ID of the current row"), ""},
    Words{Command::Find, "find", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Find"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Go to the search box"), "search"},
    Words{Command::Refresh, "refresh", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Refresh"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Read every server again"), "refresh"},
    Words{Command::RefreshSelected, "refreshSelected",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Refresh &selected"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Read the selected servers again"), ""},
    Words{Command::CancelRefresh, "cancelRefresh", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Ca&ncel refresh"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Stop reading; servers keep their last known data"),
          "cancel"},
    Words{Command::ExpandAll, "expandAll", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Expand all"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Expand all rows of the list"), ""},
    Words{Command::CollapseAll, "collapseAll", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Co&llapse all"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Collapse all rows of the list"), ""},
    Words{Command::ShowDetails, "showDetails", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Details pane"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Show or hide the details of the selected item"), "info"},
    Words{Command::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Reset la&yout"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Bring columns and panes back to where they were at first"),
          ""},
    Words{Command::SupportBundle, "supportBundle",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Save &support file…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Write versions, settings and the last errors, without secrets, to one file"),
          ""},
    Words{Command::About, "about", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&About"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Version and diagnostics"), "about"},
    Words{Command::ConfigureCount, "configureCount",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Configure partition &count"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Choose into how many partitions GPUs are divided"),
          "partition-count", true},
    Words{Command::Assign, "assign", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "+ &Assign partition"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Assign a GPU partition to virtual machines"), "assign",
          true},
    Words{Command::Unassign, "unassign", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "- &Unassign partition"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Take GPU partitions away from virtual machines"),
          "unassign", true},
    Words{Command::AssignDevice, "assignDevice",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Assign GPU to &VM (DDA)…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Give a virtual machine a whole GPU"), "assign", true},
    Words{Command::ReturnDevice, "returnDevice",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Return GPU to host…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Take a whole GPU away from its virtual machine and give it back to the server"),
          "unassign", true},
    Words{Command::MakeReady, "makeReady", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Ma&ke ready for DDA…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Take GPUs from their servers, to be assigned or put into a pool later"),
          "status-ready", true},
    Words{Command::GiveBack, "giveBack", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Give &back to host…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Give dismounted GPUs back to their servers"), "undo",
          true},
    Words{Command::GiveAllBack, "giveAllBack",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Bring &everything back…"),
          QT_TRANSLATE_NOOP(
              "hvgpu::ui::Actions",
              "Give every dismounted GPU that no virtual machine and no pool has back to its server"),
          "", true},
    Words{Command::SetMmio, "setMmio", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&MMIO space…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "See and set the MMIO space of a virtual machine, with what its GPUs need"),
          "settings", true},
    Words{
        Command::CreatePool, "createPool", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Create GPU &pool"),
        QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Make a pool of GPUs for the virtual machines of a cluster"),
        "add", true},
    Words{Command::AssignPool, "assignPool",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Assig&n VM to GPU pool"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Give a virtual machine a place in a GPU pool"), "assign",
          true},
    Words{Command::UnassignPool, "unassignPool", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Unassign VM"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Take a virtual machine's place in a GPU pool away"),
          "unassign", true},
    Words{Command::CancelActivity, "cancelActivity",
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Cancel chan&ge"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Stop before the next step; what was begun is put back as it was"),
          "cancel"},
    Words{Command::RetryFailed, "retryFailed", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Retry &failed…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Plan again what did not succeed, and review it first"),
          "retry", true},
    Words{Command::PutBack, "putBack", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Pu&t back…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Bring everything back to how it was before the change"),
          "undo", true},
    Words{Command::Resume, "resume", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "&Resume…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Go on with an interrupted change"), "resume", true},
    Words{Command::Dismiss, "dismiss", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "D&ismiss…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Leave an interrupted change as it is and do not ask about it again"),
          "dismiss"},
    Words{Command::AnswerShutdown, "answerShutdown", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Ans&wer…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions",
                            "Decide about a virtual machine that did not shut down in time"),
          "warning"},
    Words{Command::FixFinding, "fixFinding", QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Fi&x…"),
          QT_TRANSLATE_NOOP("hvgpu::ui::Actions", "Show the plan that puts the selected finding right"),
          "retry", true},
};

QList<QKeySequence> shortcuts(Command command)
{
    switch (command) {
    case Command::AddServer:
        return {QKeySequence(QKeySequence::New)};
    case Command::EditServer:
        return {QKeySequence(Qt::Key_F2)};
    case Command::Export:
        return {QKeySequence(Qt::CTRL | Qt::Key_E)};
    case Command::Settings:
        return {QKeySequence(Qt::CTRL | Qt::Key_Comma)};
    case Command::Quit:
        return {QKeySequence(Qt::CTRL | Qt::Key_Q)};
    case Command::Find:
        return {QKeySequence(QKeySequence::Find)};
    case Command::Refresh:
        return {QKeySequence(Qt::Key_F5)};
    case Command::RefreshSelected:
        return {QKeySequence(Qt::SHIFT | Qt::Key_F5)};
    case Command::CancelRefresh:
        return {QKeySequence(Qt::Key_Escape)};
    case Command::ShowDetails:
        return {QKeySequence(Qt::ALT | Qt::Key_Return)};
    case Command::About:
        return {QKeySequence(Qt::Key_F1)};
    case Command::ConfigureCount:
        return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)};
    case Command::Assign:
        return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)};
    case Command::Unassign:
        return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)};
    case Command::AssignDevice:
        return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)};
    case Command::ReturnDevice:
        return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)};
    default:
        return {};
    }
}

const Words& wordsOf(Command command)
{
    return *std::ranges::find(table, command, &Words::command);
}

QString translated(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::Actions", text);
}

} // namespace

Actions::Actions(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    for (const Words& words : table) {
        if (!words.writes)
            make(words.command);
    }
    (*this)[Command::ShowDetails]->setCheckable(true);
    (*this)[Command::Quit]->setMenuRole(QAction::QuitRole);
    (*this)[Command::Settings]->setMenuRole(QAction::PreferencesRole);
    (*this)[Command::About]->setMenuRole(QAction::AboutRole);
}

void Actions::make(Command command)
{
    const Words& words = wordsOf(command);
    auto* action = new QAction(translated(words.text), this);
    action->setObjectName(QString::fromLatin1(words.id));
    if (*words.icon != '\0')
        action->setIcon(icon(QString::fromLatin1(words.icon)));
    action->setShortcuts(shortcuts(command));
    action->setProperty("tip", translated(words.tip));
    m_actions.insert(command, action);
    allow(command, {});
    m_window->addAction(action);
}

bool Actions::writes(Command command)
{
    return wordsOf(command).writes;
}

void Actions::setWriting(bool allowed)
{
    if (allowed == m_writing)
        return;
    m_writing = allowed;
    for (const Words& words : table) {
        if (!words.writes)
            continue;
        if (allowed)
            make(words.command);
        else
            delete m_actions.take(words.command); // leaves every menu and bar
    }
}

void Actions::allow(Command command, const QString& reasonWhenNot)
{
    QAction* action = (*this)[command];
    if (action == nullptr)
        return;
    const QString tip = action->property("tip").toString();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString words = keys.isEmpty() ? tip : tr("%1 (%2)", "what it does (shortcut)").arg(tip, keys);
    action->setEnabled(reasonWhenNot.isEmpty());
    action->setToolTip(reasonWhenNot.isEmpty() ? words : words + u'\n' + reasonWhenNot);
    action->setStatusTip(reasonWhenNot.isEmpty() ? tip : reasonWhenNot);
}

} // namespace hvgpu::ui
