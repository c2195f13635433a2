#include "core/text/NativeWords.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

QString subject(const base::Error& error)
{
    if (!error.host.isEmpty())
        return error.host;
    if (!error.target.isEmpty())
        return error.target;
    return error.layer == base::Layer::Local ? QCoreApplication::translate("Error", "this computer")
                                             : QCoreApplication::translate("Error", "the server");
}

QString hex(std::uint32_t code)
{
    return u"0x"_s + QString::number(code, 16).toUpper().rightJustified(8, u'0');
}

void add(QStringList& lines, const QString& label, const QString& value)
{
    if (!value.isEmpty())
        lines << label + u": "_s + value;
}

/// For copying into a ticket or a search engine, so it stays in English.
QString details(const base::Error& error)
{
    QStringList lines;
    add(lines, u"Error"_s, u"%1 (%2)"_s.arg(base::name(error.code), base::name(error.layer)));
    add(lines, u"Server"_s, error.host);
    add(lines, u"Operation"_s, error.operation);
    add(lines, u"Target"_s, error.target);
    if (error.httpStatus)
        add(lines, u"HTTP status"_s, QString::number(*error.httpStatus));
    add(lines, u"Fault"_s, error.soapSubcode);
    if (error.faultCode)
        add(lines, u"WSMan code"_s,
            u"%1 (%2)"_s.arg(QString::number(*error.faultCode), hex(*error.faultCode)));
    if (error.nativeCode)
        add(lines, u"Code"_s, u"%1 (%2)"_s.arg(QString::number(*error.nativeCode), hex(*error.nativeCode)));
    add(lines, u"Detail"_s, error.detail);
    add(lines, u"Certificate SHA-256"_s, error.certificate);
    add(lines, u"Server says"_s, error.hostText);
    return lines.join(u'\n');
}

} // namespace

ErrorText present(const base::Error& error)
{
    return present(error, {});
}

ErrorText present(const base::Error& error, const QString& server)
{
    const ErrorWords* const native = nativeWords(error);
    const ErrorWords& words = native != nullptr ? *native : errorWords(error.code, error.layer);
    // A name that cannot be resolved is about the name itself.
    const bool renamed = !server.isEmpty() && !error.host.isEmpty() && error.layer != base::Layer::Name;
    QString title = QCoreApplication::translate("Error", words.title);
    if (title.contains(u"%1"_s)) // some are about this program
        title = title.arg(renamed ? server : subject(error));
    return {title, QCoreApplication::translate("Error", words.explanation),
            QCoreApplication::translate("Error", words.advice), details(error)};
}

} // namespace hvgpu::text
