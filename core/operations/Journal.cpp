#include "core/operations/Journal.h"

#include "core/base/UtcTime.h"
#include "core/operations/JournalLine.h"
#include "core/operations/PlanJson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include <cerrno>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

base::Error ioError(const QString& path, const QString& reason)
{
    base::Error error;
    error.code = base::ErrorCode::Io;
    error.operation = u"Write journal"_s;
    error.target = path;
    error.detail = reason;
    return error;
}

bool syncToDisk(int descriptor)
{
#ifdef _WIN32
    return _commit(descriptor) == 0;
#else
    return fsync(descriptor) == 0;
#endif
}

/// Of a new file the entry in its folder, too, or a crash may lose all of it. NTFS has its own journal for
/// that.
bool syncFolder([[maybe_unused]] const QString& folder)
{
#ifdef _WIN32
    return true;
#else
    const int descriptor = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    // File systems that cannot sync a folder say so; there is nothing more to do on them.
    const bool synced = fsync(descriptor) == 0 || errno == EINVAL;
    close(descriptor);
    return synced;
#endif
}

/// A write that only a part had room for is tried again for the rest, which then says why.
bool writeWhole(QFile& file, const QByteArray& line)
{
    for (qint64 done = 0; done < line.size();) {
        const qint64 written = file.write(line.constData() + done, line.size() - done);
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

void noteRecord(JournalStory& story, const JournalRecord& record)
{
    switch (record.kind) {
    case JournalRecord::Kind::StepBegun:
    case JournalRecord::Kind::UndoBegun:
        // Also after an end: a finished plan that is being undone is open again.
        story.ended = false;
        story.dismissed = false;
        break;
    case JournalRecord::Kind::PlanEnded:
        story.ended = true;
        break;
    case JournalRecord::Kind::Dismissed:
        story.dismissed = true;
        break;
    default:
        break;
    }
    story.records.push_back(record);
}

} // namespace

Journal::Journal(const QString& path, const base::Clock& clock)
    : m_file(path)
    , m_lock(path + u".lock"_s)
    , m_clock(clock)
{
    // Held for as long as a run takes; only the death of its owner makes a lock stale.
    m_lock.setStaleLockTime(0);
}

base::Result<void> Journal::open(QIODevice::OpenMode mode)
{
    if (!m_lock.tryLock(0)) {
        const bool taken = m_lock.error() == QLockFile::LockFailedError;
        base::Error error = ioError(path(), taken ? u"another process is working on this plan"_s
                                                  : u"its lock file cannot be made"_s);
        if (taken)
            error.code = base::ErrorCode::InUse;
        return base::fail(error);
    }
    // Unbuffered: a record that could not be written must not turn up with the next one.
    if (!m_file.open(mode | QIODevice::Unbuffered))
        return base::fail(ioError(path(), m_file.errorString()));
    return {};
}

base::Result<std::unique_ptr<Journal>> Journal::create(const QString& folder, const Plan& plan,
                                                       const base::Clock& clock)
{
    if (!QDir().mkpath(folder))
        return base::fail(ioError(folder, u"the folder cannot be made"_s));
    std::unique_ptr<Journal> journal(new Journal(QDir(folder).filePath(plan.id + u".journal"_s), clock));
    if (auto opened = journal->open(QIODevice::WriteOnly | QIODevice::NewOnly); !opened)
        return base::fail(opened.error());
    if (auto written = journal->writeLine(QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact));
        !written) {
        // Without its plan it is no journal, and would be in the way of the next try.
        journal->m_file.remove();
        return base::fail(written.error());
    }
    if (!syncFolder(folder)) {
        const QString reason = qt_error_string(errno);
        journal->m_file.remove();
        return base::fail(ioError(folder, reason));
    }
    return journal;
}

base::Result<std::unique_ptr<Journal>> Journal::reopen(const QString& path, const base::Clock& clock)
{
    std::unique_ptr<Journal> journal(new Journal(path, clock));
    if (auto opened = journal->open(QIODevice::ReadWrite | QIODevice::ExistingOnly); !opened)
        return base::fail(opened.error());
    // A record that a crash cut off would swallow the next one: drop it.
    const QByteArray content = journal->m_file.readAll();
    const qsizetype whole = content.lastIndexOf('\n') + 1;
    if (whole < content.size() && !journal->m_file.resize(whole))
        return base::fail(ioError(path, journal->m_file.errorString()));
    journal->m_size = whole;
    return journal;
}

base::Result<void> Journal::append(JournalRecord record)
{
    record.at = base::toUtc(m_clock.now());
    return writeLine(QJsonDocument(detail::toJson(record)).toJson(QJsonDocument::Compact));
}

base::Result<void> Journal::writeLine(const QByteArray& json)
{
    const QByteArray line = detail::journalLine(json);
    const std::lock_guard lock(m_mutex);
    // A record of which only a part went to disk, because it was full, is dropped before the next one.
    if (m_file.size() != m_size && !m_file.resize(m_size))
        return base::fail(ioError(path(), m_file.errorString()));
    if (!m_file.seek(m_size) || !writeWhole(m_file, line))
        return base::fail(ioError(path(), m_file.errorString()));
    if (!syncToDisk(m_file.handle()))
        return base::fail(ioError(path(), qt_error_string(errno)));
    m_size += line.size();
    return {};
}

base::Result<JournalStory> readJournal(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ioError(path, file.errorString()));
    JournalStory story;
    story.path = path;
    const auto malformed = [&](int line) {
        base::Error error = ioError(path, u"line %1 is damaged"_s.arg(line));
        error.operation = u"Read journal"_s;
        error.code = base::ErrorCode::ProtocolViolation;
        return base::fail(error);
    };
    QList<QByteArray> lines = file.readAll().split('\n');
    story.tornTail = !lines.takeLast().isEmpty();
    for (int i = 0; i < lines.size(); ++i) {
        const auto json = detail::journalLineFrom(lines.at(i));
        if (!json)
            return malformed(i + 1);
        if (i == 0) {
            auto plan = planFromJson(*json);
            if (!plan)
                return base::fail(plan.error());
            story.plan = std::move(*plan);
            continue;
        }
        const auto record = detail::recordFrom(*json);
        if (!record)
            return malformed(i + 1);
        noteRecord(story, *record);
    }
    if (story.plan.id.isEmpty())
        return malformed(1);
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    // A folder that cannot be written to has no owner at work either.
    story.running = !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
    return story;
}

void removeJournal(const QString& path, qint64 knownSize)
{
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    if (lock.tryLock(0) && QFileInfo(path).size() == knownSize)
        QFile::remove(path);
}

QStringList journalFiles(const QString& folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString& file : dir.entryList({u"*.journal"_s}, QDir::Files, QDir::Time))
        paths << dir.filePath(file);
    return paths;
}

} // namespace hvgpu::operations
