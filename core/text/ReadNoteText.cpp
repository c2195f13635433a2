#include "core/text/ReadNoteText.h"

#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

/// What is wrong within one list.
struct Flaws
{
    int values = 0;
    QStringList repeated;
};

/// The reader's own code for a row that came twice; what it makes of a value is a violation of the protocol.
bool isRepeated(const model::ReadNote& note)
{
    return note.error.code == base::ErrorCode::Conflict;
}

QString some(const QStringList& names)
{
    constexpr int shown = 3;
    const auto more = static_cast<int>(names.size()) - shown;
    if (more <= 0)
        return names.join(u", "_s);
    return QCoreApplication::translate("ReadNote", "%1 and %n more", nullptr, more)
        .arg(QStringList(names.mid(0, shown)).join(u", "_s));
}

} // namespace

bool isAboutOneValue(const model::ReadNote& note)
{
    return !note.subject.isEmpty() && note.error.layer == base::Layer::Model;
}

QStringList unusableValues(const std::vector<model::ReadNote>& notes)
{
    std::map<model::Part, Flaws> flaws;
    for (const model::ReadNote& note : notes) {
        if (!isAboutOneValue(note))
            continue;
        if (isRepeated(note))
            flaws[note.part].repeated << note.subject;
        else
            ++flaws[note.part].values;
    }
    QStringList sentences;
    for (const auto& [list, found] : flaws) {
        if (found.values > 0)
            sentences << QCoreApplication::translate("ReadNote",
                                                     "%n value(s) of the list \"%1\" could not be used",
                                                     nullptr, found.values)
                             .arg(part(list));
        if (!found.repeated.isEmpty())
            sentences << QCoreApplication::translate("ReadNote", "the list \"%1\" names twice: %2")
                             .arg(part(list), some(found.repeated));
    }
    return sentences;
}

} // namespace hvgpu::text
