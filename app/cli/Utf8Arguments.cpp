#include "app/cli/Utf8Arguments.h"

#include <QCoreApplication>

namespace hvgpu::cli {

Utf8Arguments::Utf8Arguments(int argc, char** argv)
{
#ifdef Q_OS_WIN
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    for (const QString& word : QCoreApplication::arguments())
        m_words.push_back(word.toStdString());
#else
    m_words.assign(argv, argv + argc);
#endif
    for (std::string& word : m_words)
        m_pointers.push_back(word.data());
}

} // namespace hvgpu::cli
