#include "core/text/TrustText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

QString say(const char* words)
{
    return QCoreApplication::translate("Trust", words);
}

QString day(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QString trustProblem(base::TrustProblem problem, const base::CertificateSummary& certificate,
                     const QString& host)
{
    using base::TrustProblem;
    switch (problem) {
    case TrustProblem::NotYetValid:
        return say(QT_TRANSLATE_NOOP("Trust", "It is not valid before %1.")).arg(day(certificate.validFrom));
    case TrustProblem::Expired:
        return say(QT_TRANSLATE_NOOP("Trust", "It expired on %1.")).arg(day(certificate.validUntil));
    case TrustProblem::OtherName:
        return certificate.names.isEmpty() ? say(QT_TRANSLATE_NOOP("Trust", "It names no server."))
                                           : say(QT_TRANSLATE_NOOP("Trust", "It is for %1, not for %2."))
                                                 .arg(certificate.names.join(u", "_s), host);
    case TrustProblem::SelfSigned:
        return say(QT_TRANSLATE_NOOP("Trust", "The server made it itself; no authority vouches for it."));
    case TrustProblem::UnknownAuthority:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Trust", "This computer does not know the authority that issued it: %1"))
        .arg(certificate.issuer);
}

QString fingerprintLines(const QString& fingerprints)
{
    constexpr qsizetype half = 16 * 3;
    QStringList lines;
    for (const QString& item : fingerprints.split(u',')) {
        const qsizetype equals = item.indexOf(u'=');
        const QString each = item.mid(equals + 1);
        if (equals > 0) // a node of a cluster
            lines << item.left(equals);
        lines << each.left(half);
        if (each.size() > half)
            lines << each.mid(half);
    }
    return lines.join(u'\n');
}

} // namespace hvgpu::text
