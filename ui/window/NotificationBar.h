#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace hvgpu::ui {

/// Says in the window what became of a piece of work; stays until it is closed, or something newer comes.
/// Hidden when there is nothing to say.
class NotificationBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Success, Information, Problem };

    explicit NotificationBar(QWidget* parent = nullptr);

    /// @p subject is handed back when the user asks for details; without it none are offered.
    void notify(Kind kind, const QString& text, const QString& subject);
    /// As shown; empty when hidden.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString subject() const { return m_subject; }

Q_SIGNALS:
    void detailsRequested(const QString& subject);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_details;
    QToolButton* m_close;
    QString m_subject;
    Kind m_kind = Kind::Information;
    bool m_dark = false;
};

} // namespace hvgpu::ui
