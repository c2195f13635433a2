#pragma once

#include <QString>

#include <cstdint>

namespace hvgpu::tests {

/// What WMI says of a failed call besides its number, for the next failed call of this thread: an object of
/// the class __ExtendedStatus, which Wine does not have.
struct ExtendedStatus
{
    QString description;
    QString provider;
    QString operation;
    std::uint32_t status = 0; ///< of the provider; 0: none
};
void setExtendedStatus(const ExtendedStatus& status);

} // namespace hvgpu::tests
