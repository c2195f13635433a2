#include "core/base/CrashRecorder.h"

#include "core/base/CrashHandler.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QSysInfo>

#include <cstdlib>
#include <exception>
#include <string>

using namespace Qt::StringLiterals;

namespace hvgpu::base {

QString recordCrashes(const QString& folder, const QString& program, const QString& version)
{
    if (!QDir().mkpath(folder))
        return {};
    const QString started = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss"_s);
    // Two processes may start in the same second.
    const QString name =
        u"crash-%1-%2-%3.txt"_s.arg(program, started).arg(QCoreApplication::applicationPid());
    const QString path = QDir(folder).absoluteFilePath(name);
    static std::string heading; // must outlive everything else
    heading = u"%1 %2 ended unexpectedly\nsystem: %3, %4\nQt: %5\n"_s
                  .arg(program, version, QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                       QString::fromLatin1(qVersion()))
                  .toStdString();
    crash::install(path, heading);
    std::set_terminate(
        [] { std::abort(); }); // the usual one prints the words of the exception, whatever they hold
    return path;
}

} // namespace hvgpu::base
