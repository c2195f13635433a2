#include "ui/change/CheckWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace hvgpu::ui {

namespace {

using operations::FindingCode;

constexpr std::array table{
    std::pair{FindingCode::AlreadyHasPartition,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Already has a partition")},
    std::pair{FindingCode::VmNotFound, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Not on this server")},
    std::pair{FindingCode::VmSaved, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Saved")},
    std::pair{FindingCode::VmCritical,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Its state does not allow it")},
    std::pair{FindingCode::VmTransient,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Is just changing its state")},
    std::pair{FindingCode::VmPaused, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Paused")},
    std::pair{FindingCode::VmGoesDown, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Has to go down")},
    std::pair{FindingCode::CheckpointsEnabled,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Checkpoints enabled")},
    std::pair{FindingCode::DynamicMemory, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Dynamic memory")},
    std::pair{FindingCode::MemoryUnknown,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Dynamic memory could not be read")},
    std::pair{FindingCode::Generation1, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Generation 1")},
    std::pair{FindingCode::OldConfigurationVersion,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Configuration version too old")},
    std::pair{FindingCode::OfflineActionSave,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Saved when the cluster takes it offline")},
    std::pair{FindingCode::StopActionSave,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Saved when its server shuts down")},
    std::pair{FindingCode::MmioSpaceSmall,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Small memory-mapped I/O space")},
    std::pair{FindingCode::VmShielded, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Shielded or isolated")},
    std::pair{FindingCode::VmVirtualTpm, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Virtual TPM")},
    std::pair{FindingCode::VmNested, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Nested virtualization")},
    std::pair{FindingCode::VmReplicated, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Replicated")},
    std::pair{FindingCode::VmBackedUp,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Backup tracks its changes")},
    std::pair{FindingCode::AdapterNotFound,
              QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "Not in the VM's settings")},
    std::pair{FindingCode::GpuMissing, QT_TRANSLATE_NOOP("hvgpu::ui::checkWords", "GPU not on this server")},
};

} // namespace

QString checkWords(operations::FindingCode code)
{
    const auto* found =
        std::find_if(table.begin(), table.end(), [code](const auto& one) { return one.first == code; });
    return found == table.end() ? QString()
                                : QCoreApplication::translate("hvgpu::ui::checkWords", found->second);
}

} // namespace hvgpu::ui
