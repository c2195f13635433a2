#include "core/model/VirtualMachine.h"

#include <QtTest>

using namespace hvgpu::model;

class TestVirtualMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void powerStates_data()
    {
        QTest::addColumn<int>("enabledState");
        QTest::addColumn<int>("state");
        const auto row = [](int enabledState, PowerState state) {
            QTest::addRow("%d", enabledState) << enabledState << int(state);
        };
        for (const int other : {0, 1, 5, 7, 8, 11, 32767, 32771, 32772, 32775, 32778, 32793, 65535})
            row(other, PowerState::Unknown);
        row(2, PowerState::Running);
        row(3, PowerState::Off);
        row(4, PowerState::ShuttingDown);
        row(6, PowerState::Saved);
        row(9, PowerState::Paused);
        row(10, PowerState::Starting);
        row(32768, PowerState::Paused);
        row(32769, PowerState::Saved);
        row(32770, PowerState::Starting);
        row(32773, PowerState::Saving);
        row(32774, PowerState::Stopping);
        row(32776, PowerState::Pausing);
        row(32777, PowerState::Resuming);
        row(32779, PowerState::Saved);
        row(32780, PowerState::Saving);
        for (int critical = 32781; critical <= 32792; ++critical)
            row(critical, PowerState::Critical);
    }
    void powerStates()
    {
        QFETCH(int, enabledState);
        QFETCH(int, state);
        QCOMPARE(int(powerStateFromEnabledState(static_cast<std::uint16_t>(enabledState))), state);
    }

    void notReportedIsUnknown() { QVERIFY(powerStateFromEnabledState(std::nullopt) == PowerState::Unknown); }
};

QTEST_GUILESS_MAIN(TestVirtualMachine)
#include "tst_model_virtualmachine.moc"
