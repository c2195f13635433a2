#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Answers as a Windows host words them (wsman.md 2.3), for tests.
namespace hvgpu::test::soap {

/// The text of the first element with that local name in a request, whatever its prefix.
[[nodiscard]] QByteArray elementText(const QByteArray& request, const QByteArray& localName);
/// The last part of a:Action: "Enumerate", "Pull", "Get" …
[[nodiscard]] QByteArray operation(const QByteArray& request);
/// An envelope with @p body that relates to @p messageId (left out when empty).
[[nodiscard]] QByteArray envelope(const QByteArray& messageId, const QByteArray& body);
/// The same, related to @p request.
[[nodiscard]] QByteArray answerTo(const QByteArray& request, const QByteArray& body);
/// A full typed instance of root\virtualization\v2; @p properties are its child elements with prefix p.
[[nodiscard]] QByteArray instance(const QByteArray& className, const QByteArray& properties);
/// EnumerateResponse; an empty context means the sequence has ended.
[[nodiscard]] QByteArray enumerateResponse(const QByteArray& context, const QByteArray& items);
[[nodiscard]] QByteArray pullResponse(const QByteArray& context, const QByteArray& items);
/// s:Fault with a WSManFault detail; @p subcode with prefix w, n or a.
[[nodiscard]] QByteArray fault(const QByteArray& subcode, quint32 code, const QByteArray& message,
                               const QByteArray& moreDetail = {});

} // namespace hvgpu::test::soap
