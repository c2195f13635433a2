#include "core/cim/Wql.h"

namespace hvgpu::cim::wql {
namespace {

void appendEscaped(QString& out, QChar c)
{
    if (c == QLatin1Char('\\') || c == QLatin1Char('\''))
        out.append(QLatin1Char('\\'));
    out.append(c);
}

} // namespace

QString literal(QStringView text)
{
    QString out(QLatin1Char('\''));
    for (const QChar c : text)
        appendEscaped(out, c);
    return out.append(QLatin1Char('\''));
}

QString likeText(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        const bool wild = c == QLatin1Char('_') || c == QLatin1Char('%') || c == QLatin1Char('[');
        if (wild)
            out.append(QLatin1Char('[')).append(c).append(QLatin1Char(']'));
        else
            appendEscaped(out, c);
    }
    return out;
}

QString select(const QString& className, const QStringList& columns, const QString& condition)
{
    QString out = QLatin1String("SELECT ") +
                  (columns.isEmpty() ? QStringLiteral("*") : columns.join(QLatin1Char(','))) +
                  QLatin1String(" FROM ") + className;
    if (!condition.isEmpty())
        out += QLatin1String(" WHERE ") + condition;
    return out;
}

QString associators(const QString& objectPath, const QString& assocClass, const QString& resultClass)
{
    QString out = QLatin1String("ASSOCIATORS OF {") + objectPath + QLatin1Char('}');
    if (!assocClass.isEmpty() || !resultClass.isEmpty())
        out += QLatin1String(" WHERE");
    if (!assocClass.isEmpty())
        out += QLatin1String(" AssocClass=") + assocClass;
    if (!resultClass.isEmpty())
        out += QLatin1String(" ResultClass=") + resultClass;
    return out;
}

} // namespace hvgpu::cim::wql
