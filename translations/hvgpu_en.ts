<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Age</name>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This virtual machine has %n GPU partitions already. Only one can be assigned.</source>
        <translation>
            <numerusform>This virtual machine has a GPU partition already. Only one can be assigned.</numerusform>
            <numerusform>This virtual machine has %n GPU partitions already. Only one can be assigned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of the %1 GPUs of this homogeneous set are selected. Not selecting all of them might result in different partition counts, which isn&apos;t recommended.</source>
        <translation>
            <numerusform>Only %n of the %1 GPUs of this homogeneous set is selected. Not selecting all of them might result in different partition counts, which isn&apos;t recommended.</numerusform>
            <numerusform>Only %n of the %1 GPUs of this homogeneous set are selected. Not selecting all of them might result in different partition counts, which isn&apos;t recommended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mmio</name>
    <message numerus="yes">
        <source>The high space ends at %1. That the server can address this is not certain: its devices prove %n address bits only.</source>
        <translation>
            <numerusform>The high space ends at %1. That the server can address this is not certain: its devices prove %n address bit only.</numerusform>
            <numerusform>The high space ends at %1. That the server can address this is not certain: its devices prove %n address bits only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly done</source>
        <translation>
            <numerusform>%n partly done</numerusform>
            <numerusform>%n partly done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed and put back</source>
        <translation>
            <numerusform>%n failed and put back</numerusform>
            <numerusform>%n failed and put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>%1 of %n done</numerusform>
            <numerusform>%1 of %n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n put back</source>
        <translation>
            <numerusform>%1 of %n put back</numerusform>
            <numerusform>%1 of %n put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n succeeded</source>
        <translation>
            <numerusform>%1 of %n succeeded</numerusform>
            <numerusform>%1 of %n succeeded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not ended</source>
        <translation>
            <numerusform>%n not ended</numerusform>
            <numerusform>%n not ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not put back</source>
        <translation>
            <numerusform>%n not put back</numerusform>
            <numerusform>%n not put back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VMs</source>
        <translation>
            <numerusform>%n VM</numerusform>
            <numerusform>%n VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n servers</source>
        <comment>work on servers</comment>
        <translation>
            <numerusform>%1 on %n server</numerusform>
            <numerusform>%1 on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n devices to %1</source>
        <translation>
            <numerusform>Assign %n device to %1</numerusform>
            <numerusform>Assign %n devices to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n devices away from %1</source>
        <translation>
            <numerusform>Take %n device away from %1</numerusform>
            <numerusform>Take %n devices away from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VMs go down, each for at most %1 if every step works</source>
        <translation>
            <numerusform>%n VM goes down, for at most %1 if every step works</numerusform>
            <numerusform>%n VMs go down, each for at most %1 if every step works</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadNote</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the list &quot;%1&quot; could not be used</source>
        <translation>
            <numerusform>%n value of the list &quot;%1&quot; could not be used</numerusform>
            <numerusform>%n values of the list &quot;%1&quot; could not be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>%n servers could not be read</source>
        <translation>
            <numerusform>%n server could not be read</numerusform>
            <numerusform>%n servers could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n partitions assigned</source>
        <translation>
            <numerusform>%1 of %n partition assigned</numerusform>
            <numerusform>%1 of %n partitions assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions assigned, total not reported</source>
        <translation>
            <numerusform>%n partition assigned, total not reported</numerusform>
            <numerusform>%n partitions assigned, total not reported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to running virtual machines</source>
        <translation>
            <numerusform>%n to a running virtual machine</numerusform>
            <numerusform>%n to running virtual machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to virtual machines that are not running</source>
        <translation>
            <numerusform>%n to a virtual machine that is not running</numerusform>
            <numerusform>%n to virtual machines that are not running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityDetails</name>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityWords</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <comment>targets that ended</comment>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 of %n step</numerusform>
            <numerusform>%1 of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AddSeveralDialog</name>
    <message numerus="yes">
        <source>%n server(s) or cluster(s) will be added.</source>
        <translation>
            <numerusform>%n server or cluster will be added.</numerusform>
            <numerusform>%n servers or clusters will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used:</source>
        <translation>
            <numerusform>%n line cannot be used:</numerusform>
            <numerusform>%n lines cannot be used:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n of them the list names another user: sign in to these one by one.</source>
        <translation>
            <numerusform>For %n of them the list names another user: sign in to that one by itself.</numerusform>
            <numerusform>For %n of them the list names another user: sign in to these one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChangeDesk</name>
    <message numerus="yes">
        <source>%n record(s) of earlier changes could not be read; what they tell is not shown: %1</source>
        <translation>
            <numerusform>%n record of earlier changes could not be read; what it tells is not shown: %1</numerusform>
            <numerusform>%n records of earlier changes could not be read; what they tell is not shown: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::CloseQuestion</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DataTreeView</name>
    <message numerus="yes">
        <source>Reading %n server(s)…</source>
        <translation>
            <numerusform>Reading %n server…</numerusform>
            <numerusform>Reading %n servers…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n server(s) could be read.</source>
        <translation>
            <numerusform>%n server could not be read.</numerusform>
            <numerusform>None of %n servers could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ExportDialog</name>
    <message numerus="yes">
        <source>What is s&amp;hown in “%1” (%n row(s))</source>
        <translation>
            <numerusform>What is s&amp;hown in “%1” (%n row)</numerusform>
            <numerusform>What is s&amp;hown in “%1” (%n rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n row was written to %1.</numerusform>
            <numerusform>%n rows were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FindingGroups</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FleetStatusBar</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n reading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n partition(s) in use</source>
        <translation>
            <numerusform>%1 of %n partition in use</numerusform>
            <numerusform>%1 of %n partitions in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted change(s)</source>
        <translation>
            <numerusform>%n interrupted change</numerusform>
            <numerusform>%n interrupted changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly read</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n partly read</numerusform>
            <numerusform>%n partly read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 of %n partition(s) in use</source>
        <translation>
            <numerusform>at least %1 of %n partition in use</numerusform>
            <numerusform>at least %1 of %n partitions in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n known partition(s) in use</source>
        <translation>
            <numerusform>%1 of %n known partition in use</numerusform>
            <numerusform>%1 of %n known partitions in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known GPU(s)</source>
        <translation>
            <numerusform>%n known GPU</numerusform>
            <numerusform>%n known GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FleetTreeModel</name>
    <message numerus="yes">
        <source>%n reading</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n reading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly read</source>
        <translation>
            <numerusform>%n partly read</numerusform>
            <numerusform>%n partly read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuChoices</name>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuDetails</name>
    <message numerus="yes">
        <source>PCI Express generation %1, %n lane(s)</source>
        <translation>
            <numerusform>PCI Express generation %1, %n lane</numerusform>
            <numerusform>PCI Express generation %1, %n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuTreeModel</name>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HealthDetails</name>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HealthRows</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostBanner</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) could not be read: %2.</source>
        <translation>
            <numerusform>%1 of %n server could not be read: %2.</numerusform>
            <numerusform>%1 of %n servers could not be read: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some lists of %n server(s) could not be read: %1. What depends on them is shown as unknown.</source>
        <translation>
            <numerusform>Some lists of %n server could not be read: %1. What depends on them is shown as unknown.</numerusform>
            <numerusform>Some lists of %n servers could not be read: %1. What depends on them is shown as unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n other server(s) some lists could not be read: %1.</source>
        <translation>
            <numerusform>Of %n other server some lists could not be read: %1.</numerusform>
            <numerusform>Of %n other servers some lists could not be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostDetails</name>
    <message numerus="yes">
        <source>%1 ms, %n round trip(s), %2</source>
        <translation>
            <numerusform>%1 ms, %n round trip, %2</numerusform>
            <numerusform>%1 ms, %n round trips, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::InterruptedDialog</name>
    <message numerus="yes">
        <source>%n stopped halfway</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%n stopped halfway</numerusform>
            <numerusform>%n stopped halfway</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%n not begun</numerusform>
            <numerusform>%n not begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) that ran before may be turned off: %1</source>
        <translation>
            <numerusform>%n virtual machine that ran before may be turned off: %1</numerusform>
            <numerusform>%n virtual machines that ran before may be turned off: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ended</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%1 of %n ended</numerusform>
            <numerusform>%1 of %n ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n row was written to %1.</numerusform>
            <numerusform>%n rows were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::NoticeWords</name>
    <message numerus="yes">
        <source>The partition count of %n GPU(s) was successfully set to %1.</source>
        <translation>
            <numerusform>The partition count of %n GPU was successfully set to %1.</numerusform>
            <numerusform>The partition count of %n GPUs was successfully set to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A GPU partition was successfully assigned to each of %n virtual machine(s).</source>
        <translation>
            <numerusform>A GPU partition was successfully assigned to %n virtual machine.</numerusform>
            <numerusform>A GPU partition was successfully assigned to each of %n virtual machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>GPU partitions were successfully unassigned from %n virtual machine(s).</source>
        <translation>
            <numerusform>GPU partitions were successfully unassigned from %n virtual machine.</numerusform>
            <numerusform>GPU partitions were successfully unassigned from %n virtual machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are ready for DDA assignment now.</source>
        <translation>
            <numerusform>%n GPU is ready for DDA assignment now.</numerusform>
            <numerusform>%n GPUs are ready for DDA assignment now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) were successfully given back to their servers.</source>
        <translation>
            <numerusform>%n GPU was successfully given back to its server.</numerusform>
            <numerusform>%n GPUs were successfully given back to their servers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings of %n virtual machine(s) were successfully changed.</source>
        <translation>
            <numerusform>The settings of %n virtual machine were successfully changed.</numerusform>
            <numerusform>The settings of %n virtual machines were successfully changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The GPU pool %1 was successfully made on %n server(s).</source>
        <translation>
            <numerusform>The GPU pool %1 was successfully made on %n server.</numerusform>
            <numerusform>The GPU pool %1 was successfully made on %n servers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The GPU pool %1 was successfully deleted on %n server(s).</source>
        <translation>
            <numerusform>The GPU pool %1 was successfully deleted on %n server.</numerusform>
            <numerusform>The GPU pool %1 was successfully deleted on %n servers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::OccupancyBar</name>
    <message numerus="yes">
        <source>%n partition(s) of running VMs</source>
        <translation>
            <numerusform>%n partition of a running VM</numerusform>
            <numerusform>%n partitions of running VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) of VMs that do not run</source>
        <translation>
            <numerusform>%n partition of a VM that does not run</numerusform>
            <numerusform>%n partitions of VMs that do not run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s) too many</source>
        <translation>
            <numerusform>%n assignment too many</numerusform>
            <numerusform>%n assignments too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free partition(s)</source>
        <translation>
            <numerusform>%n free partition</numerusform>
            <numerusform>%n free partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionChoices</name>
    <message numerus="yes">
        <source>%1 (%n free)</source>
        <comment>size of a partition</comment>
        <translation>
            <numerusform>%1 (%n free)</numerusform>
            <numerusform>%1 (%n free)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionCountPage</name>
    <message numerus="yes">
        <source>%1 (now on %2 of %n GPU(s))</source>
        <translation>
            <numerusform>%1 (now on %2 of %n GPU)</numerusform>
            <numerusform>%1 (now on %2 of %n GPUs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionPage</name>
    <message numerus="yes">
        <source>%1 (%n VMs)</source>
        <comment>an offline action</comment>
        <translation>
            <numerusform>%1 (%n VM)</numerusform>
            <numerusform>%1 (%n VMs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PlanTableModel</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n device(s)</source>
        <comment>given to a virtual machine</comment>
        <translation>
            <numerusform>+%n device</numerusform>
            <numerusform>+%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%n device(s)</source>
        <comment>taken from a virtual machine</comment>
        <translation>
            <numerusform>−%n device</numerusform>
            <numerusform>−%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PowerPage</name>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the partition is assigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n selected virtual machine must be off while the partition is assigned, and will be started again afterwards.</numerusform>
            <numerusform>%n selected virtual machines must be off while the partition is assigned, and will be started again afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the partition is unassigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n selected virtual machine must be off while the partition is unassigned, and will be started again afterwards.</numerusform>
            <numerusform>%n selected virtual machines must be off while the partition is unassigned, and will be started again afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the GPU is assigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n selected virtual machine must be off while the GPU is assigned, and will be started again afterwards.</numerusform>
            <numerusform>%n selected virtual machines must be off while the GPU is assigned, and will be started again afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the GPU is taken away, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n selected virtual machine must be off while the GPU is taken away, and will be started again afterwards.</numerusform>
            <numerusform>%n selected virtual machines must be off while the GPU is taken away, and will be started again afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while their settings are changed, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n selected virtual machine must be off while its settings are changed, and will be started again afterwards.</numerusform>
            <numerusform>%n selected virtual machines must be off while their settings are changed, and will be started again afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PutBackQuestion</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of a list</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::RemoveServerDialog</name>
    <message numerus="yes">
        <source>Its %n node(s) leave the list as well. Nothing is changed on the servers, and the cluster can be added again at any time.</source>
        <translation>
            <numerusform>Its %n node leaves the list as well. Nothing is changed on the servers, and the cluster can be added again at any time.</numerusform>
            <numerusform>Its %n nodes leave the list as well. Nothing is changed on the servers, and the cluster can be added again at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerChoices</name>
    <message numerus="yes">
        <source>No free partition: all %n are assigned</source>
        <translation>
            <numerusform>No free partition: the only one is assigned</numerusform>
            <numerusform>No free partition: all %n are assigned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ShutdownQuestion</name>
    <message numerus="yes">
        <source>%n more guest(s) wait for an answer.</source>
        <translation>
            <numerusform>%n more guest waits for an answer.</numerusform>
            <numerusform>%n more guests wait for an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SummaryWords</name>
    <message numerus="yes">
        <source>without %n GPU(s) that do not report it</source>
        <translation>
            <numerusform>without %n GPU that does not report it</numerusform>
            <numerusform>without %n GPUs that do not report it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) selected</source>
        <translation>
            <numerusform>%n GPU selected</numerusform>
            <numerusform>%n GPUs selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n item selected</numerusform>
            <numerusform>%n items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmDetails</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmPage</name>
    <message numerus="yes">
        <source>%n partitions are free</source>
        <translation>
            <numerusform>%n partition is free</numerusform>
            <numerusform>%n partitions are free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machines are selected</source>
        <translation>
            <numerusform>%n virtual machine is selected</numerusform>
            <numerusform>%n virtual machines are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n partitions are free</source>
        <translation>
            <numerusform>only %n partition is free</numerusform>
            <numerusform>only %n partitions are free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VramCallout</name>
    <message numerus="yes">
        <source>Each of %n partition(s) gets %1 of VRAM</source>
        <translation>
            <numerusform>The partition gets %1 of VRAM</numerusform>
            <numerusform>Each of %n partitions gets %1 of VRAM</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s): %1</source>
        <translation>
            <numerusform>%n GPU: %1</numerusform>
            <numerusform>%n GPUs: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
