#include "core/fleet/ConnectionTester.h"

#include "core/hyperv/ClusterReader.h"
#include "core/hyperv/HostFactsReader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

using base::ErrorCode;
using hyperv::Conversation;
using hyperv::ReadOptions;

constexpr std::uint32_t workstation = 1; // Win32_OperatingSystem.ProductType

class Test
{
public:
    Test(wmi::Session& session, const ServerEntry& entry, base::Clock& clock,
         std::chrono::milliseconds deadline, const std::stop_token& stop)
        : m_session(session)
        , m_entry(entry)
        , m_clock(clock)
    {
        m_options.stop = stop;
        m_options.callDeadline = deadline;
    }

    ConnectionTestReport run()
    {
        const bool goesOn = reach() && identify() && operatingSystem() && hyperV() && gpus() && cluster();
        static_cast<void>(goesOn);
        while (m_report.stages.size() <= static_cast<std::size_t>(lastTestStage))
            skip(next());
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

    [[nodiscard]] TestStage next() const { return static_cast<TestStage>(m_report.stages.size()); }

    /// Passes what comes before @p stage and is not judged yet; without HTTPS there is no TLS to pass.
    void passUpTo(TestStage stage)
    {
        while (next() < stage) {
            if (next() == TestStage::Tls && !m_entry.https)
                skip(TestStage::Tls);
            else
                pass(next());
        }
    }

    [[nodiscard]] wmi::CallOptions callOptions() const
    {
        wmi::CallOptions options;
        options.stop = m_options.stop;
        options.deadline = m_options.callDeadline;
        return options;
    }

    /// Which stage an error before the first answer belongs to.
    [[nodiscard]] TestStage stageOf(const base::Error& error) const
    {
        if (error.code == ErrorCode::CredentialsMissing && error.layer == base::Layer::Http)
            return TestStage::SignIn; // it answered that it wants to be signed in to
        if (error.code == ErrorCode::CredentialsRejected)
            return TestStage::SignIn; // also when TLS may be the cause, or it rests
        switch (error.layer) {
        case base::Layer::Connect:
        case base::Layer::Proxy:
            return TestStage::Port;
        case base::Layer::Tls:
            return m_entry.https ? TestStage::Tls : TestStage::Port;
        case base::Layer::Auth:
            return TestStage::SignIn;
        case base::Layer::Name:
        case base::Layer::Local:
            return TestStage::Resolve;
        default:
            break;
        }
        return TestStage::Service;
    }

    bool reach()
    {
        const base::Result<wmi::Reached> reached = m_session.reach(callOptions());
        if (!reached) {
            const TestStage stage = std::min(stageOf(reached.error()), TestStage::Tls);
            passUpTo(stage);
            return fail(stage, reached.error());
        }
        if (reached->port == 0) {
            skip(TestStage::Resolve);
            skip(TestStage::Port);
            return true;
        }
        pass(TestStage::Resolve, reached->address == m_entry.name ? QString() : reached->address);
        pass(TestStage::Port, QString::number(reached->port));
        if (reached->certificate)
            m_certificate = reached->certificate->subject;
        return true;
    }

    bool identify()
    {
        const base::Result<wmi::Identity> identity = m_session.identify(callOptions());
        const TestStage failed = identity ? TestStage::Service : stageOf(identity.error());
        if (failed > TestStage::Tls && m_entry.https)
            pass(TestStage::Tls, m_certificate);
        if (!identity && failed < next()) // lost again right after it was reached
            m_report.stages.resize(static_cast<std::size_t>(failed));
        if (!identity && failed == TestStage::Service) { // whether the account is let in was not learned
            passUpTo(TestStage::SignIn);
            skip(TestStage::SignIn);
        }
        passUpTo(failed);
        if (!identity)
            return fail(failed, identity.error());
        return pass(TestStage::Service, identity->productVendor + u' ' + identity->productVersion);
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
        m_isWorkstation = facts.productType == workstation;
        return pass(TestStage::OperatingSystem, fact);
    }

    bool hyperV()
    {
        hyperv::ClassQuery query;
        query.nameSpace = QString::fromUtf16(hyperv::virtualization);
        query.className = u"Msvm_VirtualSystemManagementService"_s;
        query.columns = QStringList{u"Name"_s};
        const base::Result<Conversation::Rows> answer = rows(query);
        if (!answer && answer.error().code != ErrorCode::AccessDenied) {
            fail(TestStage::HyperV, answer.error());
            m_report.stages.back().workstation = m_isWorkstation;
            return false;
        }
        pass(TestStage::HyperV);
        if (!answer)
            return fail(TestStage::Rights, answer.error());
        if (!answer->empty())
            return pass(TestStage::Rights);
        base::Error error; // Hyper-V hides its objects from accounts without rights instead of refusing
        error.layer = base::Layer::Wmi;
        error.code = ErrorCode::AccessDenied;
        error.operation = u"Enumerate"_s;
        error.target = query.className;
        error.detail = u"the account sees no Hyper-V objects"_s;
        return fail(TestStage::Rights, error);
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
    bool m_isWorkstation = false;
    QString m_certificate; ///< subject of what the host shows
};

} // namespace

ConnectionTestReport runConnectionTest(wmi::Session& session, const ServerEntry& entry, base::Clock& clock,
                                       std::chrono::milliseconds deadline, const std::stop_token& stop)
{
    return Test(session, entry, clock, deadline, stop).run();
}

} // namespace hvgpu::fleet
