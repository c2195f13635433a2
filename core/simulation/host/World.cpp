#include "core/simulation/host/World.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

QString guidFrom(const QString& text)
{
    static const QUuid base(u"{5d9cb3a0-46a1-4a5e-9b0e-3c5f1c7d2e11}"_s);
    return QUuid::createUuidV5(base, text).toString(QUuid::WithoutBraces).toUpper();
}

Vm& World::addVm(std::unique_ptr<Vm> vm)
{
    Vm& added = *vm;
    m_vmsById.insert(added.id.toUpper(), &added);
    m_vms.push_back(std::move(vm));
    return added;
}

void World::removeVm(const QString& id)
{
    m_vmsById.remove(id.toUpper());
    std::erase_if(m_vms, [&id](const auto& vm) { return vm->id == id; });
}

void World::schedule(std::chrono::milliseconds delay, std::function<void()> action)
{
    m_due.push_back({now() + delay, ++m_order, std::move(action)});
}

QString World::startJob(std::size_t host, Job job)
{
    job.id = nextGuid();
    job.start = now();
    job.submitted = wallNow();
    QString id = job.id;
    const auto duration = job.duration;
    hosts[host].jobs.push_back(std::move(job));
    schedule(duration, [this, host, id] { finishJob(host, id); });
    return id;
}

void World::finishJob(std::size_t host, const QString& jobId)
{
    const auto find = [this, host, &jobId] {
        auto& jobs = hosts[host].jobs;
        return std::find_if(jobs.begin(), jobs.end(), [&jobId](const Job& job) { return job.id == jobId; });
    };
    auto job = find();
    if (job == hosts[host].jobs.end() || job->finished)
        return;
    const auto work = std::exchange(job->work, {});
    auto failure = work ? work() : std::nullopt;
    job = find(); // the work may have started further jobs
    job->finished = true;
    job->failure = std::move(failure);
    schedule(jobRetention, [this, host, jobId] {
        std::erase_if(hosts[host].jobs, [&jobId](const Job& old) { return old.id == jobId; });
    });
}

void World::advance()
{
    const SteadyTime time = now();
    while (true) {
        const auto next = std::min_element(m_due.begin(), m_due.end(), [](const Due& a, const Due& b) {
            return std::pair(a.time, a.order) < std::pair(b.time, b.order);
        });
        if (next == m_due.end() || next->time > time)
            return;
        const auto action = std::move(next->action);
        m_due.erase(next);
        action();
    }
}

QString World::nextGuid()
{
    const QString owner = hosts.empty() ? QString() : hosts.front().name;
    return guidFrom(u"%1/%2"_s.arg(owner).arg(nextNumber()));
}

} // namespace hvgpu::simulation
