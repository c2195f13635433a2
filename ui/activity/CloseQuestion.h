#pragma once

#include "core/operations/Activities.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace hvgpu::ui {

/// Asked when the window is to be closed while changes are under way, for the program has to stay until every
/// virtual machine is in a defined state: let them finish, stop and put back, or stay. Accepted when nothing
/// is under way any more. Use open().
class CloseQuestion final : public QDialog
{
    Q_OBJECT

public:
    explicit CloseQuestion(operations::Activities& activities, QWidget* parent = nullptr);

private:
    void wait(bool stopping);
    void follow();

    operations::Activities& m_activities;
    QLabel* m_text;
    QProgressBar* m_progress;
    QDialogButtonBox* m_buttons;
    QPushButton* m_finish;
    QPushButton* m_stop;
    bool m_waiting = false;
};

} // namespace hvgpu::ui
