#include "core/simulation/endpoint/SecurityAcceptor.h"

namespace hvgpu::simulation {

std::unique_ptr<SecurityAcceptor> makeSecurityAcceptor(const SignInRules& /*rules*/,
                                                       const QString& /*computerName*/,
                                                       const QByteArray& /*firstToken*/)
{
    return nullptr;
}

} // namespace hvgpu::simulation
