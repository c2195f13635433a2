#pragma once

#include "core/fleet/ServerEntry.h"

#include <QComboBox>

namespace hvgpu::ui {

/// Which service of a server Kerberos asks for: the first part of the service principal name (SPN).
class ServiceNameBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ServiceNameBox(QWidget* parent = nullptr);

    /// Empty: the usual one, or Kerberos is not used.
    [[nodiscard]] QString serviceClass() const;
    void setServiceClass(const QString& name);
    /// Can be chosen where @p entry may sign in by Kerberos, and says why otherwise.
    void judge(const fleet::ServerEntry& entry);
};

} // namespace hvgpu::ui
