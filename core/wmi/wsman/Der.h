#pragma once

#include <QByteArrayView>

#include <optional>

/// Just enough of DER to find things in a certificate (X.690). Views into the caller's bytes.
namespace hvgpu::wsman::der {

/// One element. Only definite lengths up to four bytes exist in DER of sensible size.
struct Element
{
    unsigned char tag = 0;
    QByteArrayView whole;
    QByteArrayView content;
};

inline constexpr unsigned char Boolean = 0x01;
inline constexpr unsigned char OctetString = 0x04;
inline constexpr unsigned char ObjectId = 0x06;
inline constexpr unsigned char Utf8String = 0x0C;
inline constexpr unsigned char UtcTime = 0x17;
inline constexpr unsigned char BmpString = 0x1E;
inline constexpr unsigned char Sequence = 0x30;
/// [0], constructed: the version of a certificate, tagged parameters.
inline constexpr unsigned char Context0 = 0xA0;
/// [3], constructed: the extensions of a certificate.
inline constexpr unsigned char Context3 = 0xA3;
/// Kinds of names in a subjectAltName (RFC 5280): [2] and [7], primitive.
inline constexpr unsigned char DnsName = 0x82;
inline constexpr unsigned char IpAddress = 0x87;

/// Takes the first element off @p bytes; nothing when they do not begin with one.
[[nodiscard]] std::optional<Element> take(QByteArrayView& bytes);
/// The same, of this kind only.
[[nodiscard]] std::optional<Element> take(QByteArrayView& bytes, unsigned char tag);

} // namespace hvgpu::wsman::der
