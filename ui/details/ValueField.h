#pragma once

#include <QTextEdit>

namespace hvgpu::ui {

/// A value to read, select and copy. Wraps anywhere rather than being cut off; as high as its text. Up and
/// Down walk to the neighbouring values, Ctrl+C copies the selection or else the whole value.
class ValueField final : public QTextEdit
{
    Q_OBJECT

public:
    explicit ValueField(QWidget* parent = nullptr);

    /// @p isIdentifier: stays left to right whatever the language.
    void setValue(const QString& value, bool isIdentifier);
    [[nodiscard]] QString value() const { return m_value; }
    void copyValue() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to go @p steps values down (negative: up).
    void walkRequested(int steps);
    void copyAllRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QString m_value;
};

} // namespace hvgpu::ui
