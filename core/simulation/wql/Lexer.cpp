#include "core/simulation/wql/Lexer.h"

#include <array>

namespace hvgpu::simulation::wql {
namespace {

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

/// Reads quoted text from @p position, which is at the opening quote, and moves behind the closing one.
std::optional<QString> readText(QStringView text, qsizetype& position)
{
    const QChar quote = text[position++];
    QString result;
    while (position < text.size()) {
        const QChar c = text[position++];
        if (c == quote)
            return result;
        const QChar next = position < text.size() ? text[position] : QChar();
        if (c == u'\\' && (next == u'\\' || next == u'\'' || next == u'"')) {
            result += next;
            ++position;
            continue;
        }
        result += c;
    }
    return std::nullopt;
}

/// Reads {path}; braces inside the quotes of a key value do not count.
std::optional<QString> readPath(QStringView text, qsizetype& position)
{
    const qsizetype start = ++position;
    QChar quote;
    for (; position < text.size(); ++position) {
        const QChar c = text[position];
        if (!quote.isNull()) {
            if (c == u'\\')
                ++position;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'}') {
            return text.mid(start, position++ - start).trimmed().toString();
        }
    }
    return std::nullopt;
}

QString readWhile(QStringView text, qsizetype& position, bool (*accept)(QChar))
{
    const qsizetype start = position++;
    while (position < text.size() && accept(text[position]))
        ++position;
    return text.mid(start, position - start).toString();
}

std::optional<QString> readSymbol(QStringView text, qsizetype& position)
{
    constexpr std::array symbols{u"<>", u"!=", u"<=", u">=", u"=", u"<", u">", u"(", u")", u",", u"*"};
    for (const char16_t* symbol : symbols) {
        const QStringView view(symbol);
        if (text.mid(position).startsWith(view)) {
            position += view.size();
            return view.toString();
        }
    }
    return std::nullopt;
}

std::optional<Token> readToken(QStringView text, qsizetype& position)
{
    const QChar c = text[position];
    const auto token = [](Token::Kind kind, std::optional<QString> content) {
        return content ? std::optional(Token{kind, *std::move(content)}) : std::nullopt;
    };
    if (c == u'\'' || c == u'"')
        return token(Token::Kind::Text, readText(text, position));
    if (c == u'{')
        return token(Token::Kind::Path, readPath(text, position));
    if (isWordStart(c))
        return token(Token::Kind::Word, readWhile(text, position, isWordPart));
    if (c.isDigit() || c == u'-' || c == u'+')
        return token(Token::Kind::Number, readWhile(text, position, isWordPart));
    return token(Token::Kind::Symbol, readSymbol(text, position));
}

} // namespace

std::optional<std::vector<Token>> tokenize(QStringView text)
{
    std::vector<Token> tokens;
    qsizetype position = 0;
    while (true) {
        while (position < text.size() && text[position].isSpace())
            ++position;
        if (position >= text.size())
            return tokens;
        auto token = readToken(text, position);
        if (!token)
            return std::nullopt;
        tokens.push_back(*std::move(token));
    }
}

} // namespace hvgpu::simulation::wql
