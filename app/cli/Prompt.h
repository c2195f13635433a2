#pragma once

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace hvgpu::cli {

/// Asks on the terminal while the event loop goes on, one question after the other.
class Prompt : public QObject
{
public:
    using Answer = std::function<void(const QString& line)>;

    Prompt();
    ~Prompt() override;

    /// @p answered gets what was typed, without spaces around it; nothing once the input has ended.
    void ask(const QString& question, Answer answered);

private:
    struct Reader;
    void show() const;
    void take(const QString& line, bool atEnd);

    std::shared_ptr<Reader> m_reader; ///< shared with the thread that reads, which may outlive this
    std::deque<std::pair<QString, Answer>> m_questions;
    bool m_atEnd = false;
};

} // namespace hvgpu::cli
