#pragma once

#include "core/cim/Instance.h"
#include "core/simulation/host/Row.h"
#include "core/simulation/host/World.h"

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace hvgpu::simulation {

/// Which rows are wanted. Sources may give more than onlyVm asks for, never less.
struct RowFilter
{
    /// Set: rows of other virtual machines cannot match. Empty text: rows of no virtual machine can.
    std::optional<QString> onlyVm;
    std::function<bool(const cim::Instance&)> accept; ///< empty: everything
};

/// What a source of rows works with. Lives under the lock of the world.
class RowContext
{
public:
    RowContext(const World& world, std::size_t hostIndex, const ClassInfo& info, const RowFilter& filter,
               std::vector<cim::Instance>& rows)
        : m_world(world)
        , m_hostIndex(hostIndex)
        , m_info(info)
        , m_filter(filter)
        , m_rows(rows)
    {}

    [[nodiscard]] const World& world() const noexcept { return m_world; }
    [[nodiscard]] std::size_t hostIndex() const noexcept { return m_hostIndex; }
    [[nodiscard]] const Host& host() const { return m_world.hosts[m_hostIndex]; }
    [[nodiscard]] const ClassInfo& info() const noexcept { return m_info; }
    [[nodiscard]] Row row() const { return {m_info, host().name}; }
    void add(const Row& row)
    {
        cim::Instance instance = row.build();
        if (!m_filter.accept || m_filter.accept(instance))
            m_rows.push_back(std::move(instance));
    }

    /// Virtual machines of this host that can match.
    template <class Visit>
    void forEachVm(Visit visit) const
    {
        if (m_filter.onlyVm) {
            const Vm* const vm = m_world.vm(*m_filter.onlyVm);
            if (vm && vm->host == m_hostIndex)
                visit(*vm);
            return;
        }
        for (const auto& vm : m_world.vms()) {
            if (vm->host == m_hostIndex)
                visit(*vm);
        }
    }

private:
    const World& m_world;
    std::size_t m_hostIndex;
    const ClassInfo& m_info;
    const RowFilter& m_filter;
    std::vector<cim::Instance>& m_rows;
};

/// Who makes the rows of a class.
struct RowSource
{
    const char16_t* className;
    void (*make)(RowContext&);
};

// One list per subject; the classes of all lists are different.
[[nodiscard]] std::span<const RowSource> systemSources();
[[nodiscard]] std::span<const RowSource> gpuSources();
[[nodiscard]] std::span<const RowSource> settingSources();
[[nodiscard]] std::span<const RowSource> serviceSources();
[[nodiscard]] std::span<const RowSource> poolSources();
[[nodiscard]] std::span<const RowSource> associationSources();
[[nodiscard]] std::span<const RowSource> inventorySources();
[[nodiscard]] std::span<const RowSource> deviceSources();
[[nodiscard]] std::span<const RowSource> clusterSources();

} // namespace hvgpu::simulation
