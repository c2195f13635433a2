#include "core/base/Executor.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <memory>
#include <set>

using namespace std::chrono_literals;
using hvgpu::base::ThreadPool;

namespace {

constexpr auto deadline = 30s;

/// Keeps one thread of a pool busy until released.
class Blocker
{
public:
    explicit Blocker(ThreadPool& pool)
    {
        pool.post([this] {
            m_started.set_value();
            m_release.get_future().wait();
        });
        m_running = m_started.get_future().wait_for(deadline) == std::future_status::ready;
    }
    [[nodiscard]] bool isRunning() const { return m_running; }
    void release() { m_release.set_value(); }

private:
    std::promise<void> m_started;
    std::promise<void> m_release;
    bool m_running = false;
};

bool isReady(std::promise<void>& promise)
{
    return promise.get_future().wait_for(deadline) == std::future_status::ready;
}

} // namespace

class TestThreadPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsEverythingOnceOnBoundedThreads()
    {
        constexpr int tasks = 1000;
        std::mutex mutex;
        std::set<std::thread::id> threads;
        std::atomic<int> running = 0;
        std::atomic<int> mostAtOnce = 0;
        std::atomic<int> done = 0;
        std::promise<void> finished;
        ThreadPool pool(3);
        for (int i = 0; i < tasks; ++i) {
            pool.post([&] {
                const int now = ++running;
                int most = mostAtOnce;
                while (now > most && !mostAtOnce.compare_exchange_weak(most, now)) {
                }
                {
                    const std::lock_guard lock(mutex);
                    threads.insert(std::this_thread::get_id());
                }
                --running;
                if (++done == tasks)
                    finished.set_value();
            });
        }
        QVERIFY(isReady(finished));
        QCOMPARE(done.load(), tasks);
        QVERIFY(mostAtOnce.load() <= 3);
        const std::lock_guard lock(mutex);
        QVERIFY(threads.size() <= 3);
        QVERIFY(!threads.contains(std::this_thread::get_id()));
    }

    void oneThreadKeepsTheOrder()
    {
        std::vector<int> order;
        std::promise<void> finished;
        ThreadPool pool(1);
        for (int i = 0; i < 100; ++i)
            pool.post([&order, i] { order.push_back(i); });
        pool.post([&finished] { finished.set_value(); });
        QVERIFY(isReady(finished));
        QCOMPARE(order.size(), std::size_t(100));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void tasksMayPostTasks()
    {
        std::promise<void> finished;
        ThreadPool pool(2);
        std::function<void(int)> step = [&](int left) {
            if (left == 0)
                finished.set_value();
            else
                pool.post([&step, left] { step(left - 1); });
        };
        pool.post([&step] { step(200); });
        QVERIFY(isReady(finished));
    }

    void clearDropsOnlyWhatHasNotStarted()
    {
        std::atomic<int> ran = 0;
        std::promise<void> finished;
        ThreadPool pool(1);
        Blocker blocker(pool);
        QVERIFY(blocker.isRunning());
        for (int i = 0; i < 5; ++i)
            pool.post([&ran] { ++ran; });
        QCOMPARE(pool.clear(), std::size_t(5));
        QCOMPARE(pool.clear(), std::size_t(0));
        pool.post([&finished] { finished.set_value(); });
        blocker.release();
        QVERIFY(isReady(finished));
        QCOMPARE(ran.load(), 0);
    }

    void clearSurvivesCapturesThatPost()
    {
        std::promise<void> finished;
        ThreadPool pool(1);
        Blocker blocker(pool);
        QVERIFY(blocker.isRunning());
        const auto postWhenDropped = [&pool, &finished](const int*) {
            pool.post([&finished] { finished.set_value(); });
        };
        static const int token = 0;
        pool.post([guard = std::shared_ptr<const int>(&token, postWhenDropped)] { Q_UNUSED(guard); });
        QCOMPARE(pool.clear(), std::size_t(1));
        blocker.release();
        QVERIFY(isReady(finished));
    }

    void shutdownWaitsForTheRunningAndDropsTheRest()
    {
        std::atomic<bool> finishedRunning = false;
        std::atomic<int> ran = 0;
        std::promise<void> started;
        std::promise<void> shutdownBegan;
        static const int token = 0;
        {
            ThreadPool pool(1);
            pool.post([&] {
                started.set_value();
                const bool began = isReady(shutdownBegan);
                for (int i = 0; i < 1000; ++i)
                    pool.post([&ran] { ++ran; });
                finishedRunning = began;
            });
            const auto signal = [&shutdownBegan](const int*) { shutdownBegan.set_value(); };
            pool.post([&ran, guard = std::shared_ptr<const int>(&token, signal)] {
                Q_UNUSED(guard);
                ++ran;
            });
            QVERIFY(isReady(started));
        }
        QVERIFY(finishedRunning);
        QCOMPARE(ran.load(), 0);
    }

    void droppedTasksReleaseTheirCaptures()
    {
        const auto capture = std::make_shared<int>(1);
        {
            ThreadPool idle(0);
            for (int i = 0; i < 10; ++i)
                idle.post([capture] { Q_UNUSED(capture); });
            QCOMPARE(capture.use_count(), 11L);
        }
        QCOMPARE(capture.use_count(), 1L);
    }

    void postingFromManyThreads()
    {
        constexpr int perThread = 500;
        std::atomic<int> done = 0;
        std::promise<void> finished;
        ThreadPool pool(4);
        {
            std::vector<std::jthread> posters;
            for (int t = 0; t < 4; ++t) {
                posters.emplace_back([&] {
                    for (int i = 0; i < perThread; ++i) {
                        pool.post([&] {
                            if (++done == 4 * perThread)
                                finished.set_value();
                        });
                    }
                });
            }
        }
        QVERIFY(isReady(finished));
        QCOMPARE(done.load(), 4 * perThread);
    }

    /// All its threads are told at once that it is over, while they wait and while they begin to.
    void endsWhileItsThreadsWait()
    {
        constexpr int pools = 40;
        constexpr std::size_t threads = 24;
        std::promise<void> finished;
        std::thread([&finished] {
            for (int i = 0; i < pools; ++i) {
                ThreadPool pool(threads);
                if (i % 2 == 0)
                    continue;
                std::promise<void> worked; // most of them wait by then
                pool.post([&worked] { worked.set_value(); });
                worked.get_future().wait();
            }
            finished.set_value();
        }).detach();
        if (!isReady(finished))
            qFatal("a pool does not end");
    }
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_base_threadpool.moc"
