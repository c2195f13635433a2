#pragma once

#include "ui/activity/ActivityModel.h"

#include "ui/activity/ActivityFace.h"

namespace hvgpu::ui {

/// One row of an ActivityModel.
struct ActivityModel::Node
{
    RowKind kind = RowKind::Activity;
    Node* parent = nullptr;
    int row = 0;
    Place place;
    ActivityFace face;
    std::shared_ptr<const operations::Activity> activity; ///< of roots
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] const Node& root() const
    {
        const Node* node = this;
        while (node->parent != nullptr)
            node = node->parent;
        return *node;
    }
    [[nodiscard]] QString key() const;
    /// What the row shows now.
    [[nodiscard]] ActivityFace faceOf(const operations::Activity& from, const QDateTime& now) const;
    /// The children it is to have, without theirs.
    [[nodiscard]] std::vector<std::unique_ptr<Node>> wantedChildren(const operations::Activity& from);
    /// Fills in faces and everything below.
    void grow(const operations::Activity& from, const QDateTime& now);
};

} // namespace hvgpu::ui
