#include "core/analysis/NodeFacts.h"

namespace hvgpu::analysis {

const model::ClusterNode* nodeFacts(const ObservedEntry& cluster, const QString& name)
{
    for (const ObservedHost& host : cluster.hosts) {
        if (!host.snapshot || !host.snapshot->cluster || host.error)
            continue;
        for (const model::ClusterNode& node : host.snapshot->cluster->nodes) {
            if (node.name.compare(name, Qt::CaseInsensitive) == 0)
                return &node;
        }
    }
    return nullptr;
}

} // namespace hvgpu::analysis
