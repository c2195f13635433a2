#pragma once

#include "core/cim/Instance.h"
#include "core/simulation/host/Model.h"

#include <tl/expected.hpp>

#include <cstdint>

namespace hvgpu::simulation {

/// The changed properties of an embedded instance, spelled and typed as its class declares them; unknown ones
/// are left out and so are NULLs, which mean "provider default".
struct EmbeddedSettings
{
    QString className;
    QString instanceId;
    PropertyBag values;

    [[nodiscard]] bool has(const QString& name) const { return values.contains(name); }
    [[nodiscard]] QString text(const QString& name) const;
    [[nodiscard]] std::uint64_t number(const QString& name, std::uint64_t otherwise = 0) const;
    [[nodiscard]] std::vector<QString> texts(const QString& name) const;
};

/// Reads CIM-XML text as pickily as VMMS does (wsman.md 2.5); the error is the method's return value: &amp;
/// in the text and datetimes in any but the CIM form 32768, &lt;, a scalar for an array and other misfits
/// 32773.
[[nodiscard]] tl::expected<EmbeddedSettings, std::uint32_t> readEmbedded(const QString& text);

} // namespace hvgpu::simulation
