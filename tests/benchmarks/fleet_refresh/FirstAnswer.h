#pragma once

#include "core/wmi/Session.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace hvgpu::bench {

/// When the first answer of any host had been read by our client. Thread-safe.
class FirstAnswer
{
public:
    using Clock = std::chrono::steady_clock;

    void restart()
    {
        m_started = Clock::now();
        m_after = -1;
    }
    void note()
    {
        std::int64_t none = -1;
        m_after.compare_exchange_strong(none, (Clock::now() - m_started).count());
    }
    /// Since restart().
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(Clock::duration(m_after.load())).count();
    }

private:
    Clock::time_point m_started;
    std::atomic<std::int64_t> m_after = -1;
};

/// Passes every call on and tells when one was answered.
class AnsweredSession final : public wmi::Session
{
public:
    AnsweredSession(std::unique_ptr<wmi::Session> inner, FirstAnswer& first)
        : m_inner(std::move(inner))
        , m_first(first)
    {}

    base::Result<void> query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions& options) override
    {
        return noted(m_inner->query(nameSpace, wql, sink, options));
    }
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions& options) override
    {
        return noted(m_inner->get(path, options));
    }
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const wmi::CallOptions& options) override
    {
        return noted(m_inner->put(path, changes, options));
    }
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions& options) override
    {
        return noted(m_inner->invoke(target, method, parameters, options));
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions& options) override
    {
        return noted(m_inner->identify(options));
    }
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return m_inner->statistics(); }

private:
    template <class Answer>
    Answer noted(Answer answer)
    {
        m_first.note();
        return answer;
    }

    std::unique_ptr<wmi::Session> m_inner;
    FirstAnswer& m_first;
};

} // namespace hvgpu::bench
