#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hvgpu::ui {

/// Covers a view that has nothing to show and says why and what next.
class StateOverlay final : public QWidget
{
    Q_OBJECT

public:
    enum class State { Hidden, Loading, Empty, Filtered, Error };

    explicit StateOverlay(QWidget* parent);

    void hideState();
    void showLoading(const QString& text);
    /// @p action empty = no button.
    void showEmpty(const QString& text, const QString& action = {});
    void showFiltered(const QString& filter);
    void showError(const QString& text);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionRequested(); ///< button of the empty state
    void clearFilterRequested();
    void retryRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void present(State state, const QString& text, const QString& button);
    void follow();

    State m_state = State::Hidden;
    QLabel* m_label = nullptr;
    QProgressBar* m_busy = nullptr;
    QPushButton* m_button = nullptr;
};

} // namespace hvgpu::ui
