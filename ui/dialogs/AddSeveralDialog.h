#pragma once

#include "core/fleet/Fleet.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/fleet/ServerListText.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace hvgpu::ui {

class RememberBox;

/// Adds servers from a list, pasted or from a file, and names the lines that cannot be used. Use open().
class AddSeveralDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Asks for a file and calls back with its path.
    using FileChooser = std::function<void(QWidget* parent, std::function<void(const QString& path)> chosen)>;

    /// @p fleet and @p keeper must outlive the dialog; without a keeper no password is remembered.
    AddSeveralDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, QWidget* parent = nullptr);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }
    void accept() override;

Q_SIGNALS:
    void added(int count);

private:
    void layOut();
    void openFile(const QString& path);
    void check();
    void complete(fleet::ServerEntry& entry) const;
    /// Whether the password is of its user.
    [[nodiscard]] bool isTypedUser(const fleet::ServerEntry& entry) const;

    fleet::Fleet& m_fleet;
    fleet::PasswordKeeper* m_keeper;
    FileChooser m_chooser;
    QPlainTextEdit* m_text;
    QLabel* m_summary;
    QListWidget* m_problems;
    QLineEdit* m_user;
    QLineEdit* m_password;
    RememberBox* m_remember;
    QPushButton* m_add = nullptr;
    std::vector<fleet::ServerEntry> m_entries; ///< that would be added
};

} // namespace hvgpu::ui
