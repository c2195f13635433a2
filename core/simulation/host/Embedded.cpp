#include "core/simulation/host/Embedded.h"

#include "core/cim/CimXml.h"
#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/host/Coercion.h"
#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Paths.h"

#include <QRegularExpression>

#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

bool hasBadDateTime(const QString& text)
{
    static const QRegularExpression value(
        u"TYPE\\s*=\\s*[\"']datetime[\"'][^>]*>\\s*<VALUE>([^<]*)</VALUE>"_s,
        QRegularExpression::CaseInsensitiveOption);
    auto matches = value.globalMatch(text);
    while (matches.hasNext()) {
        if (!cim::DateTime::fromCim(matches.next().captured(1)))
            return true;
    }
    return false;
}

/// 0, or why VMMS' own parser would refuse the text.
std::uint32_t refusal(const QString& text)
{
    if (text.contains(u"&amp;"_s) || hasBadDateTime(text))
        return returns::failed;
    return text.contains(u"&lt;"_s) ? returns::invalidParameter : 0;
}

} // namespace

QString EmbeddedSettings::text(const QString& name) const
{
    const auto found = values.find(name);
    return found == values.end() ? QString() : found->second.toString().value_or(QString());
}

std::uint64_t EmbeddedSettings::number(const QString& name, std::uint64_t otherwise) const
{
    const auto found = values.find(name);
    return found == values.end() ? otherwise : found->second.toUInt64().value_or(otherwise);
}

std::vector<QString> EmbeddedSettings::texts(const QString& name) const
{
    std::vector<QString> result;
    const auto found = values.find(name);
    if (found != values.end()) {
        for (const cim::Value& element : found->second.elements())
            result.push_back(element.toString().value_or(QString()));
    }
    return result;
}

tl::expected<EmbeddedSettings, std::uint32_t> readEmbedded(const QString& text)
{
    if (const std::uint32_t code = refusal(text); code != 0)
        return tl::unexpected(code);
    const auto instance = cim::xml::read(text);
    const ClassInfo* const info =
        instance ? ClassCatalogue::builtIn().find(virtualizationNamespace, instance->className()) : nullptr;
    if (!info)
        return tl::unexpected(returns::invalidParameter);
    EmbeddedSettings settings;
    settings.className = info->declaration.name;
    for (const cim::Property& property : instance->properties()) {
        const PropertyDeclaration* const declaration = info->declaration.property(property.name);
        if (!declaration || property.value.isNull())
            continue;
        const bool isDateTime = declaration->type == cim::Type::DateTime;
        if (isDateTime && property.value.type() != cim::Type::DateTime)
            return tl::unexpected(returns::failed);
        auto value = declaration->isArray == property.value.isArray() ? coerce(*declaration, property.value)
                                                                      : std::nullopt;
        if (!value)
            return tl::unexpected(returns::invalidParameter);
        settings.values.insert_or_assign(declaration->name, *std::move(value));
    }
    settings.instanceId = settings.text(u"InstanceID"_s);
    settings.values.erase(u"InstanceID"_s);
    return settings;
}

} // namespace hvgpu::simulation
