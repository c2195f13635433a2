#include "app/cli/Prompt.h"

#include "app/cli/SystemTerminal.h"
#include "app/cli/Terminal.h"

#include <QByteArray>

#include <mutex>
#include <thread>

namespace hvgpu::cli {

struct Prompt::Reader
{
    std::mutex mutex;
    Prompt* receiver = nullptr;

    void deliver(const QString& line, bool atEnd)
    {
        const std::lock_guard lock(mutex);
        if (receiver == nullptr)
            return;
        QMetaObject::invokeMethod(
            receiver, [to = receiver, line, atEnd] { to->take(line, atEnd); }, Qt::QueuedConnection);
    }
    void run()
    {
        QByteArray line;
        for (char c = 0; terminal::readByte(c);) {
            if (c != '\n') {
                line += c;
                continue;
            }
            deliver(terminal::decode(line).trimmed(), false);
            line.clear();
        }
        deliver({}, true);
    }
};

Prompt::Prompt() = default;

Prompt::~Prompt()
{
    if (!m_reader)
        return;
    const std::lock_guard lock(m_reader->mutex);
    m_reader->receiver = nullptr;
}

void Prompt::ask(const QString& question, Answer answered)
{
    if (m_atEnd)
        return answered({});
    m_questions.emplace_back(question, std::move(answered));
    if (m_questions.size() == 1)
        show();
    if (m_reader)
        return;
    m_reader = std::make_shared<Reader>();
    m_reader->receiver = this;
    // Nothing can wake a thread from reading a terminal: it is left behind, with nobody to talk to.
    std::thread([reader = m_reader] { reader->run(); }).detach();
}

void Prompt::show() const
{
    if (!m_questions.empty())
        say(m_questions.front().first);
}

void Prompt::take(const QString& line, bool atEnd)
{
    m_atEnd = m_atEnd || atEnd;
    do {
        if (m_questions.empty())
            return;
        const Answer answered = std::move(m_questions.front().second);
        m_questions.pop_front();
        answered(line);
    } while (m_atEnd);
    show();
}

} // namespace hvgpu::cli
