#include "core/text/ReadNoteText.h"
#include "core/text/Text.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::AssignedStatus;
using analysis::SubStatus;

namespace {

constexpr AssignedStatus statuses[] = {
    AssignedStatus::ReadyForDdaAssignment, AssignedStatus::Partitioned, AssignedStatus::Paravirtualization,
    AssignedStatus::NotAssignable,         AssignedStatus::HostOwned,   AssignedStatus::Unknown};

std::vector<SubStatus> subStatuses()
{
    std::vector<SubStatus> all;
    for (int i = 0; i <= static_cast<int>(SubStatus::IovSupportUnreadable); ++i)
        all.push_back(static_cast<SubStatus>(i));
    return all;
}

/// Remembers texts and complains about empty and repeated ones.
class Distinct
{
public:
    bool add(const QString& text)
    {
        const bool isNew = !text.isEmpty() && !m_seen.contains(text);
        m_seen.insert(text);
        return isNew;
    }

private:
    QSet<QString> m_seen;
};

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusLabelsAreThoseOfTheDocuments();
    void statusesHaveDistinctWords();
    void subStatusesHaveDistinctWords();
    void partitionedDoesNotClaimAssignments();
    void problemCodesAreNamed();
    void paravirtualizationWithoutCause();
    void statesAndParts();
    void whatIsWrongWithinAList();
};

void TestWords::whatIsWrongWithinAList()
{
    const auto note = [](model::Part part, const QString& subject, base::ErrorCode code, base::Layer layer) {
        base::Error error;
        error.layer = layer;
        error.code = code;
        return model::ReadNote{part, subject, error};
    };
    using model::Part;
    std::vector<model::ReadNote> notes{
        note(Part::VirtualMachines, {}, base::ErrorCode::AccessDenied, base::Layer::Wmi),
        note(Part::Partitions, u"a"_s, base::ErrorCode::ProtocolViolation, base::Layer::Model)};
    QVERIFY(!text::isAboutOneValue(notes[0]) && text::isAboutOneValue(notes[1]));
    const QString list = text::part(Part::Partitions);
    QCOMPARE(text::unusableValues(notes),
             QStringList{u"1 value(s) of the list \"%1\" could not be used"_s.arg(list)});
    for (const QString& id : {u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        notes.push_back(note(Part::Partitions, id, base::ErrorCode::Conflict, base::Layer::Model));
    QCOMPARE(text::unusableValues(notes).value(1),
             u"the list \"%1\" names twice: b, c, d and 1 more"_s.arg(list));
}

void TestWords::statusLabelsAreThoseOfTheDocuments()
{
    QCOMPARE(text::statusLabel(AssignedStatus::ReadyForDdaAssignment), u"Ready for DDA assignment"_s);
    QCOMPARE(text::statusLabel(AssignedStatus::Partitioned), u"Partitioned"_s);
    QCOMPARE(text::statusLabel(AssignedStatus::Paravirtualization), u"Paravirtualization"_s);
    QCOMPARE(text::statusLabel(AssignedStatus::NotAssignable), u"Not assignable"_s);
}

void TestWords::statusesHaveDistinctWords()
{
    Distinct labels;
    Distinct glosses;
    for (const AssignedStatus status : statuses) {
        QVERIFY(labels.add(text::statusLabel(status)));
        QVERIFY(glosses.add(text::statusGloss(status)));
        QCOMPARE(text::statusLabel(status), QString(text::statusLabelEnglish(status)));
        QVERIFY(!text::statusReason({status, SubStatus::None, {}}).isEmpty());
    }
}

void TestWords::subStatusesHaveDistinctWords()
{
    Distinct ids;
    Distinct labels;
    Distinct reasons;
    for (const SubStatus subStatus : subStatuses()) {
        const QString id = text::subStatusId(subStatus);
        QVERIFY2(ids.add(id), qPrintable(id));
        QVERIFY(!id.contains(u' '));
        if (subStatus == SubStatus::None) {
            QVERIFY(text::subStatusLabel(subStatus).isEmpty());
            continue;
        }
        QVERIFY2(labels.add(text::subStatusLabel(subStatus)), qPrintable(id));
        QVERIFY2(reasons.add(text::statusReason({AssignedStatus::Unknown, subStatus, {}})), qPrintable(id));
    }
    for (const SubStatus subStatus : {SubStatus::NoDriver, SubStatus::SriovOffOnServer, SubStatus::NoAcs,
                                      SubStatus::PropertiesUnreadable, SubStatus::PartitionListUnreadable})
        QVERIFY(!text::statusAdvice({AssignedStatus::Unknown, subStatus, {}}).isEmpty());
    QVERIFY(text::statusAdvice({AssignedStatus::Partitioned, SubStatus::SriovPartitioning, {}}).isEmpty());
}

void TestWords::partitionedDoesNotClaimAssignments()
{
    QVERIFY(text::statusGloss(AssignedStatus::Partitioned).contains(u"says nothing"_s));
}

void TestWords::problemCodesAreNamed()
{
    const auto reason = [](const QString& code) {
        return text::statusReason({AssignedStatus::HostOwned,
                                   SubStatus::DeviceProblem,
                                   {{u"Win32_PnPEntity.ConfigManagerErrorCode"_s, code}}});
    };
    QVERIFY(reason(u"43"_s).contains(u"43"_s) && reason(u"43"_s).contains(u"was stopped"_s));
    QVERIFY(reason(u"12"_s).contains(u"resources"_s));
    QVERIFY(reason(u"9999"_s).contains(u"9999"_s));
    QVERIFY(!text::statusReason({AssignedStatus::HostOwned, SubStatus::DeviceProblem, {}}).isEmpty());
}

void TestWords::paravirtualizationWithoutCause()
{
    const analysis::StatusVerdict verdict{AssignedStatus::Paravirtualization, SubStatus::None, {}};
    QVERIFY(text::statusReason(verdict) != text::statusGloss(verdict.status));
    QVERIFY(text::statusAdvice(verdict).contains(u"GpuVirtualizationFlags"_s));
}

void TestWords::statesAndParts()
{
    Distinct power;
    for (int i = 0; i <= static_cast<int>(model::PowerState::Critical); ++i)
        QVERIFY(power.add(text::powerState(static_cast<model::PowerState>(i))));
    Distinct nodes;
    for (int i = 0; i <= static_cast<int>(model::NodeState::Joining); ++i)
        QVERIFY(nodes.add(text::nodeState(static_cast<model::NodeState>(i))));
    Distinct parts;
    for (int i = 0; i <= static_cast<int>(model::Part::ClusterResources); ++i)
        QVERIFY(parts.add(text::part(static_cast<model::Part>(i))));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_text_words.moc"
