#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/ReadContext.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::hyperv {

/// Typed access to one instance. NULL and absent are nullopt or empty; a value that does not fit its type is
/// nullopt too and leaves a note, so that it is never taken for "none". Texts are shared through the context.
class Fields
{
public:
    /// @p subject names the instance in notes. The references must outlive this object.
    Fields(const cim::Instance& instance, model::Part part, QString subject, ReadContext& context);

    [[nodiscard]] std::optional<std::uint64_t> u64(QStringView name) const;
    [[nodiscard]] std::optional<std::uint32_t> u32(QStringView name) const;
    [[nodiscard]] std::optional<std::uint16_t> u16(QStringView name) const;
    [[nodiscard]] std::optional<bool> flag(QStringView name) const;
    [[nodiscard]] QString text(QStringView name) const;
    [[nodiscard]] QStringList texts(QStringView name) const;
    /// Elements that do not fit are left out, with a note.
    [[nodiscard]] std::vector<std::uint16_t> u16List(QStringView name) const;
    /// UTC; invalid when NULL or malformed.
    [[nodiscard]] QDateTime time(QStringView name) const;

private:
    template <class Number>
    [[nodiscard]] std::optional<Number> number(QStringView name, const cim::Value& value) const;
    void noteMalformed(QStringView name, const cim::Value& value) const;

    const cim::Instance& m_instance;
    model::Part m_part;
    QString m_subject;
    ReadContext& m_context;
};

} // namespace hvgpu::hyperv
