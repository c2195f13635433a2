#pragma once

#include "ui/change/ChangeWizard.h"

namespace hvgpu::ui {

/// A request that is known in full, planned against what is known of the servers now: nothing to ask, the
/// plan at once.
class ReviewWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    ReviewWizard(ChangeServices services, operations::Request request, const QString& title, QWidget* parent);

protected:
    [[nodiscard]] operations::Request request() const override { return m_request; }

private:
    operations::Request m_request;
};

} // namespace hvgpu::ui
