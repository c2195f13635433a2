#pragma once

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <QByteArray>
#include <QByteArrayView>

#include <utility>

/// GSSAPI's handles as values that release themselves.
namespace hvgpu::wsman::gss {

/// Owns a handle that @p Release gives back.
template <class Handle, OM_uint32 (*Release)(OM_uint32*, Handle*)>
class Owned
{
public:
    Owned() = default;
    Owned(Owned&& other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {}
    Owned& operator=(Owned&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() { reset(); }

    [[nodiscard]] Handle get() const noexcept { return m_handle; }
    [[nodiscard]] explicit operator bool() const noexcept { return m_handle != nullptr; }
    /// For calls that fill or change the handle.
    [[nodiscard]] Handle* out() noexcept { return &m_handle; }
    void reset() noexcept
    {
        OM_uint32 minor = 0;
        if (m_handle != nullptr)
            Release(&minor, &m_handle);
        m_handle = nullptr;
    }

private:
    Handle m_handle = nullptr;
};

inline OM_uint32 deleteContext(OM_uint32* minor, gss_ctx_id_t* context)
{
    return gss_delete_sec_context(minor, context, GSS_C_NO_BUFFER);
}

using Name = Owned<gss_name_t, gss_release_name>;
using Credential = Owned<gss_cred_id_t, gss_release_cred>;
using Context = Owned<gss_ctx_id_t, deleteContext>;

/// A buffer that the library filled.
class Buffer
{
public:
    Buffer() = default;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer()
    {
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &m_buffer);
    }
    [[nodiscard]] gss_buffer_t out() noexcept { return &m_buffer; }
    [[nodiscard]] QByteArrayView view() const noexcept
    {
        return {static_cast<const char*>(m_buffer.value), static_cast<qsizetype>(m_buffer.length)};
    }
    [[nodiscard]] QByteArray bytes() const { return view().toByteArray(); }

private:
    gss_buffer_desc m_buffer{};
};

/// Bytes of ours for the library to read; GSSAPI does not know const.
[[nodiscard]] inline gss_buffer_desc input(QByteArrayView bytes) noexcept
{
    return {static_cast<std::size_t>(bytes.size()), const_cast<char*>(bytes.data())};
}

/// The mechanisms that matter. Their descriptions live as long as the program.
[[nodiscard]] gss_OID spnego() noexcept;
[[nodiscard]] gss_OID kerberos() noexcept;
[[nodiscard]] gss_OID ntlm() noexcept;

} // namespace hvgpu::wsman::gss
