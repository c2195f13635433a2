#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <mutex>
#include <optional>

namespace hvgpu::hyperv {

/// Numbers that name a PCI device; subsystem 0x157E10DE is device 157E of vendor 10DE, as in
/// "SUBSYS_157E10DE".
struct PciId
{
    std::uint16_t vendor = 0;
    std::uint16_t device = 0;
    std::optional<std::uint32_t> subsystem;

    friend bool operator==(const PciId&, const PciId&) = default;
};

/// Names of PCI devices for when Windows has only a generic one: the GPUs that the documents support from a
/// built-in list, others from the pci.ids data of this computer. The file is read line by line when a name is
/// first asked for, each name once; lines that make no sense are passed over. Thread-safe.
class PciIds
{
public:
    /// Looks in the first of @p files that can be opened.
    explicit PciIds(QStringList files);

    /// The names of this computer; never call it on the GUI thread, it may read a file.
    [[nodiscard]] static PciIds& system();

    /// "NVIDIA A2"; empty when nobody knows.
    [[nodiscard]] QString name(const PciId& id);

private:
    [[nodiscard]] QString look(const PciId& id) const;

    QStringList m_files;
    std::mutex m_mutex;
    QHash<QString, QString> m_known;
};

/// The built-in name; empty when the model is not on the list.
[[nodiscard]] QString supportedModelName(const PciId& id);

} // namespace hvgpu::hyperv
