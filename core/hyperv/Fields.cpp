#include "core/hyperv/Fields.h"

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

// A broken provider can spoil every row; more notes than this help nobody.
constexpr std::size_t maximumNotes = 100;
constexpr qsizetype maximumShownText = 80;

} // namespace

Fields::Fields(const cim::Instance& instance, model::Part part, QString subject, ReadContext& context)
    : m_instance(instance)
    , m_part(part)
    , m_subject(std::move(subject))
    , m_context(context)
{}

void Fields::noteMalformed(QStringView name, const cim::Value& value) const
{
    if (m_context.notes.size() >= maximumNotes)
        return;
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = base::ErrorCode::ProtocolViolation;
    error.operation = u"Read property"_s;
    error.target = name.toString();
    error.detail =
        u"unexpected value '%1'"_s.arg(value.toString().value_or(u"(not a scalar)"_s).left(maximumShownText));
    m_context.notes.push_back({m_part, m_subject, std::move(error)});
}

template <class Number>
std::optional<Number> Fields::number(QStringView name, const cim::Value& value) const
{
    if (value.isNull())
        return std::nullopt;
    const std::optional<std::uint64_t> wide = value.toUInt64();
    if (wide && *wide <= std::numeric_limits<Number>::max())
        return static_cast<Number>(*wide);
    noteMalformed(name, value);
    return std::nullopt;
}

std::optional<std::uint64_t> Fields::u64(QStringView name) const
{
    return number<std::uint64_t>(name, m_instance.value(name));
}

std::optional<std::uint32_t> Fields::u32(QStringView name) const
{
    return number<std::uint32_t>(name, m_instance.value(name));
}

std::optional<std::uint16_t> Fields::u16(QStringView name) const
{
    return number<std::uint16_t>(name, m_instance.value(name));
}

std::optional<bool> Fields::flag(QStringView name) const
{
    const cim::Value& value = m_instance.value(name);
    const std::optional<bool> result = value.toBool();
    if (!result && !value.isNull())
        noteMalformed(name, value);
    return result;
}

QString Fields::text(QStringView name) const
{
    return m_context.strings.share(m_instance.value(name).toString().value_or(QString()));
}

QStringList Fields::texts(QStringView name) const
{
    QStringList list;
    for (const cim::Value& element : m_instance.value(name).elements())
        if (const std::optional<QString> text = element.toString(); text && !text->isEmpty())
            list.append(m_context.strings.share(*text));
    return list;
}

std::vector<std::uint16_t> Fields::u16List(QStringView name) const
{
    std::vector<std::uint16_t> list;
    for (const cim::Value& element : m_instance.value(name).elements())
        if (const std::optional<std::uint16_t> value = number<std::uint16_t>(name, element))
            list.push_back(*value);
    return list;
}

QDateTime Fields::time(QStringView name) const
{
    const cim::Value& value = m_instance.value(name);
    if (value.isNull())
        return {};
    const std::optional<cim::DateTime> time = value.toDateTime();
    if (!time || time->isInterval()) {
        noteMalformed(name, value);
        return {};
    }
    return time->toQDateTime();
}

} // namespace hvgpu::hyperv
