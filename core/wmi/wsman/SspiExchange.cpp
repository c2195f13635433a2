#include "core/wmi/wsman/SspiExchange.h"

#include <array>

namespace hvgpu::wsman::sspi {
namespace {

constexpr unsigned long Wanted = ISC_REQ_MUTUAL_AUTH | ISC_REQ_REPLAY_DETECT | ISC_REQ_SEQUENCE_DETECT |
                                 ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY | ISC_REQ_ALLOCATE_MEMORY;

} // namespace

Exchange::Exchange(const wmi::ConnectionSettings& settings, const QString& package,
                   const Functions& functions)
    : m_functions(functions)
    , m_package(package)
    , m_service((settings.serviceClass + u'/' + settings.host).toStdWString())
    , m_identity(settings.user, settings.password)
    , m_credential(functions)
    , m_context(functions)
{}

SECURITY_STATUS Exchange::acquire()
{
    if (m_credential.isValid())
        return SEC_E_OK;
    std::wstring name = m_package.toStdWString();
    TimeStamp end{};
    const SECURITY_STATUS status =
        m_functions.AcquireCredentialsHandleW(nullptr, name.data(), SECPKG_CRED_OUTBOUND, nullptr,
                                              m_identity.get(), nullptr, nullptr, m_credential.get(), &end);
    if (status != SEC_E_OK) {
        SecInvalidateHandle(m_credential.get()); // more than one statement
    }
    return status;
}

ExchangeStep Exchange::begin(const QByteArray& binding)
{
    m_context.reset();
    m_binding = binding;
    if (const SECURITY_STATUS status = acquire(); status != SEC_E_OK) {
        ExchangeStep failed;
        failed.status = status;
        return failed;
    }
    return proceed({});
}

ExchangeStep Exchange::proceed(const QByteArray& hostToken)
{
    ExchangeStep step;
    step.hasCredential = true;
    std::array<SecBuffer, 2> in{};
    std::size_t used = 0;
    if (!hostToken.isEmpty())
        in.at(used++) = buffer(SECBUFFER_TOKEN, hostToken);
    if (!m_binding.isEmpty())
        in.at(used++) = buffer(SECBUFFER_CHANNEL_BINDINGS, m_binding);
    SecBufferDesc input = list(in, used);
    std::array<SecBuffer, 1> out{buffer(SECBUFFER_TOKEN, {})};
    out[0].pvBuffer = nullptr;
    SecBufferDesc output = list(out);
    const bool first = !m_context.isValid();
    SecHandle made{};
    SecInvalidateHandle(&made);
    step.status = m_functions.InitializeSecurityContextW(
        m_credential.get(), first ? nullptr : m_context.get(), m_service.data(), Wanted, 0,
        SECURITY_NETWORK_DREP, used == 0 ? nullptr : &input, 0, first ? &made : m_context.get(), &output,
        &step.promised, &step.end);
    if (first && SecIsValidHandle(&made) && (step.status == SEC_E_OK || step.status > 0))
        *m_context.get() = made;
    if (step.status == SEC_I_COMPLETE_NEEDED || step.status == SEC_I_COMPLETE_AND_CONTINUE) {
        const SECURITY_STATUS completed = m_functions.CompleteAuthToken(m_context.get(), &output);
        step.status = completed != SEC_E_OK                        ? completed
                      : step.status == SEC_I_COMPLETE_AND_CONTINUE ? SEC_I_CONTINUE_NEEDED
                                                                   : SEC_E_OK;
    }
    step.token =
        QByteArray(static_cast<const char*>(out[0].pvBuffer), static_cast<qsizetype>(out[0].cbBuffer));
    if (out[0].pvBuffer != nullptr)
        m_functions.FreeContextBuffer(out[0].pvBuffer);
    return step;
}

} // namespace hvgpu::wsman::sspi
