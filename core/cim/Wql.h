#pragma once

#include <QString>
#include <QStringList>

namespace hvgpu::cim::wql {

/// 'text' as a WQL string literal: backslash doubled, apostrophe escaped.
[[nodiscard]] QString literal(QStringView text);
/// Text for the inside of a LIKE pattern that must match literally: _ % [ are bracketed, then escaped as in
/// literal() (without the quotes), so that "%" may be put around it.
[[nodiscard]] QString likeText(QStringView text);
/// SELECT columns FROM class WHERE condition; no columns means *; condition may be empty.
[[nodiscard]] QString select(const QString& className, const QStringList& columns = {},
                             const QString& condition = {});
/// ASSOCIATORS OF {path} WHERE AssocClass=… ResultClass=…; empty parts are left out.
[[nodiscard]] QString associators(const QString& objectPath, const QString& assocClass = {},
                                  const QString& resultClass = {});

} // namespace hvgpu::cim::wql
