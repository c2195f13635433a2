#include "app/cli/Output.h"

#include "app/cli/Terminal.h"
#include "core/base/CertificateSummary.h"
#include "core/text/Text.h"
#include "core/text/TrustText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Output)

public:
    static QString outputFailed() { return tr("Standard output could not be written"); }
    static QString certificate(const QString& subject, const QString& issuer)
    {
        return tr("Certificate of %1, issued by %2").arg(subject, issuer);
    }
    static QString pin(const QString& fingerprint)
    {
        return tr("If this is the fingerprint on the server, trust it with --pin %1").arg(fingerprint);
    }
    static QString written(const QString& path) { return tr("Written to %1").arg(path); }
};

ExitCode print(const QByteArray& bytes)
{
    if (writeOutput(bytes))
        return Success;
    say(Messages::outputFailed());
    return Failure;
}

void sayWritten(const Arguments& arguments)
{
    if (arguments.verbose)
        say(Messages::written(arguments.output));
}

ExitCode notWritten(const QSaveFile& file)
{
    base::Error error;
    error.code = base::ErrorCode::Io;
    error.operation = u"Write file"_s;
    error.target = file.fileName();
    error.detail = file.errorString();
    complain(error);
    return Failure;
}

} // namespace

void sayCertificate(const base::Error& error)
{
    if (error.certificate.isEmpty())
        return;
    if (const auto& shown = error.certificateShown) {
        say(u"  "_s + Messages::certificate(shown->subject, shown->issuer));
        for (const base::TrustProblem problem :
             base::trustProblems(*shown, error.host, QDateTime::currentDateTimeUtc()))
            say(u"  "_s + text::trustProblem(problem, *shown, error.host));
    }
    say(u"  "_s + Messages::pin(error.certificate));
}

void complain(const base::Error& error)
{
    const text::ErrorText words = text::present(error);
    say(words.title + u" ("_s + base::describe(error) + u')');
    say(u"  "_s + words.advice);
}

ExitCode write(const report::Table& table, const Arguments& arguments, const std::stop_token& stop)
{
    const report::Table shown =
        arguments.format == report::Format::Text && !arguments.allColumns ? report::essential(table) : table;
    report::ExportOptions options;
    options.byteOrderMark = arguments.byteOrderMark;
    options.textWidth = arguments.width;
    options.allColumns = arguments.allColumns;
    options.stop = stop;
    if (!arguments.output.isEmpty()) {
        const auto written = report::exportToFile(shown, arguments.format, arguments.output, options);
        if (!written)
            complain(written.error());
        else
            sayWritten(arguments);
        return written ? Success : Failure;
    }
    const auto bytes = report::serialize(shown, arguments.format, options);
    if (bytes)
        return print(*bytes);
    complain(bytes.error());
    return Failure;
}

ExitCode write(const QByteArray& bytes, const Arguments& arguments)
{
    if (arguments.output.isEmpty())
        return print(bytes);
    const ExitCode written = writeFile(arguments.output, bytes);
    if (written == Success)
        sayWritten(arguments);
    return written;
}

ExitCode checkOutput(const Arguments& arguments)
{
    if (arguments.output.isEmpty())
        return Success;
    QSaveFile file(arguments.output);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    file.cancelWriting();
    return Success;
}

ExitCode writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return Success;
    return notWritten(file);
}

} // namespace hvgpu::cli
