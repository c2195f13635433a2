#include "core/simulation/wql/Parser.h"

#include "core/simulation/wql/Lexer.h"

#include <utility>

namespace hvgpu::simulation::wql {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 64; // nesting of parentheses and NOT

class Parser
{
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    {}

    std::optional<Query> parse()
    {
        Query query;
        bool valid = false;
        if (acceptWord(u"select"))
            valid = parseSelect(query);
        else if (acceptWord(u"associators"))
            valid = parseTraversal(query, Query::Kind::Associators);
        else if (acceptWord(u"references"))
            valid = parseTraversal(query, Query::Kind::References);
        return valid && m_next == m_tokens.size() ? std::optional(std::move(query)) : std::nullopt;
    }

private:
    const Token* peek(std::size_t ahead = 0) const
    {
        return m_next + ahead < m_tokens.size() ? &m_tokens[m_next + ahead] : nullptr;
    }

    bool isWord(QStringView word, std::size_t ahead = 0) const
    {
        const Token* const token = peek(ahead);
        return token && token->kind == Token::Kind::Word &&
               word.compare(token->text, Qt::CaseInsensitive) == 0;
    }

    bool acceptWord(QStringView word)
    {
        const bool found = isWord(word);
        m_next += found ? 1 : 0;
        return found;
    }

    bool acceptSymbol(QStringView symbol)
    {
        const Token* const token = peek();
        const bool found = token && token->kind == Token::Kind::Symbol && token->text == symbol;
        m_next += found ? 1 : 0;
        return found;
    }

    std::optional<QString> take(Token::Kind kind)
    {
        const Token* const token = peek();
        if (!token || token->kind != kind)
            return std::nullopt;
        ++m_next;
        return token->text;
    }

    bool takeInto(QString& target, Token::Kind kind)
    {
        auto text = take(kind);
        if (!text)
            return false;
        target = *std::move(text);
        return true;
    }

    bool parseSelect(Query& query)
    {
        if (!acceptSymbol(u"*")) {
            do {
                QString column;
                if (!takeInto(column, Token::Kind::Word))
                    return false;
                query.columns.append(column);
            } while (acceptSymbol(u","));
        }
        if (!acceptWord(u"from") || !takeInto(query.className, Token::Kind::Word))
            return false;
        if (!acceptWord(u"where"))
            return true;
        auto condition = parseOr(0);
        if (!condition)
            return false;
        query.where.push_back(*std::move(condition));
        return true;
    }

    bool parseTraversal(Query& query, Query::Kind kind)
    {
        query.kind = kind;
        if (!acceptWord(u"of") || !takeInto(query.objectPath, Token::Kind::Path))
            return false;
        if (!acceptWord(u"where"))
            return true;
        while (peek() != nullptr) {
            if (!parseTraversalWord(query))
                return false;
        }
        return true;
    }

    bool parseTraversalWord(Query& query)
    {
        if (acceptWord(u"classdefsonly")) {
            query.classDefsOnly = true;
            return true;
        }
        if (acceptWord(u"keysonly")) {
            query.keysOnly = true;
            return true;
        }
        const bool wide = query.kind == Query::Kind::Associators;
        QString ignored; // qualifiers are not simulated: every class has those that matter
        QString* target = nullptr;
        if (acceptWord(u"resultclass"))
            target = &query.resultClass;
        else if (acceptWord(u"role"))
            target = &query.role;
        else if (wide && acceptWord(u"assocclass"))
            target = &query.assocClass;
        else if (wide && acceptWord(u"resultrole"))
            target = &query.resultRole;
        else if (acceptWord(u"requiredqualifier") || (wide && acceptWord(u"requiredassocqualifier")))
            target = &ignored;
        return target && acceptSymbol(u"=") && takeInto(*target, Token::Kind::Word);
    }

    std::optional<Condition> parseList(Condition::Kind kind, QStringView word, int depth)
    {
        const bool isOr = kind == Condition::Kind::Or;
        auto first = isOr ? parseList(Condition::Kind::And, u"and", depth) : parseNot(depth);
        if (!first || !isWord(word))
            return first;
        Condition list;
        list.kind = kind;
        list.children.push_back(*std::move(first));
        while (acceptWord(word)) {
            auto next = isOr ? parseList(Condition::Kind::And, u"and", depth) : parseNot(depth);
            if (!next)
                return std::nullopt;
            list.children.push_back(*std::move(next));
        }
        return list;
    }

    std::optional<Condition> parseOr(int depth)
    {
        return depth > maxDepth ? std::nullopt : parseList(Condition::Kind::Or, u"or", depth);
    }

    std::optional<Condition> parseNot(int depth)
    {
        if (depth > maxDepth)
            return std::nullopt;
        if (acceptWord(u"not")) {
            auto inner = parseNot(depth + 1);
            return inner ? std::optional(negate(*std::move(inner))) : std::nullopt;
        }
        if (acceptSymbol(u"(")) {
            auto inner = parseOr(depth + 1);
            return inner && acceptSymbol(u")") ? inner : std::nullopt;
        }
        return parseComparison();
    }

    static Condition negate(Condition inner)
    {
        Condition condition;
        condition.kind = Condition::Kind::Not;
        condition.children.push_back(std::move(inner));
        return condition;
    }

    std::optional<Condition> parseComparison()
    {
        auto left = parseOperand();
        if (!left)
            return std::nullopt;
        Condition condition;
        condition.left = *std::move(left);
        if (acceptWord(u"is")) {
            condition.comparison = acceptWord(u"not") ? Comparison::NotEqual : Comparison::Equal;
            return acceptWord(u"null") ? std::optional(std::move(condition)) : std::nullopt;
        }
        const auto comparison = parseOperator();
        auto right = comparison ? parseOperand() : std::nullopt;
        if (!right)
            return std::nullopt;
        condition.comparison = *comparison;
        condition.right = *std::move(right);
        return condition;
    }

    std::optional<Comparison> parseOperator()
    {
        if (acceptWord(u"like"))
            return Comparison::Like;
        if (isWord(u"not") && isWord(u"like", 1)) {
            m_next += 2;
            return Comparison::NotLike;
        }
        if (acceptWord(u"isa"))
            return Comparison::IsA;
        constexpr std::pair<const char16_t*, Comparison> operators[] = {
            {u"=", Comparison::Equal},        {u"!=", Comparison::NotEqual}, {u"<>", Comparison::NotEqual},
            {u"<", Comparison::Less},         {u">", Comparison::Greater},   {u"<=", Comparison::LessEqual},
            {u">=", Comparison::GreaterEqual}};
        for (const auto& [symbol, comparison] : operators) {
            if (acceptSymbol(symbol))
                return comparison;
        }
        return std::nullopt;
    }

    std::optional<Operand> parseOperand()
    {
        Operand operand;
        if (auto text = take(Token::Kind::Text)) {
            operand.constant = cim::Value::string(*std::move(text));
            return operand;
        }
        if (const auto number = take(Token::Kind::Number))
            return parseNumber(*number);
        auto word = take(Token::Kind::Word);
        if (!word)
            return std::nullopt;
        if (word->compare(u"null"_s, Qt::CaseInsensitive) == 0)
            return operand;
        const bool isTrue = word->compare(u"true"_s, Qt::CaseInsensitive) == 0;
        if (isTrue || word->compare(u"false"_s, Qt::CaseInsensitive) == 0) {
            operand.constant = cim::Value::boolean(isTrue);
            return operand;
        }
        operand.isProperty = true;
        operand.property = *std::move(word);
        return operand;
    }

    static std::optional<Operand> parseNumber(const QString& text)
    {
        Operand operand;
        const cim::Value value = cim::Value::string(text);
        if (const auto number = value.toInt64())
            operand.constant = cim::Value::signedInteger(cim::Type::SInt64, *number);
        else if (const auto large = value.toUInt64())
            operand.constant = cim::Value::unsignedInteger(cim::Type::UInt64, *large);
        else if (const auto real = value.toDouble())
            operand.constant = cim::Value::real(cim::Type::Real64, *real);
        else
            return std::nullopt;
        return operand;
    }

    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
};

} // namespace

std::optional<Query> parse(QStringView text)
{
    auto tokens = tokenize(text);
    return tokens ? Parser(*std::move(tokens)).parse() : std::nullopt;
}

} // namespace hvgpu::simulation::wql
