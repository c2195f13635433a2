#pragma once

namespace hvgpu::com {

/// Membership of the current thread in the process's multithreaded apartment, whose threads share all
/// proxies. The first one in a process also sets what COM does where nobody says otherwise: packet privacy,
/// and impersonation without delegation.
class Apartment
{
public:
    Apartment();
    ~Apartment();
    Apartment(const Apartment&) = delete;
    Apartment& operator=(const Apartment&) = delete;

    /// False when the thread belongs to another apartment already, or COM is missing.
    [[nodiscard]] bool isEntered() const noexcept { return m_entered; }

private:
    bool m_entered;
};

} // namespace hvgpu::com
