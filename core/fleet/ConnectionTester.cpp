#include "core/fleet/ConnectionTester.h"

#include "core/hyperv/ClusterReader.h"
#include "core/hyperv/HostFactsReader.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

using base::ErrorCode;
using hyperv::Conversation;
using hyperv::ReadOptions;

bool isConnectionError(const base::Error& error)
{
    return error.layer == base::Layer::Name || error.layer == base::Layer::Connect ||
           error.layer == base::Layer::Tls || error.layer == base::Layer::Local;
}

class Test
{
public:
    Test(wmi::Session& session, const ServerEntry& entry, base::Clock& clock, const std::stop_token& stop)
        : m_session(session)
        , m_entry(entry)
        , m_clock(clock)
    {
        m_options.stop = stop;
        m_options.callDeadline = std::chrono::seconds(15);
    }

    ConnectionTestReport run()
    {
        const bool goesOn = identify() && operatingSystem() && hyperV() && gpus() && cluster();
        static_cast<void>(goesOn);
        for (const TestStage stage : {TestStage::Connect, TestStage::Identify, TestStage::OperatingSystem,
                                      TestStage::HyperV, TestStage::Gpus, TestStage::Cluster})
            if (static_cast<std::size_t>(stage) >= m_report.stages.size())
                skip(stage);
        return std::move(m_report);
    }

private:
    bool pass(TestStage stage, QString fact = {})
    {
        TestStageResult result;
        result.stage = stage;
        result.passed = true;
        result.fact = std::move(fact);
        m_report.stages.push_back(std::move(result));
        return true;
    }

    bool fail(TestStage stage, const base::Error& error)
    {
        TestStageResult result;
        result.stage = stage;
        result.error = error;
        m_report.stages.push_back(std::move(result));
        return false;
    }

    void skip(TestStage stage)
    {
        TestStageResult result;
        result.stage = stage;
        result.applicable = false;
        m_report.stages.push_back(std::move(result));
    }

    base::Result<Conversation::Rows> rows(const hyperv::ClassQuery& query)
    {
        return Conversation(m_session, m_clock, m_options).tryRows(query);
    }

    bool identify()
    {
        wmi::CallOptions options;
        options.stop = m_options.stop;
        options.deadline = m_options.callDeadline;
        const base::Result<wmi::Identity> identity = m_session.identify(options);
        if (!identity && isConnectionError(identity.error()))
            return fail(TestStage::Connect, identity.error());
        pass(TestStage::Connect);
        if (!identity)
            return fail(TestStage::Identify, identity.error());
        return pass(TestStage::Identify, identity->productVendor + u' ' + identity->productVersion);
    }

    bool operatingSystem()
    {
        const base::Result<Conversation::Rows> answer = rows(hyperv::queries::operatingSystem());
        if (!answer)
            return fail(TestStage::OperatingSystem, answer.error());
        hyperv::ReadContext context;
        model::HostFacts facts;
        for (const cim::Instance& row : *answer)
            hyperv::applyOperatingSystem(row, facts, context);
        QString fact = facts.osCaption;
        if (facts.build)
            fact += u" (%1)"_s.arg(*facts.build);
        return pass(TestStage::OperatingSystem, fact);
    }

    bool hyperV()
    {
        hyperv::ClassQuery query;
        query.nameSpace = QString::fromUtf16(hyperv::virtualization);
        query.className = u"Msvm_VirtualSystemManagementService"_s;
        query.columns = QStringList{u"Name"_s};
        const base::Result<Conversation::Rows> answer = rows(query);
        if (!answer)
            return fail(TestStage::HyperV, answer.error());
        if (!answer->empty())
            return pass(TestStage::HyperV);
        base::Error error; // Hyper-V hides its objects from accounts without rights instead of refusing
        error.layer = base::Layer::Wmi;
        error.code = ErrorCode::AccessDenied;
        error.operation = u"Enumerate"_s;
        error.target = query.className;
        error.detail = u"the account sees no Hyper-V objects"_s;
        return fail(TestStage::HyperV, error);
    }

    bool gpus()
    {
        hyperv::ClassQuery query = hyperv::queries::partitionableGpus(std::nullopt);
        query.columns = QStringList{u"Name"_s};
        const base::Result<Conversation::Rows> answer = rows(query);
        if (!answer)
            return fail(TestStage::Gpus, answer.error());
        return pass(TestStage::Gpus, QString::number(answer->size()));
    }

    bool cluster()
    {
        const base::Result<model::ClusterFacts> facts = hyperv::readCluster(m_session, m_clock, m_options);
        if (facts)
            return pass(TestStage::Cluster, facts->name);
        const bool standAlone = facts.error().code == ErrorCode::InvalidNamespace;
        if (standAlone && m_entry.kind == ServerEntry::Kind::Server)
            return false; // does not apply
        return fail(TestStage::Cluster, facts.error());
    }

    wmi::Session& m_session;
    const ServerEntry& m_entry;
    base::Clock& m_clock;
    ReadOptions m_options;
    ConnectionTestReport m_report;
};

} // namespace

ConnectionTestReport runConnectionTest(wmi::Session& session, const ServerEntry& entry, base::Clock& clock,
                                       const std::stop_token& stop)
{
    return Test(session, entry, clock, stop).run();
}

} // namespace hvgpu::fleet
